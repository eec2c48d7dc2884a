"""Events, links → the statements of a network: dates as they were written, distances as the words give them.

Two layers, in minutes from 1970-01-01T00:00 (Bettini, Wang and Jajodia, "Solving multi-granularity
temporal constraint networks", Artificial Intelligence 140, 2002): each event has a node for its
day, at midnight, on which calendar differences are exact; one that is told to the hour or the
minute has a second node for its moment, up to a day less a minute after the first.  Of a date only
what stands in the claim's own passage counts: what a claim took over from a heading or from the
running time speaks against nobody.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from seriatim.model import Claim, Distance, Event, Link, Reading, Span
from seriatim.temporal import edtf
from seriatim.temporal.network.simple_temporal_network import INF, Network, Statement

DAY = 1440
MINUTES = {"minute": 1, "hour": 60}
DAYS = {
    "day": (1, 1),
    "week": (7, 7),
    "month": (28, 31),
    "year": (365, 366),
}  # the shortest and the longest of each
ORDERED = {"after": 1, "before": -1}
TOGETHER = frozenset({"same day", "equal"})


@dataclass(slots=True)
class DatedEvent:
    """The network of a chronology, and what each of its statements rests on."""

    events: tuple[Event, ...]
    statements: list[Statement] = field(default_factory=list)
    dates: dict[int, list[Claim]] = field(
        default_factory=dict
    )  # statement -> the claims that give the date
    links: dict[int, Link] = field(default_factory=dict)  # statement -> the words
    moments: dict[int, int] = field(default_factory=dict)  # day node -> node of its moment
    nodes: int = 1
    _at: dict[int, list[int]] = field(default_factory=dict)  # node -> the statements about it

    def network(self) -> Network:
        """The network, not checked yet."""
        return Network(self.nodes, self.statements)

    def near(self, core: Iterable[int]) -> list[int]:
        """All statements that bear on those of a conflict: about their events, and about any that words tie to these."""
        if not self._at:
            for number, statement in enumerate(self.statements):
                for node in statement[:2]:
                    self._at.setdefault(node, []).append(number)
        found, nodes = set(core), {0}
        queue = list(found)
        while queue:
            for node in self.statements[queue.pop()][:2]:
                if node not in nodes:
                    nodes.add(node)
                    queue += (n for n in self._at[node] if n not in found)
                    found.update(self._at[node])
        return sorted(found)

    def moment(self, node: int) -> int:
        """The node of the moment at which the event of a day node took place."""
        if node not in self.moments:
            self.moments[node] = self.nodes
            self.nodes += 1
            self.statements.append(Statement(node, self.moments[node], 0, DAY - 1))
        return self.moments[node]


def tell(
    readings: Iterable[Reading], events: tuple[Event, ...], links: Iterable[Link]
) -> DatedEvent:
    """The statements that dates and links make.  Event number i has the day node i + 1."""
    told = DatedEvent(events, nodes=len(events) + 1)
    independent = _independent(readings)
    for node, event in enumerate(events, 1):
        by_value: dict[str, list[Claim]] = {}
        for claim in event.claims:
            if claim.id in independent:
                by_value.setdefault(claim.when.edtf, []).append(claim)
        for value, claims in by_value.items():
            _date(told, node, value, claims)
    nodes = {event.id: node for node, event in enumerate(events, 1)}
    for link in links:
        _link(told, link, nodes)
    return told


def place(value: str) -> tuple[float, float]:
    """The lowest and the highest midnight of the days that an EDTF value allows."""
    first, last = edtf.first_day(value), edtf.last_day(value)
    return (-INF if first is None else first * DAY, INF if last is None else last * DAY)


def _independent(readings: Iterable[Reading]) -> frozenset[str]:
    """Claims whose date stands in their own passage, to the letter, and counts from no other event."""
    found = set()
    for reading in readings:
        counted = {
            e.span
            for e in reading.expressions
            if e.anchor == "event" or (e.anchor == "running" and e.offset)
        }
        cues = [r.span for r in reading.relations]
        spans = {p.index: p.span for p in reading.passages}
        for claim in reading.claims:
            when, passage = claim.when, spans[claim.passage]
            exact = when.edtf != edtf.UNKNOWN and not any(mark in when.edtf for mark in "~?%")
            own = (
                when.span is not None
                and passage[0] <= when.span[0] < passage[1]
                and when.span not in counted
                and not _meets(when.span, cues)
            )
            if exact and (own or when.basis == "corrected"):
                found.add(claim.id)
    return frozenset(found)


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _date(told: DatedEvent, node: int, value: str, claims: Sequence[Claim]) -> None:
    told.dates[len(told.statements)] = list(claims)
    told.statements.append(Statement(0, node, *place(value)))
    span = edtf.interval(value)
    if "T" in value:
        moment = told.moment(node)
        low = -INF if span.start is None else span.start // 60
        high = INF if span.end is None else (span.end - 1) // 60
        told.dates[len(told.statements)] = list(claims)
        told.statements.append(Statement(0, moment, low, high))


def _link(told: DatedEvent, link: Link, nodes: Mapping[str, int]) -> None:
    first, second = nodes[link.first], nodes[link.second]
    if link.relation in TOGETHER:
        statement = Statement(second, first, 0, 0)
    elif link.relation in ORDERED:
        earlier, later = (second, first) if ORDERED[link.relation] > 0 else (first, second)
        if link.distance and link.distance.unit in MINUTES:
            earlier, later = told.moment(earlier), told.moment(later)
        statement = Statement(earlier, later, *apart(link.distance))
    else:
        return  # "during" and its kin need the ends of what lasts, which a chronology does not keep
    told.links[len(told.statements)] = link
    told.statements.append(statement)


def apart(distance: Distance | None) -> tuple[float, float]:
    """The least and the most minutes between two days (or moments, for hours and minutes); no distance: not earlier."""
    if distance is None:
        return 0, INF
    low, high = distance.min or 0, INF if distance.max is None else distance.max
    if distance.unit in MINUTES:
        return low * MINUTES[distance.unit], high * MINUTES[distance.unit]
    shortest, longest = DAYS[distance.unit]
    return math.floor(low * shortest) * DAY, (
        INF if high == INF else math.ceil(high * longest) * DAY
    )
