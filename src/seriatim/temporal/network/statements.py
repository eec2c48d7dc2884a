"""Events, links → the statements of a network: dates and distances as they are written.

Two layers, in minutes from 1970-01-01T00:00 (Bettini, Wang and Jajodia, "Solving multi-granularity
temporal constraint networks", Artificial Intelligence 140, 2002): each event has a node for its
day, at midnight, on which calendar differences are exact; one that is dated to the hour or the
minute has a second node for its moment, up to a day less a minute after the first.  A date
counts only where it stands in the claim's own passage: one inherited from a heading or from the
reference time would conflict with others on no evidence of its own.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from seriatim.model import (
    Claim,
    Distance,
    Event,
    Link,
    Reading,
    Span,
    TimeExpression,
    When,
)
from seriatim.temporal import edtf
from seriatim.temporal.network.simple_temporal_network import INF, Network, Statement

DAY = 1440
MINUTES = {"minute": 1, "hour": 60}
# The shortest and the longest of each.
DAYS = {"day": (1, 1), "week": (7, 7), "month": (28, 31), "year": (365, 366)}
ORDERED = {"after": 1, "before": -1}
TOGETHER = frozenset({"same day", "equal"})


@dataclass(slots=True)
class DatedEvents:
    """The statements of a chronology, and the claims and links that each rests on."""

    events: tuple[Event, ...]
    statements: list[Statement] = field(default_factory=list)
    # statement -> the claims that give the date
    dates: dict[int, list[Claim]] = field(default_factory=dict)
    links: dict[int, Link] = field(default_factory=dict)  # statement -> the words
    moments: dict[int, int] = field(default_factory=dict)  # day node -> node of its moment
    nodes: int = 1
    _at: dict[int, list[int]] = field(default_factory=dict)  # node -> the statements about it

    def network(self) -> Network:
        """The network, not checked yet."""
        return Network(self.nodes, self.statements)

    def near(self, core: Iterable[int]) -> list[int]:
        """All statements connected to those of a conflict through the events they are about."""
        if not self._at:
            for number, statement in enumerate(self.statements):
                for node in statement[:2]:
                    self._at.setdefault(node, []).append(number)
        found, nodes = set(core), {0}
        queue = list(found)
        while queue:
            new = {node for node in self.statements[queue.pop()][:2] if node not in nodes}
            nodes |= new
            met = {number for node in new for number in self._at[node]} - found
            found |= met
            queue += met
        return sorted(found)

    def moment(self, node: int) -> int:
        """The node of the moment of a day node's event."""
        if node not in self.moments:
            self.moments[node] = self.nodes
            self.nodes += 1
            self.statements.append(Statement(node, self.moments[node], 0, DAY - 1))
        return self.moments[node]


def build_statements(
    readings: Iterable[Reading], events: tuple[Event, ...], links: Iterable[Link]
) -> DatedEvents:
    """The statements of dates and links; event number i has the day node i + 1."""
    dated = DatedEvents(events, nodes=len(events) + 1)
    independent = _independent(readings)
    for node, event in enumerate(events, 1):
        by_value: dict[str, list[Claim]] = {}
        for claim in event.claims:
            if claim.id in independent:
                by_value.setdefault(claim.when.edtf, []).append(claim)
        for value, claims in by_value.items():
            _date(dated, node, value, claims)
    nodes = {event.id: node for node, event in enumerate(events, 1)}
    for link in links:
        _link(dated, link, nodes)
    return dated


def place(value: str) -> tuple[float, float]:
    """The first and the last midnight that an EDTF value allows."""
    first, last = edtf.first_day(value), edtf.last_day(value)
    return (-INF if first is None else first * DAY, INF if last is None else last * DAY)


def _independent(readings: Iterable[Reading]) -> frozenset[str]:
    """The claims whose exact date is in their own passage and counts from no other event."""
    found: set[str] = set()
    for reading in readings:
        counted = [e.span for e in reading.expressions if _is_counted(e)]
        related = [r.span for r in reading.relations]
        passages = {p.index: p.span for p in reading.passages}
        for claim in reading.claims:
            own = _is_dated_inside(claim.when, passages[claim.passage], counted, related)
            if _is_exact(claim.when) and (own or claim.when.basis == "corrected"):
                found.add(claim.id)
    return frozenset(found)


def _is_counted(expression: TimeExpression) -> bool:
    """Whether the words count from another event, or from the reference time."""
    if expression.anchor == "event":
        return True
    return expression.anchor == "running" and expression.offset is not None


def _is_exact(when: When) -> bool:
    return when.edtf != edtf.UNKNOWN and not any(mark in when.edtf for mark in "~?%")


def _is_dated_inside(
    when: When, passage: Span, counted: Sequence[Span], related: Sequence[Span]
) -> bool:
    """Whether the words of the date are in the passage, and neither counted nor part of a cue."""
    if when.span is None or not passage[0] <= when.span[0] < passage[1]:
        return False
    return when.span not in counted and not _meets(when.span, related)


def _meets(span: Span, others: Iterable[Span]) -> bool:
    return any(start < span[1] and span[0] < end for start, end in others)


def _date(dated: DatedEvents, node: int, value: str, claims: Sequence[Claim]) -> None:
    dated.dates[len(dated.statements)] = list(claims)
    dated.statements.append(Statement(0, node, *place(value)))
    span = edtf.interval(value)
    if "T" in value:
        moment = dated.moment(node)
        low = -INF if span.start is None else span.start // 60
        high = INF if span.end is None else (span.end - 1) // 60
        dated.dates[len(dated.statements)] = list(claims)
        dated.statements.append(Statement(0, moment, low, high))


def _link(dated: DatedEvents, link: Link, nodes: Mapping[str, int]) -> None:
    first, second = nodes[link.first], nodes[link.second]
    if link.relation in TOGETHER:
        statement = Statement(second, first, 0, 0)
    elif link.relation in ORDERED:
        earlier, later = (second, first) if ORDERED[link.relation] > 0 else (first, second)
        if link.distance and link.distance.unit in MINUTES:
            earlier, later = dated.moment(earlier), dated.moment(later)
        statement = Statement(earlier, later, *apart(link.distance))
    else:
        return  # "during" needs the ends of what lasts, which a chronology does not keep
    dated.links[len(dated.statements)] = link
    dated.statements.append(statement)


def apart(distance: Distance | None) -> tuple[float, float]:
    """The least and the most minutes between two days, or moments for hours and minutes.

    Without a distance: not earlier.
    """
    if distance is None:
        return 0, INF
    low, high = distance.min or 0, INF if distance.max is None else distance.max
    if distance.unit in MINUTES:
        return low * MINUTES[distance.unit], high * MINUTES[distance.unit]
    shortest, longest = DAYS[distance.unit]
    return math.floor(low * shortest) * DAY, (
        INF if high == INF else math.ceil(high * longest) * DAY
    )
