"""Readings, events → events with bounds, links and conflicts: the order of a chronology, and where it does not hold together."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from seriatim.analysis import ranking
from seriatim.analysis.sequences import DatedList, sequences
from seriatim.model import Claim, Conflict, Event, Link, Proposal, Reading
from seriatim.temporal import edtf
from seriatim.temporal.network.conflicts import conflicts
from seriatim.temporal.network.repairs import Repair, repairs
from seriatim.temporal.network.simple_temporal_network import INF, Network, Statement
from seriatim.temporal.network.statements import DAY, DatedEvent, place, tell

TRUST_IN_WORDS = 1.5  # against 1 for a date that one claim gives: a digit slips more easily than "two days later"
TRUST_IN_CLAIM = 0.25  # more for each further claim that gives the same date


@dataclass(frozen=True, slots=True)
class Ordered:
    """Events with the bounds that all statements allow, the links between them, and the statements that cannot all hold."""

    events: tuple[Event, ...]
    links: tuple[Link, ...]
    conflicts: tuple[Conflict, ...]


def solve(readings: Sequence[Reading], events: Sequence[Event]) -> Ordered:
    """A pure function of what was read and how it was put together."""
    lists = [found for reading in readings for found in sequences(reading)]
    links = stated(readings, events)
    told = tell(readings, tuple(events), links)
    network = told.network()
    cores, blamed = conflicts(network, lambda number: _trust(told, number))
    network.take_out({number for core in cores for number in core})
    network.check()
    bounded = _bounded(told, network)
    found = tuple(_conflict(told, core, blamed, lists) for core in cores)
    return Ordered(bounded, (*links, *_implied(lists, bounded, links)), found)


def stated(readings: Iterable[Reading], events: Iterable[Event]) -> tuple[Link, ...]:
    """What the words of the documents say, from claims to events; nothing about an event and itself, nothing twice from one document."""
    event = {claim.id: e.id for e in events for claim in e.claims}
    found: dict[tuple[object, ...], Link] = {}
    for reading in readings:
        for r in reading.relations:
            first, second = event.get(r.first), event.get(r.second)
            if first and second and first != second:
                link = Link(first, r.name, second, r.distance, "stated", r.document, r.span)
                found.setdefault((first, r.name, second, r.distance, r.document), link)
    return tuple(found.values())


def _trust(told: DatedEvent, number: int) -> float:
    if number in told.dates:
        return 1.0 + TRUST_IN_CLAIM * (len(told.dates[number]) - 1)
    return TRUST_IN_WORDS if number in told.links else INF  # INF: that a moment lies in its day


def _bounded(told: DatedEvent, network: Network) -> tuple[Event, ...]:
    """The events, their bounds the tightest that their own dates and the statements without conflict allow."""
    low, high = network.windows()
    bounded = []
    for node, event in enumerate(told.events, 1):
        own = edtf.interval(event.when.edtf)
        start, end = own.start, own.end
        if low[node] > -INF and (start is None or low[node] * 60 > start):
            start = int(-(-low[node] // DAY)) * edtf.DAY
        if high[node] < INF and (end is None or (high[node] + DAY) * 60 < end):
            end = int(high[node] // DAY + 1) * edtf.DAY
        if start is not None and end is not None and start >= end:
            start, end = own.start, own.end
        earliest, latest = (
            _point(start),
            _point(None if end is None else end - 60, whole=edtf.DAY - 60),
        )
        if (earliest, latest) != (event.when.earliest, event.when.latest):
            event = replace(event, when=replace(event.when, earliest=earliest, latest=latest))  # noqa: PLW2901 - the same event, its bounds known
        bounded.append(event)
    return tuple(bounded)


@lru_cache(maxsize=65_536)
def _point(seconds: int | None, whole: int = 0) -> str | None:
    """A bound in words of EDTF: a day where it is the first or the last minute of one (``whole``), else a minute."""
    if seconds is None:
        return None
    return edtf.day(seconds // edtf.DAY) if seconds % edtf.DAY == whole else edtf.minute(seconds)


def _conflict(
    told: DatedEvent, core: Sequence[int], blamed: set[int], lists: Sequence[DatedList]
) -> Conflict:
    """One conflict, told by its claims and links, with the repairs that one slip would explain, best first."""
    options = [
        (claim, slip, value)
        for number, slip, value in _repairs(told, core, blamed)
        for claim in told.dates[number]
    ]
    support = {claim.id: len(told.dates[n]) for n in core for claim in told.dates.get(n, ())}
    ranked = sorted(options, key=lambda o: ranking.key(o[0], o[1], o[2], lists, support[o[0].id]))
    day_of = {moment: day for day, moment in told.moments.items()}
    nodes = {day_of.get(node, node) for n in core for node in told.statements[n][:2]} - {0}
    events = tuple(told.events[node - 1].id for node in sorted(nodes))
    claims = tuple(dict.fromkeys(c.id for n in core for c in told.dates.get(n, ())))
    links = tuple(told.links[n] for n in core if n in told.links)
    return Conflict(
        events,
        claims,
        links,
        tuple((claim.id, Proposal(edtf=value, slip=slip)) for claim, slip, value in ranked),
    )


def _repairs(told: DatedEvent, core: Sequence[int], blamed: set[int]) -> list[Repair]:
    """The repairs of a conflict by the statements that bear on it, those blamed for other conflicts left out."""
    numbers = [n for n in told.near(core) if n in core or n not in blamed]
    nodes = {
        node: i
        for i, node in enumerate(
            sorted({0, *(node for n in numbers for node in told.statements[n][:2])})
        )
    }
    network = Network(
        len(nodes),
        [
            Statement(nodes[s.a], nodes[s.b], s.low, s.high)
            for s in (told.statements[n] for n in numbers)
        ],
    )
    place_of = {n: i for i, n in enumerate(numbers)}
    dates = {place_of[n]: told.dates[n][0].when.edtf for n in core if n in told.dates}
    return [
        r._replace(number=numbers[r.number])
        for r in repairs(network, [place_of[n] for n in core], dates, place)
    ]


def _implied(
    lists: Iterable[DatedList], events: Iterable[Event], links: Iterable[Link]
) -> tuple[Link, ...]:
    """The order of a list that runs in order of time, from each entry to the next, where no words say it."""
    event: Mapping[str, str] = {claim.id: e.id for e in events for claim in e.claims}
    said = {frozenset((link.first, link.second)) for link in links}
    found: dict[tuple[str, str], Link] = {}
    for entries in (d for d in lists if d.runs_in_order):
        order: list[Claim] = [entries.entries[i].claim for i in sorted(entries.rising)]
        for earlier, later in pairwise(order):
            pair = (event.get(later.id, ""), event.get(earlier.id, ""))
            if all(pair) and pair[0] != pair[1] and frozenset(pair) not in said:
                found.setdefault(
                    pair, Link(pair[0], "after", pair[1], None, "implied", later.document)
                )
    return tuple(found.values())
