"""Numbers that claims give: their value, how the words bound it, and what they count."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, product

from seriatim.lang import numbers
from seriatim.lang import numbers as numbers_words
from seriatim.messages.quantities import VOTES
from seriatim.model import Claim, Quantity

ABOUT = 0.2  # "about ten" agrees with eight to twelve
_NUMBERS = frozenset(
    (*numbers_words.SMALL, *numbers_words.TENS, *numbers_words.SCALES, *numbers_words.GROUPS)
)
_AGAINST = re.compile(numbers.IN_TALLY)
_BEFORE = re.compile(numbers.BEFORE_TALLY, re.IGNORECASE)


def bounds(quantity: Quantity) -> tuple[float, float] | None:
    """The least and the most that the words allow, or ``None`` where they contain no number."""
    value = amount(quantity.text)
    if value is None:
        return None
    slack = value * ABOUT if quantity.bound == "about" else 0.0
    low = float("-inf") if quantity.bound == "at most" else value - slack
    return low, float("inf") if quantity.bound == "at least" else value + slack


def amount(text: str) -> float | None:
    """The number that the words give, in digits or spelled out, or ``None``.

    Words that multiply are counted in: "three hundred", "$2.5 million", "two dozen".
    """
    whole, part, any_read = 0.0, 0.0, False
    for word in re.findall(r"\d[\d,]*(?:\.\d+)?|[^\W\d_]+", text.lower()):
        if word[0].isdigit():
            if any_read:
                break  # a second number
            part, any_read = float(word.replace(",", "")), True
        elif word in numbers_words.SMALL or word in numbers_words.TENS:
            part, any_read = (
                part + (numbers_words.SMALL.get(word) or numbers_words.TENS.get(word) or 0),
                True,
            )
        elif scale := numbers_words.GROUPS.get(word) or numbers_words.SCALES.get(word):
            part, any_read = (part or 1.0) * scale, True
            if scale >= numbers_words.SCALES["thousand"]:
                whole, part = whole + part, 0.0
        elif any_read and word != "and":
            break
    return whole + part if any_read else None


def noun(quantity: Quantity) -> str:
    """The noun that is counted, in the singular, or the currency; "" for a bare number."""
    if money := next(
        (name for sign, name in numbers_words.CURRENCIES.items() if sign in quantity.text), ""
    ):
        return money
    words = re.findall(r"[^\W\d_]+", quantity.text.lower())
    return words[-1].removesuffix("s") if words and words[-1] not in _NUMBERS else ""


def exclude(one: Quantity, other: Quantity) -> bool:
    """Whether two numbers of the same thing, or two tallies, cannot both be right."""
    a, b = bounds(one), bounds(other)
    if a is None or b is None:
        return False
    sides = [_sides(q.text) for q in (one, other)]
    return sides[0] != sides[1] if all(sides) else a[1] < b[0] or b[1] < a[0]


def _sides(text: str) -> list[float]:
    """The two numbers of a tally, the smaller first; empty where they are not two: "21-year"."""
    found = [amount(part) for part in _AGAINST.split(text)]
    known = [n for n in found if n is not None]
    return sorted(known) if len(known) == len(found) == 2 else []


def counted(claim: Claim) -> dict[str, list[Quantity]]:
    """The numbers of a claim by what they count.

    The two numbers of a tally ("by 30 votes to 12") form one entry.
    """
    found: dict[str, list[Quantity]] = {}
    tallies = list(_tallies(claim))
    for tally in tallies:
        found.setdefault(VOTES, []).append(tally)
    for quantity in claim.quantities:
        in_tally = any(t.span[0] <= quantity.span[0] < t.span[1] for t in tallies)
        if noun(quantity) and not in_tally:
            found.setdefault(noun(quantity), []).append(quantity)
    return found


def contradictions(one: Claim, other: Claim) -> Iterator[tuple[Quantity, Quantity]]:
    """The first two numbers of each thing that both claims count, where none of them agree."""
    here, there = counted(one), counted(other)
    for thing in here:
        pairs = list(product(here[thing], there.get(thing, ())))
        if pairs and all(exclude(a, b) for a, b in pairs):
            yield pairs[0]


def _tallies(claim: Claim) -> Iterator[Quantity]:
    """The votes for and against that a claim gives together.

    Examples: "21 to 9" after "by" or "voted"; "5-4" of a decision.
    """
    at = claim.span[0]
    for one, other in pairwise(sorted(claim.quantities, key=lambda q: q.span)):
        before, between = (
            claim.quote[: one.span[0] - at],
            claim.quote[one.span[1] - at : other.span[0] - at],
        )
        first, second = noun(one), noun(other)
        told = (
            first == "vote"
            or second == "vote"
            or _BEFORE.search(before)
            or (claim.kind == "decision" and between.strip() not in ("to", ""))
        )
        if (
            _AGAINST.fullmatch(between)
            and first in ("", "vote")
            and second in ("", "vote")
            and told
        ):
            yield Quantity(
                (one.span[0], other.span[1]), claim.quote[one.span[0] - at : other.span[1] - at]
            )
