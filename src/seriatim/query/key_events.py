"""Key events: the entries of a chronology that rank highest, and the reasons.

Each entry has a weight: the sum of named signals (how many independent documents and sections tell
it, whether a summary or heading does, who takes part, how exact its date is …).  Entries are then
selected one at a time by maximal marginal relevance: what is much like an entry already selected
(the same people, day, type or section) counts less, so that a few lines tell the whole story.
"""

from __future__ import annotations

import heapq
import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from seriatim.messages import query as messages
from seriatim.model import Actor, Chronology, Event
from seriatim.query import salience as texts
from seriatim.query.entries import Entry, entries, stands_alone
from seriatim.temporal import edtf

# What each signal adds; measured together by benchmarks/keyevents.py.
INDEPENDENT, TOLD, IN_SECTIONS = 3.0, 0.8, 0.6
SUMMARY, CONCLUSION, TITLE = 2.0, 1.0, 1.0
NAMED, CENTRAL, OF_A_DAY, RARE = 0.8, 1.5, 0.8, 0.6
END_OF_THREAD, VERSIONS, LINKED, STARRED = 0.5, 0.8, 0.3, 100.0
TO_THE_DAY, TO_THE_MONTH, UNDATED = 1.0, 0.6, -1.5
STATEMENT, NOT_ASSERTED, STANDS_NOT_ALONE = -0.8, -0.8, -1.0
SIMILAR = -1.2
SELECTED = 1_000
THREAD = 4  # events of one actor that make a thread
MOST_NAMED = 3
FOLDED = 0.1  # for each event folded in
Mark = tuple[str, object]


@dataclass(frozen=True, slots=True)
class KeyEntry:
    """An entry with its weight, its rank (1 is the first selected) and the reasons for it."""

    entry: Entry
    weight: float
    rank: int
    because: tuple[str, ...]


def key_events(chronology: Chronology, events: Sequence[Event], most: int) -> tuple[KeyEntry, ...]:
    """At most ``most`` key entries of ``events``, in the order of the events."""
    chosen = {found.entry.id: found for found in ranked(chronology, events, most)}
    return tuple(chosen[e.id] for e in events if e.id in chosen)


def ranked(
    chronology: Chronology, events: Sequence[Event], most: int | None = None
) -> tuple[KeyEntry, ...]:
    """The entries of ``events`` that are not rejected, best first; at most ``most``.

    After so many that nobody reads them as a selection, the weight alone decides: the cost of
    marginal relevance grows with the square of what is selected.
    """
    judge = _Judge(chronology)
    found = entries([e for e in events if e.status != "rejected"])
    rated = [judge.rated(entry) for entry in found]
    most = len(found) if most is None else most
    chosen = _most_relevant(rated, [judge.marks(entry) for entry in found], min(most, SELECTED))
    if most > len(chosen):
        left = set(range(len(found))).difference(chosen)
        chosen += sorted(left, key=lambda n: (-rated[n][0], n))[: most - len(chosen)]
    return tuple(KeyEntry(found[n], rated[n][0], k, rated[n][1]) for k, n in enumerate(chosen, 1))


def _most_relevant(
    rated: Sequence[tuple[float, tuple[str, ...]]], marks: Sequence[Sequence[Mark]], most: int
) -> list[int]:
    """The places of the entries selected by maximal marginal relevance, in that order.

    Every selected entry lowers the score of those like it and of no other, so that an entry whose
    score has not changed since it was computed is the best: a heap finds it without comparing all.
    """
    shown: Counter[Mark] = Counter()
    heap = [(-weight, n, 0.0) for n, (weight, _) in enumerate(rated)]
    heapq.heapify(heap)
    chosen: list[int] = []
    while heap and len(chosen) < most:
        _, n, counted = heapq.heappop(heap)
        penalty = SIMILAR * min(2.0, sum(shown[m] for m in marks[n]) / max(1, len(marks[n])))
        if penalty != counted:
            heapq.heappush(heap, (-(rated[n][0] + penalty), n, penalty))
            continue
        shown.update(marks[n])
        chosen.append(n)
    return chosen


class _Judge:
    """The weights of a chronology's events, with the reasons."""

    def __init__(self, chronology: Chronology) -> None:
        self._salience = texts.of(chronology)
        self._actors = {a.id: a for a in chronology.actors}
        self._ends = _ends(chronology.events, self._actors)
        self._weights: dict[str, tuple[float, tuple[str, ...]]] = {}

    def rated(self, entry: Entry) -> tuple[float, tuple[str, ...]]:
        """The weight of an entry and the reasons: those of its main event."""
        weight, because = self._rated_event(entry.main)
        return round(weight + FOLDED * min(len(entry.minor), 3), 3), because

    def marks(self, entry: Entry) -> list[Mark]:
        """What makes two entries similar: an actor on one day or in one type; day; section."""
        event = entry.main
        actors = [a.actor for a in event.actors if a.role != "place"]
        day = texts.day_keys(event)[:1]
        found: list[Mark] = [(m, a) for a in actors for m in (*day, event.kind)]
        found += [("day", d) for d in day]
        found += [
            ("section", s)
            for s in sorted(texts.sections_of(self._salience, event.claims), key=repr)[:2]
        ]
        return found

    def _rated_event(self, event: Event) -> tuple[float, tuple[str, ...]]:
        if event.id not in self._weights:
            reasons = list(self._reasons(event))
            self._weights[event.id] = (
                round(sum(w for w, _ in reasons), 3),
                tuple(reason for w, reason in reasons if w > 0 and reason),
            )
        return self._weights[event.id]

    def _reasons(self, event: Event) -> Iterator[tuple[float, str]]:
        if event.status == "accepted":
            yield STARRED, messages.ACCEPTED
        yield from self._told(event)
        yield from self._named(event)
        for end in self._ends.get(event.id, ())[:2]:
            yield END_OF_THREAD, end
        if any(d.kind != "finer" for d in event.differences):
            yield VERSIONS, messages.VERSIONS_DIFFER
        if linked := self._salience.linked.get(event.id):
            yield LINKED * math.log2(1 + linked), messages.linked(linked)
        yield _date(event)
        yield OF_A_DAY * self._salience.day(event), ""
        yield CENTRAL * self._salience.centrality(event), ""
        yield RARE * self._salience.kinds.get(event.kind, 0.0), ""
        if event.kind in ("statement", "message"):
            yield STATEMENT, ""
        if all(c.planned or c.polarity == "-" or c.certainty != "certain" for c in event.claims):
            yield NOT_ASSERTED, ""
        if not stands_alone(event.summary):
            yield STANDS_NOT_ALONE, ""

    def _told(self, event: Event) -> Iterator[tuple[float, str]]:
        support = event.corroboration
        reported = messages.reported_by(support.documents, support.independent)
        weight = INDEPENDENT * math.log2(max(1, support.independent)) + 0.01 * support.documents
        yield weight, reported if support.documents > 1 else ""
        sentences = {(c.document, c.span) for c in event.claims}
        if len(sentences) > 1:
            yield TOLD * math.log2(len(sentences)), messages.told_in(len(sentences))
        sections = texts.sections_of(self._salience, event.claims)
        if len(sections) > 1:
            yield IN_SECTIONS * math.log2(len(sections)), ""
        places = {self._salience.places.get(c.id) for c in event.claims}
        for place, weight, reason in (
            ("summary", SUMMARY, messages.IN_SUMMARY),
            ("conclusion", CONCLUSION, messages.IN_CONCLUSION),
            ("title", TITLE, messages.IN_TITLE),
        ):
            if place in places:
                yield weight, reason

    def _named(self, event: Event) -> Iterator[tuple[float, str]]:
        shares = self._salience.actors
        ids = [a for a in dict.fromkeys(p.actor for p in event.actors) if a in shares]
        ids.sort(key=lambda a: -shares[a])
        if ids := ids[:MOST_NAMED]:
            weight = NAMED * (1 + sum(shares[a] for a in ids)) / 2
            yield weight, messages.names([self._actors[a].name for a in ids])


def _ends(events: Sequence[Event], actors: Mapping[str, Actor]) -> dict[str, list[str]]:
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


def _date(event: Event) -> tuple[float, str]:
    if event.when.edtf == edtf.UNKNOWN:
        return UNDATED, ""
    precision = edtf.precision(event.when.edtf)
    if precision in ("day", "hour", "minute", "second"):
        return TO_THE_DAY, messages.DATED_TO_THE_DAY
    return (TO_THE_MONTH, "") if precision == "month" else (0.0, "")
