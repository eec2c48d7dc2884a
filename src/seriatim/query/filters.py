"""The FILTER language: words that select events of a chronology.

``kind:meeting actor:"Jane Roe" since:2016-04 -certainty:possible``: words side by side are joined
with "and", a comma inside a value means "or", a minus in front means "not", and a word without a
field is looked for in the text.  What each field means: ``docs/filters.md``.

``parse`` reads the words without a chronology; ``meaning`` resolves them for a case, ``select``
applies them to a chronology.  What a field compares in an event is in its ``Facts`` and ``Words``,
which a case stores beside its events.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NamedTuple, TypeVar, get_args

from seriatim.messages import query as messages
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
    """A wrong word in a filter: the message names it and lists the known ones."""


@dataclass(frozen=True, slots=True)
class Term:
    """One word of a filter: a field, its alternative values, and whether they are wanted."""

    field: str
    values: tuple[str, ...]
    wanted: bool = True

    def __str__(self) -> str:
        return f"{'' if self.wanted else '-'}{self.field}:{','.join(map(_quoted, self.values))}"


@dataclass(frozen=True, slots=True)
class Filter:
    """Terms joined with "and"; without terms, every event.  ``str`` gives a normal form."""

    terms: tuple[Term, ...] = ()

    def __str__(self) -> str:
        return " ".join(map(str, self.terms))


class Facts(NamedTuple):
    """What filters compare in an event, except its words."""

    kind: str
    actors: tuple[str, ...]  # ids
    certainties: tuple[str, ...]  # of its claims
    dated: bool
    start: int | None  # the first second that its words and links allow, ``None`` if open
    end: int | None
    known: bool  # whether they say anything about when
    status: Status = "proposed"


class Words(NamedTuple):
    """The words of an event that filters search, each text on its own line."""

    text: str  # summary, place and quotes, folded
    sources: str  # the words of the names, with spaces around each


@dataclass(frozen=True, slots=True)
class Known:
    """The kinds, actors and groups of a case, in which a filter's values are looked up."""

    kinds: Collection[str]
    actors: Sequence[Actor]
    groups: Mapping[str, Sequence[str]]


class Meaning(NamedTuple):
    """A filter resolved for a case; ``None`` where it has no terms of that half."""

    of_facts: Callable[[Facts], bool] | None
    of_words: Callable[[Words], bool] | None


class Field(NamedTuple):
    """A field: its help, the check of its values, and how it is resolved for a case."""

    means: str
    check: Callable[[Term], None]
    of_facts: Callable[[Known, tuple[str, ...]], Callable[[Facts], bool]] | None = None
    of_words: Callable[[tuple[str, ...]], Callable[[Words], bool]] | None = None


def parse(text: str) -> Filter:
    """The filter in a line of text.  Raises FilterError."""
    left_over = _TOKEN.sub("", text).strip()
    if left_over:
        raise FilterError(messages.open_quote(text))
    return Filter(tuple(_term(token) for token in _TOKEN.findall(text)))


def parse_words(words: Iterable[str]) -> Filter:
    """The filter in a command's arguments, without the shell's quotation marks.

    An argument that begins with a field and has no other field in it is one term, with any spaces
    in its value.  Raises FilterError.
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
    """The events that a filter selects, in the chronology's order.

    Raises FilterError for an unknown kind, group or actor.
    """
    meant = predicate(chronology, wanted)
    return tuple(event for event in chronology.events if meant(event))


def select_contacts(chronology: Chronology, wanted: Filter) -> tuple[Event, ...]:
    """The events that a filter selects; only contacts if it names no kind."""
    from seriatim.lang import contacts

    chosen = select(chronology, wanted)
    names_a_kind = any(term.field == "kind" for term in wanted.terms)
    return (
        chosen
        if names_a_kind
        else tuple(e for e in chosen if e.kind in contacts.TOGETHER | contacts.ONE_WAY)
    )


def predicate(chronology: Chronology, wanted: Filter) -> Callable[[Event], bool]:
    """The function that says whether an event is selected.

    Raises FilterError for an unknown kind, group or actor.
    """
    known = Known({event.kind for event in chronology.events}, chronology.actors, chronology.groups)
    of_facts, of_words = meaning(known, wanted)
    return lambda event: (
        (of_facts is None or of_facts(facts(event)))
        and (of_words is None or of_words(words(event)))
    )


def meaning(known: Known, wanted: Filter) -> Meaning:
    """The conditions of a filter on an event's facts and words.

    Raises FilterError for an unknown kind, group or actor.
    """
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


def period(wanted: Filter) -> Callable[[Facts], bool] | None:
    """Whether an event certainly lies in the filter's period, and not only may; or ``None``.

    The period is that of ``since:``, ``until:`` and ``during:`` together.
    """
    start = max(_edges(wanted, "since", lambda date: edtf.interval(date).start), default=None)
    end = min(_edges(wanted, "until", lambda date: edtf.interval(date).end), default=None)
    if start is None and end is None:
        return None
    return lambda facts: (
        facts.known
        and (start is None or (facts.start is not None and start <= facts.start))
        and (end is None or (facts.end is not None and facts.end <= end))
    )


def _edges(wanted: Filter, field: str, edge: Callable[[str], int | None]) -> list[int]:
    """The edges of the periods that a field and ``during:`` name."""
    found = (
        edge(term.values[0])
        for term in wanted.terms
        if term.wanted and term.field in (field, "during")
    )
    return [second for second in found if second is not None]


def facts(event: Event) -> Facts:
    """What filters compare in an event."""
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
    """The words of an event that filters search."""
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
        raise FilterError(messages.unknown_field(token, name, _suggest(field, FIELDS)))
    values = tuple(value for value in (_bare(piece) for piece in _PIECE.findall(rest)) if value)
    term = Term(field, values, not minus)
    if not values:
        raise FilterError(messages.no_value(token))
    FIELDS[field].check(term)
    return term


def _bare(piece: str) -> str:
    return " ".join(re.sub(r"[\"“”]", "", piece).split())


def _quoted(value: str) -> str:
    return f'"{value}"' if re.search(r"[\s,:-]", value) else value


def _suggest(word: str, known: Iterable[str]) -> str:
    names = sorted(dict.fromkeys(known))
    folded = {name.casefold(): name for name in names}
    close = get_close_matches(word.casefold(), folded, n=1)
    more = max(0, len(names) - _SHOWN)
    return messages.known_values(names[:_SHOWN], more, folded[close[0]] if close else None)


# The values that a field takes


def _anything(_: Term) -> None:
    return None


def _one_of(*known: str) -> Callable[[Term], None]:
    def check(term: Term) -> None:
        for value in term.values:
            if value.lower() not in known:
                suggested = _suggest(value, known)
                raise FilterError(messages.wrong_value(str(term), value, term.field, suggested))

    return check


def _one_date(term: Term) -> None:
    if len(term.values) != 1:
        raise FilterError(messages.one_date(str(term), term.field))
    if "/" in term.values[0] or not edtf.is_valid(term.values[0]) or term.values[0] == edtf.UNKNOWN:
        raise FilterError(messages.not_a_date(str(term), term.values[0]))


# How a field is resolved for a case


def _kind(known: Known, values: tuple[str, ...]) -> Callable[[Facts], bool]:
    kinds = {kind.casefold(): kind for kind in known.kinds}
    for value in values:
        if value.casefold() not in kinds:
            suggested = _suggest(value, kinds.values())
            raise FilterError(messages.unknown_kind(_quoted(value), value, suggested))
    meant = {value.casefold() for value in values}
    return lambda facts: facts.kind.casefold() in meant


def _actor(known: Known, values: tuple[str, ...]) -> Callable[[Facts], bool]:
    meant = {actor.id for value in values for actor in actors(known, value)}
    return lambda facts: not meant.isdisjoint(facts.actors)


def actors(known: Known | Chronology, value: str) -> tuple[Actor, ...]:
    """The actors that a value of ``actor:`` matches.  Raises FilterError if there are none."""
    asked = f" {_spaced(value)} "
    found = tuple(
        a
        for a in known.actors
        if value == a.id
        or (asked.strip() and any(asked in f" {_spaced(name)} " for name in _names_of(a)))
    )
    if not found:
        suggested = _suggest(value, (a.name for a in known.actors))
        raise FilterError(messages.unknown_actor(_quoted(value), value, suggested))
    return found


def _group(known: Known, values: tuple[str, ...]) -> Callable[[Facts], bool]:
    members = groups(known)
    folded = {name.casefold(): ids for name, ids in members.items()}
    for value in values:
        if value.casefold() not in folded:
            suggested = _suggest(value, members)
            raise FilterError(messages.unknown_group(_quoted(value), value, suggested))
    meant = frozenset[str]().union(*(folded[value.casefold()] for value in values))
    return lambda facts: not meant.isdisjoint(facts.actors)


def groups(known: Known | Chronology) -> dict[str, frozenset[str]]:
    """The ids of the actors of each group, from the case's list and from the actors."""
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


def _during(known: Known, values: tuple[str, ...]) -> Callable[[Facts], bool]:
    begun, ended = _since(known, values), _until(known, values)
    return lambda facts: begun(facts) and ended(facts)


def _dated(_: Known, values: tuple[str, ...]) -> Callable[[Facts], bool]:
    meant = {value.lower() == "yes" for value in values}
    return lambda facts: facts.dated in meant


def _status(_: Known, values: tuple[str, ...]) -> Callable[[Facts], bool]:
    meant = {value.lower() for value in values}
    return lambda facts: facts.status in meant


def _names_of(actor: Actor) -> Sequence[str]:
    return (actor.name, *actor.aliases)


def _spaced(name: str) -> str:
    """The words of a name, separated by single spaces, so that whole words can be found."""
    return " ".join(_WORD.findall(name.casefold()))


def _folded(text: str) -> str:
    return " ".join(text.casefold().split())


_HELP = messages.FIELDS
FIELDS: dict[str, Field] = {
    "kind": Field(_HELP["kind"], _anything, _kind),
    "actor": Field(_HELP["actor"], _anything, _actor),
    "group": Field(_HELP["group"], _anything, _group),
    "text": Field(_HELP["text"], _anything, of_words=_text),
    "source": Field(_HELP["source"], _anything, of_words=_source),
    "certainty": Field(_HELP["certainty"], _one_of(*get_args(Certainty)), _certainty),
    "since": Field(_HELP["since"], _one_date, _since),
    "until": Field(_HELP["until"], _one_date, _until),
    "during": Field(_HELP["during"], _one_date, _during),
    "dated": Field(_HELP["dated"], _one_of("yes", "no"), _dated),
    "status": Field(_HELP["status"], _one_of(*get_args(Status)), _status),
}
