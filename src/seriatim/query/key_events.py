"""A chronology → the lines of it that matter most, and why each is there.

What many documents tell independently of one another comes first; then what names people and
bodies, what is the first or the last of a thread (of what is told of one actor), what is told in
versions that differ, and what a person accepted.  Lines much like one that is already there, and
sayings, stand back.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from seriatim.model import Actor, Chronology, Event
from seriatim.temporal import edtf

INDEPENDENT, NAMED, END_OF_THREAD, VERSIONS, ACCEPTED = 3.0, 0.5, 1.0, 0.8, 1.0
TO_THE_DAY, UNDATED, SAYING, NOT_DONE, AGAIN = 0.4, -2.0, -1.0, -0.8, -1.2
THREAD = 4  # events of one actor that make a thread
MOST_NAMED = 3


@dataclass(frozen=True, slots=True)
class Line:
    """An event of the digest, what it weighs, and why it is there."""

    event: Event
    weight: float
    because: tuple[str, ...]


def digest(chronology: Chronology, events: Sequence[Event], most: int) -> tuple[Line, ...]:
    """At most ``most`` of ``events``, in their order."""
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
                + AGAIN * min(2, sum(shown[m] for m in marks[i]) / max(1, len(marks[i])))
            ),
        )
        del left[best]
        chosen.add(best)
        shown.update(marks[best])
    return tuple(rated[e.id] for e in events if e.id in chosen)


def _marks(event: Event) -> list[tuple[str, str]]:
    """What makes two lines much alike: one actor on one day, one actor in one kind of event."""
    actors = [a.actor for a in event.actors if a.role != "place"]
    return [(m, a) for a in actors for m in (event.when.edtf[:10], event.kind)]


def _ends(events: Sequence[Event], actors: dict[str, Actor]) -> dict[str, list[str]]:
    """The first and last dated event of every person or body that many are told of."""
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
            found.setdefault(thread[0].id, []).append(
                f"the first that is told of {actors[actor].name}"
            )
            found.setdefault(thread[-1].id, []).append(
                f"the last that is told of {actors[actor].name}"
            )
    return found


def _rated(event: Event, actors: dict[str, Actor], ends: Sequence[str]) -> Line:
    reasons = list(_reasons(event, actors, ends))
    return Line(
        event,
        round(sum(w for w, _ in reasons), 3),
        tuple(said for w, said in reasons if w > 0 and said),
    )


def _reasons(
    event: Event, actors: dict[str, Actor], ends: Sequence[str]
) -> Iterator[tuple[float, str]]:
    support = event.corroboration
    told = (
        f"told by {support.documents} documents, {support.independent} of them independent of one another"
        if support.documents > 1
        else ""
    )
    yield INDEPENDENT * math.log2(support.independent) + 0.01 * support.documents, told
    named = [
        actors[a].name
        for a in dict.fromkeys(a.actor for a in event.actors)
        if a in actors and actors[a].kind in ("person", "organization")
    ]
    if named:
        yield NAMED * min(len(named), MOST_NAMED), f"names {', '.join(named[:MOST_NAMED])}"
    for end in ends[:2]:
        yield END_OF_THREAD, end
    if any(d.kind != "finer" for d in event.differences):
        yield VERSIONS, "told in versions that differ"
    if event.status == "accepted":
        yield ACCEPTED, "accepted by a person"
    yield _date(event)
    if event.kind in ("statement", "message"):
        yield SAYING, ""
    if all(c.planned or c.polarity == "-" or c.certainty != "certain" for c in event.claims):
        yield NOT_DONE, ""


def _date(event: Event) -> tuple[float, str]:
    if event.when.edtf == edtf.UNKNOWN:
        return UNDATED, ""
    return (
        (TO_THE_DAY, "dated to the day")
        if edtf.precision(event.when.edtf) in ("day", "hour", "minute", "second")
        else (0.0, "")
    )
