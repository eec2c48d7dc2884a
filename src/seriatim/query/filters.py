"""The FILTER language: words that choose events of a chronology.

``kind:meeting actor:"Jane Roe" since:2016-04 -certainty:possible``: words side by side are all
meant, a comma inside a value means either, a minus in front means not, and a word without a field
is looked for in the text.  What each field means: ``docs/filters.md``.

``parse`` reads the words and knows nothing of a chronology; ``meaning`` holds them against what a
case knows, ``select`` against a chronology. What a field looks at in an event stands in its
``Facts`` and ``Words``, which a case keeps beside its events: one meaning, whoever asks.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple, TypeVar, get_args

from seriatim.model import Actor, Certainty, Chronology, Event, Status
from seriatim.temporal import edtf

T = TypeVar("T")

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


class Facts(NamedTuple):
    """What filters ask of an event, but for its words."""

    kind: str
    actors: tuple[str, ...]  # ids
    certainties: tuple[str, ...]  # of its claims
    dated: bool
    start: (
        int | None
    )  # the first second that its words and the order of events allow, ``None`` where open
    end: int | None
    known: bool  # whether they say anything of when
    status: Status = "proposed"


class Words(NamedTuple):
    """The words of an event that filters look through, each text on a line of its own."""

    text: str  # summary, place and quotes, folded
    sources: str  # the words of the names, a blank about each


@dataclass(frozen=True, slots=True)
class Known:
    """What a filter's words are held against: the kinds of event, the actors (their mentions don't matter) and the groups of a case."""

    kinds: Collection[str]
    actors: Sequence[Actor]
    groups: Mapping[str, Sequence[str]]


class Meaning(NamedTuple):
    """A filter held against a case; ``None`` where it asks nothing of that half."""

    of_facts: Callable[[Facts], bool] | None
    of_words: Callable[[Words], bool] | None


class Field(NamedTuple):
    """What a field means (a line for the help), which values it takes at all, and how it is held against what a case knows."""

    means: str
    check: Callable[[Term], None]
    of_facts: Callable[[Known, tuple[str, ...]], Callable[[Facts], bool]] | None = None
    of_words: Callable[[tuple[str, ...]], Callable[[Words], bool]] | None = None


def parse(text: str) -> Filter:
    """The filter that a line of text says.  Raises FilterError."""
    left_over = _TOKEN.sub("", text).strip()
    if left_over:
        raise FilterError(f"{text!r}: a quotation mark is opened and not closed")
    return Filter(tuple(_term(token) for token in _TOKEN.findall(text)))


def parse_words(words: Iterable[str]) -> Filter:
    """The filter of a command's arguments, from which the shell has taken the quotation marks.  Raises FilterError.

    An argument that begins with a field and has no further field in it is one term, whatever blanks
    its value holds.
    """
    terms: list[Term] = []
    for word in words:
        parts = word.split()
        one = (
            not re.search(_QUOTED, word)
            and len(parts) > 1
            and _known(parts[0])
            and not any(map(_known, parts[1:]))
        )
        terms.extend([_term(" ".join(parts))] if one else parse(word).terms)
    return Filter(tuple(terms))


def select(chronology: Chronology, wanted: Filter) -> tuple[Event, ...]:
    """The events that a filter chooses, in the chronology's order.  Raises FilterError for a kind, group or actor that it has not."""
    meant = predicate(chronology, wanted)
    return tuple(event for event in chronology.events if meant(event))


def select_contacts(chronology: Chronology, wanted: Filter) -> tuple[Event, ...]:
    """As :func:`select`; of a filter that names no kind only meetings, calls, messages and other contacts."""
    from seriatim.lang.en.contacts import ONE_WAY, TOGETHER

    chosen = select(chronology, wanted)
    names_a_kind = any(term.field == "kind" for term in wanted.terms)
    return chosen if names_a_kind else tuple(e for e in chosen if e.kind in TOGETHER | ONE_WAY)


def predicate(chronology: Chronology, wanted: Filter) -> Callable[[Event], bool]:
    """Whether an event of the chronology is meant.  Raises FilterError for a kind, group or actor that it has not."""
    known = Known({event.kind for event in chronology.events}, chronology.actors, chronology.groups)
    of_facts, of_words = meaning(known, wanted)
    return lambda event: (
        (of_facts is None or of_facts(facts(event)))
        and (of_words is None or of_words(words(event)))
    )


def meaning(known: Known, wanted: Filter) -> Meaning:
    """What a filter asks of an event's facts and of its words.  Raises FilterError for a kind, group or actor that is not known."""
    on_facts, on_words = [], []
    for term in wanted.terms:
        field = FIELDS[term.field]
        if field.of_facts:
            on_facts.append((field.of_facts(known, term.values), term.wanted))
        if field.of_words:
            on_words.append((field.of_words(term.values), term.wanted))
    return Meaning(_all(on_facts), _all(on_words))


def _all(built: Sequence[tuple[Callable[[T], bool], bool]]) -> Callable[[T], bool] | None:
    if len(built) == 1 and built[0][1]:
        return built[0][0]
    return (
        (lambda asked: all(holds(asked) == expected for holds, expected in built))
        if built
        else None
    )


def facts(event: Event) -> Facts:
    """What filters ask of an event."""
    allowed = edtf.bounded(event.when.edtf, event.when.earliest, event.when.latest)
    return Facts(
        event.kind,
        tuple(part.actor for part in event.actors),
        tuple(dict.fromkeys(claim.certainty for claim in event.claims)),
        event.when.edtf != edtf.UNKNOWN,
        *allowed,
        allowed != edtf.EVER,
        event.status,
    )


def words(event: Event) -> Words:
    """The words of an event that filters look through."""
    texts = dict.fromkeys(
        (event.summary, event.place or "", *(claim.quote for claim in event.claims))
    )
    names = dict.fromkeys(source.name for claim in event.claims for source in claim.sources)
    return Words("\n".join(map(_folded, texts)), "\n".join(f" {_spaced(name)} " for name in names))


# From words to terms


def _known(word: str) -> bool:
    match = _FIELD.fullmatch(word)
    return bool(match) and match[2].lower() in FIELDS if match else False


def _term(token: str) -> Term:
    match = _FIELD.fullmatch(token)
    minus, name, rest = (
        match.groups()
        if match
        else (token[:1] if token[:1] == "-" else "", "text", token.removeprefix("-"))
    )
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
    shown = ", ".join(names[:_SHOWN]) + (
        f" and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    )
    return f"; known: {shown}" + (f". Did you mean {folded[close[0]]!r}?" if close else "")


# What values a field takes


def _anything(_: Term) -> None:
    return None


def _one_of(*known: str) -> Callable[[Term], None]:
    def check(term: Term) -> None:
        for value in term.values:
            if value.lower() not in known:
                raise FilterError(
                    f"{term}: {value!r} is not a value of {term.field}{_suggest(value, known)}"
                )

    return check


def _one_date(term: Term) -> None:
    if len(term.values) != 1:
        raise FilterError(f"{term}: {term.field} takes one date")
    if "/" in term.values[0] or not edtf.is_valid(term.values[0]) or term.values[0] == edtf.UNKNOWN:
        raise FilterError(
            f"{term}: {term.values[0]!r} is not a date; known: a year, month or day such as 2016, 2016-04 or 2016-04-27"
        )


# How a field is held against what a case knows


def _kind(known: Known, values: tuple[str, ...]) -> Callable[[Facts], bool]:
    kinds = {kind.casefold(): kind for kind in known.kinds}
    for value in values:
        if value.casefold() not in kinds:
            raise FilterError(
                f"kind:{_quoted(value)}: no event is of the kind {value!r}{_suggest(value, kinds.values())}"
            )
    meant = {value.casefold() for value in values}
    return lambda facts: facts.kind.casefold() in meant


def _actor(known: Known, values: tuple[str, ...]) -> Callable[[Facts], bool]:
    meant = {actor.id for value in values for actor in actors(known, value)}
    return lambda facts: not meant.isdisjoint(facts.actors)


def actors(known: Known | Chronology, value: str) -> tuple[Actor, ...]:
    """Everybody whom the value of ``actor:`` means.  Raises FilterError where that is nobody."""
    asked = f" {_spaced(value)} "
    found = tuple(
        a
        for a in known.actors
        if value == a.id
        or (asked.strip() and any(asked in f" {_spaced(name)} " for name in _names_of(a)))
    )
    if not found:
        raise FilterError(
            f"actor:{_quoted(value)}: nobody is called {value!r}{_suggest(value, (a.name for a in known.actors))}"
        )
    return found


def _group(known: Known, values: tuple[str, ...]) -> Callable[[Facts], bool]:
    members = groups(known)
    folded = {name.casefold(): ids for name, ids in members.items()}
    for value in values:
        if value.casefold() not in folded:
            raise FilterError(
                f"group:{_quoted(value)}: there is no group {value!r}{_suggest(value, members)}"
            )
    meant = frozenset[str]().union(*(folded[value.casefold()] for value in values))
    return lambda facts: not meant.isdisjoint(facts.actors)


def groups(known: Known | Chronology) -> dict[str, frozenset[str]]:
    """Group name -> ids of its actors, from the case's list and from what each actor says of itself."""
    members: dict[str, set[str]] = {name: set(ids) for name, ids in known.groups.items()}
    for actor in known.actors:
        for name in actor.groups:
            members.setdefault(name, set()).add(actor.id)
    return {name: frozenset(ids) for name, ids in sorted(members.items())}


def _text(values: tuple[str, ...]) -> Callable[[Words], bool]:
    meant = [_folded(value) for value in values]
    return lambda words: any(value in words.text for value in meant)


def _source(values: tuple[str, ...]) -> Callable[[Words], bool]:
    meant = [f" {asked} " for asked in map(_spaced, values) if asked]
    return lambda words: any(value in words.sources for value in meant)


def _certainty(_: Known, values: tuple[str, ...]) -> Callable[[Facts], bool]:
    meant = {value.lower() for value in values}
    return lambda facts: not meant.isdisjoint(facts.certainties)


def _since(_: Known, values: tuple[str, ...]) -> Callable[[Facts], bool]:
    start = edtf.interval(values[0]).start
    return lambda facts: facts.known and (facts.end is None or start is None or start < facts.end)


def _until(_: Known, values: tuple[str, ...]) -> Callable[[Facts], bool]:
    end = edtf.interval(values[0]).end
    return lambda facts: facts.known and (facts.start is None or end is None or facts.start < end)


def _dated(_: Known, values: tuple[str, ...]) -> Callable[[Facts], bool]:
    meant = {value.lower() == "yes" for value in values}
    return lambda facts: facts.dated in meant


def _status(_: Known, values: tuple[str, ...]) -> Callable[[Facts], bool]:
    meant = {value.lower() for value in values}
    return lambda facts: facts.status in meant


def _names_of(actor: Actor) -> Sequence[str]:
    return (actor.name, *actor.aliases)


def _spaced(name: str) -> str:
    """The words of a name, so that whole ones side by side are found in it."""
    return " ".join(_WORD.findall(name.casefold()))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


FIELDS: dict[str, Field] = {
    "kind": Field("the kind of event, such as meeting", _anything, _kind),
    "actor": Field(
        "somebody or a body that takes part, by name, part of a name, alias or id",
        _anything,
        _actor,
    ),
    "group": Field(
        "a group of the case to which one of those who take part belongs", _anything, _group
    ),
    "text": Field(
        "words of the summary, the place or a quote; a word without a field means the same",
        _anything,
        of_words=_text,
    ),
    "source": Field(
        "who a claim says said so, by name or part of a name", _anything, of_words=_source
    ),
    "certainty": Field(
        "how firmly the source of one of its claims commits: certain, probable, possible",
        _one_of(*get_args(Certainty)),
        _certainty,
    ),
    "since": Field(
        "it may have happened then or later; an event of which nothing is known is left out",
        _one_date,
        _since,
    ),
    "until": Field(
        "it may have happened then or earlier; an event of which nothing is known is left out",
        _one_date,
        _until,
    ),
    "dated": Field("yes: the words give a date; no: they give none", _one_of("yes", "no"), _dated),
    "status": Field(
        "what a person decided: proposed where nobody did, accepted, rejected, disputed",
        _one_of(*get_args(Status)),
        _status,
    ),
}
