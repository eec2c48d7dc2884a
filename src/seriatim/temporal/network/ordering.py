"""Readings, events → events with bounds, links and conflicts."""

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
from seriatim.temporal.network.statements import DAY, DatedEvents, build_statements, place

# Against 1 for a date that one claim gives: a digit slips more easily than "two days later".
TRUST_IN_WORDS = 1.5
TRUST_IN_CLAIM = 0.25  # more for each further claim that gives the same date


@dataclass(frozen=True, slots=True)
class Ordered:
    """Events with the bounds that all statements allow, the links, and the conflicts."""

    events: tuple[Event, ...]
    links: tuple[Link, ...]
    conflicts: tuple[Conflict, ...]


def solve(readings: Sequence[Reading], events: Sequence[Event]) -> Ordered:
    """The events with bounds, links and conflicts; a pure function of its arguments."""
    lists = [found for reading in readings for found in sequences(reading)]
    links = stated(readings, events)
    dated = build_statements(readings, tuple(events), links)
    network = dated.network()
    cores, blamed = conflicts(network, lambda number: _trust(dated, number))
    network.take_out({number for core in cores for number in core})
    network.check()
    bounded = _bounded(dated, network)
    found = tuple(_conflict(dated, core, blamed, lists) for core in cores)
    return Ordered(bounded, (*links, *_implied(lists, bounded, links)), found)


def stated(readings: Iterable[Reading], events: Iterable[Event]) -> tuple[Link, ...]:
    """The links that documents state, from claims to events, once a document.

    None from an event to itself.
    """
    event = {claim.id: e.id for e in events for claim in e.claims}
    found: dict[tuple[object, ...], Link] = {}
    for reading in readings:
        for r in reading.relations:
            first, second = event.get(r.first), event.get(r.second)
            if first and second and first != second:
                link = Link(first, r.name, second, r.distance, "stated", r.document, r.span)
                found.setdefault((first, r.name, second, r.distance, r.document), link)
    return tuple(found.values())


def _trust(dated: DatedEvents, number: int) -> float:
    if number in dated.dates:
        return 1.0 + TRUST_IN_CLAIM * (len(dated.dates[number]) - 1)
    return TRUST_IN_WORDS if number in dated.links else INF  # INF: that a moment lies in its day


def _bounded(dated: DatedEvents, network: Network) -> tuple[Event, ...]:
    """The events with the tightest bounds that statements free of conflict allow."""
    low, high = network.windows()
    return tuple(
        _within(event, float(low[node]), float(high[node]))
        for node, event in enumerate(dated.events, 1)
    )


def _within(event: Event, low: float, high: float) -> Event:
    """An event with the bounds of its day node, unless they conflict with its own date."""
    own = edtf.interval(event.when.edtf)
    start, end = own.start, own.end
    if low > -INF and (start is None or low * 60 > start):
        start = int(-(-low // DAY)) * edtf.DAY
    if high < INF and (end is None or (high + DAY) * 60 < end):
        end = int(high // DAY + 1) * edtf.DAY
    if start is not None and end is not None and start >= end:
        start, end = own.start, own.end
    earliest = _point(start)
    latest = _point(None if end is None else end - 60, whole=edtf.DAY - 60)
    if (earliest, latest) == (event.when.earliest, event.when.latest):
        return event
    return replace(event, when=replace(event.when, earliest=earliest, latest=latest))


@lru_cache(maxsize=65_536)
def _point(seconds: int | None, whole: int = 0) -> str | None:
    """A bound as EDTF: a day where it is its first or last minute (``whole``), else a minute."""
    if seconds is None:
        return None
    return edtf.day(seconds // edtf.DAY) if seconds % edtf.DAY == whole else edtf.minute(seconds)


def _conflict(
    dated: DatedEvents, core: Sequence[int], blamed: set[int], lists: Sequence[DatedList]
) -> Conflict:
    """A conflict with its claims and links, and its repairs by one slip, best first."""
    options = [
        (claim, slip, value)
        for number, slip, value in _repairs(dated, core, blamed)
        for claim in dated.dates[number]
    ]
    support = {claim.id: len(dated.dates[n]) for n in core for claim in dated.dates.get(n, ())}
    ranked = sorted(options, key=lambda o: ranking.key(o[0], o[1], o[2], lists, support[o[0].id]))
    day_of = {moment: day for day, moment in dated.moments.items()}
    nodes = {day_of.get(node, node) for n in core for node in dated.statements[n][:2]} - {0}
    events = tuple(dated.events[node - 1].id for node in sorted(nodes))
    claims = tuple(dict.fromkeys(c.id for n in core for c in dated.dates.get(n, ())))
    links = tuple(dated.links[n] for n in core if n in dated.links)
    return Conflict(
        events,
        claims,
        links,
        tuple((claim.id, Proposal(edtf=value, slip=slip)) for claim, slip, value in ranked),
    )


def _repairs(dated: DatedEvents, core: Sequence[int], blamed: set[int]) -> list[Repair]:
    """The repairs of a conflict, without the statements blamed for other conflicts."""
    numbers = [n for n in dated.near(core) if n in core or n not in blamed]
    nodes = {
        node: i
        for i, node in enumerate(
            sorted({0, *(node for n in numbers for node in dated.statements[n][:2])})
        )
    }
    network = Network(
        len(nodes),
        [
            Statement(nodes[s.a], nodes[s.b], s.low, s.high)
            for s in (dated.statements[n] for n in numbers)
        ],
    )
    place_of = {n: i for i, n in enumerate(numbers)}
    dates = {place_of[n]: dated.dates[n][0].when.edtf for n in core if n in dated.dates}
    return [
        r._replace(number=numbers[r.number])
        for r in repairs(network, [place_of[n] for n in core], dates, place)
    ]


def _implied(
    lists: Iterable[DatedList], events: Iterable[Event], links: Iterable[Link]
) -> tuple[Link, ...]:
    """The links that a list in order of time implies, where no words state one."""
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
