"""The FILTER language: words that choose events of a chronology.

``kind:meeting actor:"Jane Roe" since:2016-04 -certainty:possible``: words side by side are all meant, a comma inside a value means
either, a minus in front means not, and a word without a field is looked for in the text.  What each field means: ``docs/filters.md``.

``parse`` reads the words and knows nothing of a chronology; ``predicate`` and ``select`` hold them against one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple, get_args

from seriatim import edtf
from seriatim.model import Actor, Certainty, Chronology, Event

Predicate = Callable[[Event], bool]

_QUOTED = r'"[^"]*"|“[^”]*”'
_TOKEN = re.compile(rf"(?:[^\s\"“”]|{_QUOTED})+")
_PIECE = re.compile(rf"(?:[^,\"“”]|{_QUOTED})+")
_FIELD = re.compile(r"(-?)([A-Za-z]+):(.*)", re.DOTALL)
_WORD = re.compile(r"\w+")
_SHOWN = 12


class FilterError(ValueError):
    """A word of a filter that can't be meant: the message names it and says what is known."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a filter: a field, the values of which either will do, and whether they are wanted or not."""

    field: str
    values: tuple[str, ...]
    wanted: bool = True

    def __str__(self) -> str:
        return f"{'' if self.wanted else '-'}{self.field}:{','.join(map(_quoted, self.values))}"


@dataclass(frozen=True, slots=True)
class Filter:
    """Terms that are all meant; none of them: every event.  ``str`` gives the words back in one spelling."""

    terms: tuple[Term, ...] = ()

    def __str__(self) -> str:
        return " ".join(map(str, self.terms))


class Field(NamedTuple):
    """What a field means (a line for the help), which values it takes at all, and how it is held against a chronology."""

    means: str
    check: Callable[[Term], None]
    build: Callable[[Chronology, tuple[str, ...]], Predicate]


def parse(text: str) -> Filter:
    """The filter that a line of text says.  Raises FilterError."""
    left_over = _TOKEN.sub("", text).strip()
    if left_over:
        raise FilterError(f"{text!r}: a quotation mark is opened and not closed")
    return Filter(tuple(_term(token) for token in _TOKEN.findall(text)))


def parse_words(words: Iterable[str]) -> Filter:
    """The filter of a command's arguments, from which the shell has taken the quotation marks.  Raises FilterError.

    An argument that begins with a field and has no further field in it is one term, whatever blanks its value holds.
    """
    terms: list[Term] = []
    for word in words:
        parts = word.split()
        one = not re.search(_QUOTED, word) and len(parts) > 1 and _known(parts[0]) and not any(map(_known, parts[1:]))
        terms.extend([_term(" ".join(parts))] if one else parse(word).terms)
    return Filter(tuple(terms))


def select(chronology: Chronology, wanted: Filter) -> tuple[Event, ...]:
    """The events that a filter chooses, in the chronology's order.  Raises FilterError for a kind, group or actor that it has not."""
    meant = predicate(chronology, wanted)
    return tuple(event for event in chronology.events if meant(event))


def predicate(chronology: Chronology, wanted: Filter) -> Predicate:
    """Whether an event of the chronology is meant.  Raises FilterError for a kind, group or actor that it has not."""
    built = [(FIELDS[term.field].build(chronology, term.values), term.wanted) for term in wanted.terms]
    return lambda event: all(holds(event) == expected for holds, expected in built)


# From words to terms


def _known(word: str) -> bool:
    match = _FIELD.fullmatch(word)
    return bool(match) and match[2].lower() in FIELDS if match else False


def _term(token: str) -> Term:
    match = _FIELD.fullmatch(token)
    minus, name, rest = match.groups() if match else (token[:1] if token[:1] == "-" else "", "text", token.removeprefix("-"))
    field = name.lower()
    if field not in FIELDS:
        raise FilterError(f"{token}: there is no field {name!r}{_suggest(field, FIELDS)}")
    values = tuple(value for value in (_bare(piece) for piece in _PIECE.findall(rest)) if value)
    term = Term(field, values, not minus)
    if not values:
        raise FilterError(f"{token}: nothing stands after the colon")
    FIELDS[field].check(term)
    return term


def _bare(piece: str) -> str:
    return " ".join(re.sub(r"[\"“”]", "", piece).split())


def _quoted(value: str) -> str:
    return f'"{value}"' if re.search(r"[\s,:-]", value) else value


def _suggest(word: str, known: Iterable[str]) -> str:
    names = sorted(dict.fromkeys(known))
    if not names:
        return "; the chronology has none"
    folded = {name.casefold(): name for name in names}
    close = get_close_matches(word.casefold(), folded, n=1)
    shown = ", ".join(names[:_SHOWN]) + (f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else "")
    return f"; known: {shown}" + (f". Did you mean {folded[close[0]]!r}?" if close else "")


# What values a field takes


def _anything(_: Term) -> None:
    return None


def _one_of(*known: str) -> Callable[[Term], None]:
    def check(term: Term) -> None:
        for value in term.values:
            if value.lower() not in known:
                raise FilterError(f"{term}: {value!r} is not a value of {term.field}{_suggest(value, known)}")

    return check


def _one_date(term: Term) -> None:
    if len(term.values) != 1:
        raise FilterError(f"{term}: {term.field} takes one date")
    if "/" in term.values[0] or not edtf.is_valid(term.values[0]) or term.values[0] == edtf.UNKNOWN:
        raise FilterError(f"{term}: {term.values[0]!r} is not a date; known: a year, month or day such as 2016, 2016-04 or 2016-04-27")


# How a field is held against a chronology


def _kind(chronology: Chronology, values: tuple[str, ...]) -> Predicate:
    kinds = {event.kind.casefold(): event.kind for event in chronology.events}
    for value in values:
        if value.casefold() not in kinds:
            raise FilterError(f"kind:{_quoted(value)}: no event is of the kind {value!r}{_suggest(value, kinds.values())}")
    meant = {value.casefold() for value in values}
    return lambda event: event.kind.casefold() in meant


def _actor(chronology: Chronology, values: tuple[str, ...]) -> Predicate:
    meant = {actor.id for value in values for actor in actors(chronology, value)}
    return lambda event: any(part.actor in meant for part in event.actors)


def actors(chronology: Chronology, value: str) -> tuple[Actor, ...]:
    """Everybody whom the value of ``actor:`` means.  Raises FilterError where that is nobody."""
    found = tuple(a for a in chronology.actors if value == a.id or any(_names(value, name) for name in _names_of(a)))
    if not found:
        raise FilterError(f"actor:{_quoted(value)}: nobody is called {value!r}{_suggest(value, (a.name for a in chronology.actors))}")
    return found


def _group(chronology: Chronology, values: tuple[str, ...]) -> Predicate:
    members = groups(chronology)
    folded = {name.casefold(): ids for name, ids in members.items()}
    for value in values:
        if value.casefold() not in folded:
            raise FilterError(f"group:{_quoted(value)}: there is no group {value!r}{_suggest(value, members)}")
    meant = frozenset[str]().union(*(folded[value.casefold()] for value in values))
    return lambda event: any(part.actor in meant for part in event.actors)


def groups(chronology: Chronology) -> dict[str, frozenset[str]]:
    """Group name -> ids of its actors, from the case's list and from what each actor says of itself."""
    members: dict[str, set[str]] = {name: set(ids) for name, ids in chronology.groups.items()}
    for actor in chronology.actors:
        for name in actor.groups:
            members.setdefault(name, set()).add(actor.id)
    return {name: frozenset(ids) for name, ids in sorted(members.items())}


def _text(_: Chronology, values: tuple[str, ...]) -> Predicate:
    meant = [_folded(value) for value in values]

    def holds(event: Event) -> bool:
        texts = [_folded(text) for text in (event.summary, event.place or "", *(claim.quote for claim in event.claims))]
        return any(value in text for value in meant for text in texts)

    return holds


def _source(_: Chronology, values: tuple[str, ...]) -> Predicate:
    return lambda event: any(_names(value, source.name) for value in values for claim in event.claims for source in claim.sources)


def _certainty(_: Chronology, values: tuple[str, ...]) -> Predicate:
    meant = {value.lower() for value in values}
    return lambda event: any(claim.certainty in meant for claim in event.claims)


def _since(_: Chronology, values: tuple[str, ...]) -> Predicate:
    return _may_lie_in(edtf.Interval(edtf.interval(values[0]).start, None))


def _until(_: Chronology, values: tuple[str, ...]) -> Predicate:
    return _may_lie_in(edtf.Interval(None, edtf.interval(values[0]).end))


def _may_lie_in(asked: edtf.Interval) -> Predicate:
    def holds(event: Event) -> bool:
        allowed = edtf.bounded(event.when.edtf, event.when.earliest, event.when.latest)
        return allowed != edtf.EVER and allowed.meets(asked)

    return holds


def _dated(_: Chronology, values: tuple[str, ...]) -> Predicate:
    meant = {value.lower() == "yes" for value in values}
    return lambda event: (event.when.edtf != edtf.UNKNOWN) in meant


def _names_of(actor: Actor) -> Sequence[str]:
    return (actor.name, *actor.aliases)


def _names(value: str, name: str) -> bool:
    """Whether the words of the value stand in the name, whole and side by side."""
    asked, words = _WORD.findall(value.casefold()), _WORD.findall(name.casefold())
    return bool(asked) and any(words[i : i + len(asked)] == asked for i in range(len(words) - len(asked) + 1))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


FIELDS: dict[str, Field] = {
    "kind": Field("the kind of event, such as meeting", _anything, _kind),
    "actor": Field("somebody or a body that takes part, by name, part of a name, alias or id", _anything, _actor),
    "group": Field("a group of the case to which one of those who take part belongs", _anything, _group),
    "text": Field("words of the summary, the place or a quote; a word without a field means the same", _anything, _text),
    "source": Field("who a claim says said so, by name or part of a name", _anything, _source),
    "certainty": Field("how firmly the source of one of its claims commits: certain, probable, possible", _one_of(*get_args(Certainty)), _certainty),
    "since": Field("it may have happened then or later; an event of which nothing is known is left out", _one_date, _since),
    "until": Field("it may have happened then or earlier; an event of which nothing is known is left out", _one_date, _until),
    "dated": Field("yes: the words give a date; no: they give none", _one_of("yes", "no"), _dated),
}
