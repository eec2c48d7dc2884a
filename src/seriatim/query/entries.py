"""Entries: what a reader sees as one line of a chronology.

An entry is the main event of a sentence (or row), with the minor events of the same sentence, date,
source and polarity folded in.  Events stay as they are in the data; entries are a view of them.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from seriatim.lang import noun_phrases, roles
from seriatim.model import Chronology, Claim, Event, When

Key = tuple[object, ...]
_PLAIN = frozenset({"act", "statement", "message"})  # types that say least about what happened


@dataclass(frozen=True, slots=True)
class Entry:
    """A main event and the minor events that are folded into it, in the order of the text."""

    main: Event
    minor: tuple[Event, ...] = ()

    @property
    def id(self) -> str:
        """The id of the main event, which is also that of the entry."""
        return self.main.id

    @property
    def headline(self) -> str:
        """The headline of the main event."""
        return self.main.summary

    @property
    def when(self) -> When:
        """The date of the main event."""
        return self.main.when

    @property
    def events(self) -> tuple[Event, ...]:
        """All events of the entry, the main one first."""
        return (self.main, *self.minor)


def entries(events: Sequence[Event]) -> tuple[Entry, ...]:
    """The entries of some events, in the order of their main events."""
    main_of = folded(events)
    minor: dict[str, list[Event]] = {}
    for event in events:
        if event.id in main_of:
            minor.setdefault(main_of[event.id], []).append(event)
    return tuple(
        Entry(event, tuple(sorted(minor.get(event.id, ()), key=_place)))
        for event in events
        if event.id not in main_of
    )


def folded(events: Sequence[Event]) -> dict[str, str]:
    """The minor events: the id of each with the id of the main event that it is folded into.

    Of the events that one sentence tells with one date, source and polarity, the main one is the
    most prominent; an event that several sentences or documents tell is folded into no other.
    """
    by_sentence: dict[Key, list[Event]] = {}
    for event in events:
        for key in dict.fromkeys(map(_sentence, event.claims)):
            by_sentence.setdefault((*key, event.when.edtf, event.status), []).append(event)
    found: dict[str, str] = {}
    mains: set[str] = set()
    for sharing in by_sentence.values():
        left = [e for e in sharing if e.id not in found]
        if len(left) < 2:
            continue
        main = max(left, key=_prominence)
        mains.add(main.id)
        for event in left:
            if event is not main and event.id not in mains and not _is_told_again(event):
                found[event.id] = main.id
    return found


def stands_alone(headline: str) -> bool:
    """Whether a headline begins with a name or noun, not with a pronoun, digit or loose clause."""
    first = headline.split(" ", 1)[0].strip("“\"'(")
    word = first.casefold()
    return (
        first[:1].isalpha()
        and word not in roles.PERSONAL_PRONOUNS
        and word not in noun_phrases.POINTING
        and word not in noun_phrases.RELATIVE
    )


def _prominence(event: Event) -> tuple[object, ...]:
    """What puts an event before others of its sentence; of equals, the first told."""
    headline = event.summary
    taking_part = sum(part.role != "place" for part in event.actors)
    predicate = min((claim.predicate[0] for claim in event.claims), default=0)
    return (
        _is_told_again(event),
        stands_alone(headline),
        event.kind not in _PLAIN,
        min(taking_part, 2),
        -predicate,
    )


def _sentence(claim: Claim) -> Key:
    """What claims must share to be told in one breath: sentence, sources and polarity."""
    sources = tuple(source.name for source in claim.sources)
    return (claim.document, claim.span, sources, claim.polarity, claim.planned)


def _is_told_again(event: Event) -> bool:
    return len({(claim.document, claim.span) for claim in event.claims}) > 1


def _place(event: Event) -> tuple[str, int]:
    return (event.claims[0].document, event.claims[0].predicate[0])


def with_main_events(chronology: Chronology, main: AbstractSet[str]) -> Chronology:
    """A chronology with some main events only, and the links and findings between these."""
    return replace(
        chronology,
        events=tuple(event for event in chronology.events if event.id in main),
        links=tuple(x for x in chronology.links if x.first in main and x.second in main),
        conflicts=tuple(x for x in chronology.conflicts if main >= set(x.events)),
        findings=tuple(x for x in chronology.findings if main >= set(x.events)),
    )
