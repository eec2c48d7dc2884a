"""Key events: the events of a chronology that rank highest, and the reasons.

Events that many independent documents report come first; then those that name people and
organizations, begin or end a thread (the events of one actor), have differing versions, or were
accepted by a person.  Statements, and events much like one already selected, rank lower.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seriatim.messages import query as messages
from seriatim.model import Actor, Chronology, Event
from seriatim.temporal import edtf

INDEPENDENT, NAMED, END_OF_THREAD, VERSIONS, ACCEPTED = 3.0, 0.5, 1.0, 0.8, 1.0
TO_THE_DAY, UNDATED, STATEMENT, NOT_ASSERTED, SIMILAR = 0.4, -2.0, -1.0, -0.8, -1.2
THREAD = 4  # events of one actor that make a thread
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class KeyEvent:
    """An event with its weight and the reasons for it."""

    event: Event
    weight: float
    because: tuple[str, ...]


def key_events(chronology: Chronology, events: Sequence[Event], most: int) -> tuple[KeyEvent, ...]:
    """At most ``most`` key events of ``events``, in their order."""
    actors = {a.id: a for a in chronology.actors}
    ends = _ends(chronology.events, actors)
    rated = {e.id: _rated(e, actors, ends.get(e.id, [])) for e in events if e.status != "rejected"}
    shown: Counter[tuple[str, str]] = Counter()
    left = dict.fromkeys(e.id for e in events if e.id in rated)
    chosen: set[str] = set()
    marks = {i: _marks(rated[i].event) for i in left}
    while left and len(chosen) < most:
        best = max(
            left,
            key=lambda i: (
                rated[i].weight
                + SIMILAR * min(2, sum(shown[m] for m in marks[i]) / max(1, len(marks[i])))
            ),
        )
        del left[best]
        chosen.add(best)
        shown.update(marks[best])
    return tuple(rated[e.id] for e in events if e.id in chosen)


def _marks(event: Event) -> list[tuple[str, str]]:
    """What makes two events similar: an actor on one day, an actor in one kind of event."""
    actors = [a.actor for a in event.actors if a.role != "place"]
    return [(m, a) for a in actors for m in (event.when.edtf[:10], event.kind)]


def _ends(events: Sequence[Event], actors: dict[str, Actor]) -> dict[str, list[str]]:
    """The reasons of first and last events of actors with many, by event."""
    threads: dict[str, list[Event]] = {}
    for event in sorted(
        (e for e in events if edtf.first_day(e.when.edtf) is not None),
        key=lambda e: edtf.first_day(e.when.edtf) or 0,
    ):
        for actor in dict.fromkeys(a.actor for a in event.actors if a.role != "place"):
            if actor in actors and actors[actor].kind in ("person", "organization", "alias"):
                threads.setdefault(actor, []).append(event)
    found: dict[str, list[str]] = {}
    for actor, thread in threads.items():
        if len(thread) >= THREAD:
            found.setdefault(thread[0].id, []).append(messages.first_about(actors[actor].name))
            found.setdefault(thread[-1].id, []).append(messages.last_about(actors[actor].name))
    return found


def _rated(event: Event, actors: dict[str, Actor], ends: Sequence[str]) -> KeyEvent:
    reasons = list(_reasons(event, actors, ends))
    return KeyEvent(
        event,
        round(sum(w for w, _ in reasons), 3),
        tuple(reason for w, reason in reasons if w > 0 and reason),
    )


def _reasons(
    event: Event, actors: dict[str, Actor], ends: Sequence[str]
) -> Iterator[tuple[float, str]]:
    support = event.corroboration
    reported = messages.reported_by(support.documents, support.independent)
    weight = INDEPENDENT * math.log2(support.independent) + 0.01 * support.documents
    yield weight, reported if support.documents > 1 else ""
    named = [
        actors[a].name
        for a in dict.fromkeys(a.actor for a in event.actors)
        if a in actors and actors[a].kind in ("person", "organization")
    ]
    if named:
        yield NAMED * min(len(named), MOST_NAMED), messages.names(named[:MOST_NAMED])
    for end in ends[:2]:
        yield END_OF_THREAD, end
    if any(d.kind != "finer" for d in event.differences):
        yield VERSIONS, messages.VERSIONS_DIFFER
    if event.status == "accepted":
        yield ACCEPTED, messages.ACCEPTED
    yield _date(event)
    if event.kind in ("statement", "message"):
        yield STATEMENT, ""
    if all(c.planned or c.polarity == "-" or c.certainty != "certain" for c in event.claims):
        yield NOT_ASSERTED, ""


def _date(event: Event) -> tuple[float, str]:
    if event.when.edtf == edtf.UNKNOWN:
        return UNDATED, ""
    return (
        (TO_THE_DAY, messages.DATED_TO_THE_DAY)
        if edtf.precision(event.when.edtf) in ("day", "hour", "minute", "second")
        else (0.0, "")
    )
