"""The words of a passage that state an order in time, and the distance that they give."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple, cast

from seriatim.lang import connectives as words
from seriatim.lang import numbers, order_cues
from seriatim.model import Distance, RelationName, Unit


class Cue(NamedTuple):
    """Words at ``text[start:end]`` that relate their own event to another one, by ``distance``.

    ``joins``: the other event follows in the sentence ("after the vote"); otherwise it was
    mentioned before ("two days later").
    """

    start: int
    end: int
    relation: RelationName
    joins: bool
    distance: Distance | None = None
    name: str = ""  # the connective, or the id of the cue among the ``order_cues``
    also: RelationName | None = None  # another relation that it may state


def find(text: str) -> list[Cue]:
    """The cues of a passage's text, in order, none inside another."""
    found: list[Cue] = []
    for cue in sorted(_all(text), key=lambda c: (c.start, -c.end)):
        if not found or cue.start >= found[-1].end:
            found.append(cue)
    return found


def find_all(text: str) -> list[Cue]:
    """The cues of ``find``, and those whose ends only the learned model tells, in order."""
    stated = find(text)
    taken = [(c.start, c.end) for c in stated]
    for cue in order_cues.ORDER_CUES:
        for match in _order_cue(cue.pattern).finditer(text):
            start, end = match.span()
            if all(end <= a or b <= start for a, b in taken):
                taken.append((start, end))
                relation, also = cast("RelationName", cue.relation), cue.also or None
                stated.append(
                    Cue(
                        start,
                        end,
                        relation,
                        joins=False,
                        name=cue.id,
                        also=cast("RelationName | None", also),
                    )
                )
    return sorted(stated)


def _all(text: str) -> Iterator[Cue]:
    for match in _counted().finditer(text):
        yield _measured(match)
    for match in _ordering().finditer(text):
        which, steps = words.ORDERING[match["which"].lower()]
        if steps or match["unit"].lower() in words.DAYS:
            yield Cue(
                *match.span(),
                cast("RelationName", which),
                joins=False,
                distance=_step(match["unit"].lower(), steps),
                name=match["which"].lower(),
            )
    for match in _backward().finditer(text):
        if _counts_back(text, match):
            word = _folded(match[0])
            relation = cast("RelationName", words.BACKWARD[word])
            yield Cue(*match.span(), relation, joins=False, name=word)
    for match in _joining().finditer(text):
        word = _folded(match["word"])
        relation = cast("RelationName", words.JOINING[word])
        yield Cue(*match.span(), relation, joins=True, name=word)


def _measured(match: re.Match[str]) -> Cue:
    distance = measure(
        _folded(match["bound"] or ""),
        _folded(match["number"] or ""),
        (match["unit"] or match["bare"]).lower(),
    )
    word = _folded(match["word"])
    joins = word in words.MEASURED
    relation = words.JOINING[word] if joins else words.COUNTING[word]
    return Cue(
        *match.span(), cast("RelationName", relation), joins=joins, distance=distance, name=word
    )


def measure(bound: str, number: str, unit: str) -> Distance:
    """The distance that words give: 0 to 2 hours for "less than", "two", "hours".

    A unit without a number has the distance that the language gives it.
    """
    if not number:
        low, high, name = words.BARE[unit]
        return Distance(low, high, cast("Unit", name))
    least, most = _number(number)
    kept, of = words.UNITS[unit.removesuffix("s")]
    least, most = least * of, None if most is None else most * of
    if bound in words.AT_MOST:
        least = 0.0
    elif bound in words.AT_LEAST:
        most = None
    elif bound in words.ABOUT:
        slack = max(of, (most or least) * words.ROUGH)
        least, most = max(0.0, least - slack), None if most is None else most + slack
    elif least == most and kept in words.ROUNDED:
        least, most = max(0.0, least - of / 2), most + of / 2
    return Distance(_whole(least), None if most is None else _whole(most), cast("Unit", kept))


def _whole(value: float) -> float:
    return int(value) if value == int(value) else round(value, 4)


def _step(unit: str, steps: int) -> Distance | None:
    if unit in words.DAYS:
        return Distance(steps, steps, "day")
    return (
        Distance(0, 2 * steps, cast("Unit", unit))
        if unit in ("week", "month", "year") and steps
        else None
    )


def _number(text: str) -> tuple[float, float | None]:
    """The least and the most that a number in words or digits may mean."""
    text = re.sub(words.AROUND_A_NUMBER, "", text).strip()
    if text in numbers.VAGUE:
        return numbers.VAGUE[text]
    if text in words.SINGLE:
        return words.SINGLE[text], words.SINGLE[text]
    if text.endswith(words.AND_A_HALF):
        least, most = _number(text.removesuffix(words.AND_A_HALF))
        return least + 0.5, None if most is None else most + 0.5
    if text.replace(".", "").replace(",", "").isdigit():
        exact = float(text.replace(",", ""))
        return exact, exact
    parts = [_number(part) for part in re.split(words.BETWEEN_NUMBERS, text)] if " " in text else []
    if len(parts) > 1:
        return parts[0][0], parts[-1][1]
    exact = sum(
        numbers.SMALL.get(part, 0) + numbers.TENS.get(part, 0) for part in re.split(r"[- ]", text)
    )
    return exact, exact


def _counts_back(text: str, match: re.Match[str]) -> bool:
    """Whether "later" and "then" count from an earlier event, by the words around them."""
    before = re.findall(r"[\w'-]+", text[max(0, match.start() - 30) : match.start()].lower())
    after = re.findall(r"[\w'-]+", text[match.end() : match.end() + 30].lower())
    last, following = before[-1] if before else "", after[0] if after else ""
    if match[0].lower() == "later":
        return last not in words.NOT_BEFORE_LATER and following not in words.NOT_AFTER_LATER
    if match[0].lower() == "then":
        sentence = re.split(r"[.!?;]\s", text[: match.start()])[-1].lower()
        glued = text[match.end() : match.end() + 1] == "-"
        return (
            last not in words.NOT_BEFORE_THEN
            and not glued
            and not words.IF & set(re.findall(r"\w+", sentence))
        )
    return True


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).lower()


def _any(options: Iterable[str]) -> str:
    return "|".join(
        re.escape(o).replace(r"\ ", r"\s+") for o in sorted(options, key=lambda o: (-len(o), o))
    )


@cache
def _counted() -> re.Pattern[str]:
    small = _any([*numbers.SMALL, *numbers.TENS])
    units = _any(list(numbers.SMALL)[1:10])
    one = rf"(?:{_any(numbers.TENS)})[- ](?:{units})|{small}|\d+(?:[.,]\d+)?"
    vague = words.VAGUE_NUMBERS
    two, half = rf"(?:{one}){words.BETWEEN_NUMBERS}(?:{one})", _any([words.AND_A_HALF])
    number = rf"{two}|(?:{one}){half}|{one}|{vague}"
    bound = _any(words.AT_MOST | words.AT_LEAST | words.ABOUT | words.EXACTLY)
    unit = "|".join(rf"{_any([u])}s?" for u in words.UNITS)
    word = _any([*words.COUNTING, *words.MEASURED])
    measured = rf"(?P<number>{number})\s+(?:{words.MORE}\s+)?(?P<unit>{unit})"
    counted = rf"(?:{measured}|(?P<bare>{_any(words.BARE)}))"
    return re.compile(
        rf"\b(?:(?P<bound>{bound})\s+)?{counted}\s+(?P<word>{word})\b(?!-)", re.IGNORECASE
    )


@cache
def _ordering() -> re.Pattern[str]:
    which, unit = _any(words.ORDERING), _any([*words.DAYS, *words.PERIODS])
    return re.compile(
        rf"\b{words.BEFORE_ORDERING}(?P<which>{which})\s+(?P<unit>{unit})\b(?!s)",
        re.IGNORECASE,
    )


@cache
def _backward() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_any(words.BACKWARD)})\b", re.IGNORECASE)


@cache
def _joining() -> re.Pattern[str]:
    return re.compile(
        rf"\b(?:(?:{_any(words.SHORTLY)})\s+)?(?P<word>{_any(words.JOINING)})\b(?!-)", re.IGNORECASE
    )


@cache
def _order_cue(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
