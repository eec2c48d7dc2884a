"""Contacts: pairs of actors with their dated events, and paths that respect time.

A path A – C – B means something only if A met C before C met B.  Dates are intervals, so there are
two kinds of path: the order is **sure** (each contact ends before the next begins) or merely
**possible**.  Reach that ignores time (``static``) includes connections that nothing could have
passed along, and is there only for comparison.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np

from seriatim.association.exact import Bools, Ints
from seriatim.association.observation import happened
from seriatim.lang import contacts as contacts_words
from seriatim.model import Event
from seriatim.temporal import edtf

OPEN = 2**52  # seconds: the end of a contact without a known end; negative for the start
NEVER = 2**53


@dataclass(frozen=True, slots=True)
class Contact:
    """Two actors in an event, and its interval; ``one_way``: only ``first`` reaches ``second``."""

    first: str
    second: str
    event: Event
    start: int
    end: int
    one_way: bool = False


@dataclass(frozen=True, slots=True)
class Pair:
    """Two actors and their contacts in chronological order; ``only_denied``: not asserted."""

    first: str
    second: str
    contacts: tuple[Contact, ...]
    only_denied: tuple[Event, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """Contacts that lead from one actor to another; ``sure``: certainly in this order."""

    actors: tuple[str, ...]
    contacts: tuple[Contact, ...]
    sure: bool


def contacts(events: Iterable[Event]) -> tuple[Contact, ...]:
    """The contacts of asserted events, in the order of their starts."""
    asserted = (e for e in events if e.status != "rejected" and happened(e))
    found = [contact for event in asserted for contact in _of(event)]
    return tuple(sorted(found, key=lambda c: (c.start, c.end, c.event.id, c.first, c.second)))


def _of(event: Event) -> list[Contact]:
    start, end = edtf.bounded(event.when.edtf, event.when.earliest, event.when.latest)
    span = (-OPEN if start is None else start, OPEN if end is None else end)
    if event.kind in contacts_words.ONE_WAY:
        return [Contact(*pair, event, *span, one_way=True) for pair in _directed(event)]
    together = sorted({a.actor for a in event.actors if a.role != "place"})
    return [Contact(a, b, event, *span) for a, b in combinations(together, 2)]


def _directed(event: Event) -> Iterator[tuple[str, str]]:
    """The senders of an event, each with everybody it may reach."""
    senders = dict.fromkeys(a.actor for a in event.actors if a.role == "agent")
    others = dict.fromkeys(a.actor for a in event.actors if a.role not in ("agent", "place"))
    for sender in senders:
        yield from ((sender, other) for other in others if other != sender)


def pairs(events: Sequence[Event]) -> tuple[Pair, ...]:
    """The pairs of actors who met, those with most contacts first."""
    met: dict[tuple[str, str], list[Contact]] = defaultdict(list)
    denied: dict[tuple[str, str], list[Event]] = defaultdict(list)
    for contact in contacts(events):
        met[_key(contact)].append(contact)
    for event in events:
        if event.status != "rejected" and not happened(event):
            for contact in _of(event):
                denied[_key(contact)].append(event)
    found = [
        Pair(*key, tuple(sorted(met[key], key=_dated_first)), tuple(denied[key]))
        for key in {*met, *denied}
    ]
    return tuple(sorted(found, key=lambda p: (-len(p.contacts), p.first, p.second)))


def _key(contact: Contact) -> tuple[str, str]:
    return (
        (contact.first, contact.second)
        if contact.first < contact.second
        else (contact.second, contact.first)
    )


def _dated_first(contact: Contact) -> tuple[int, int, int, str]:
    return (
        contact.start == -OPEN and contact.end == OPEN,
        contact.start,
        contact.end,
        contact.event.id,
    )


# Paths


@dataclass(frozen=True, slots=True, eq=False)
class Columns:
    """Contacts as arrays: actors are numbered from 0, and ``[start, end)`` is never empty."""

    first: Ints
    second: Ints
    starts: Ints
    ends: Ints
    one_way: Bools


def earliest_arrival(contacts: Columns, source: int, actors: int) -> tuple[list[int], list[int]]:
    """For each actor the earliest end of a sure path from ``source``, and its last contact.

    ``NEVER`` and -1 if there is none.  One pass in the order of starts is enough: the contacts
    before a contact end before it begins, so they have been visited.
    """
    order = np.argsort(contacts.starts, kind="stable")
    arrival, by = [NEVER] * actors, [-1] * actors
    arrival[source] = -NEVER
    columns = (
        c[order].tolist()
        for c in (contacts.first, contacts.second, contacts.starts, contacts.ends, contacts.one_way)
    )
    for i, (a, b, start, end, one_way) in enumerate(zip(*columns, strict=True)):
        if arrival[a] <= start:
            if end < arrival[b]:
                arrival[b], by[b] = end, i
        elif not one_way and arrival[b] <= start and end < arrival[a]:
            arrival[a], by[a] = end, i
    return arrival, [int(order[i]) if i >= 0 else -1 for i in by]


def paths(found: Sequence[Contact], source: str) -> dict[str, Path]:
    """For each reachable actor the sure path that ends first, else the possible one that does."""
    sure = {actor: Path(*way, sure=True) for actor, way in _sure(found, source).items()}
    possible = {actor: Path(*way, sure=False) for actor, way in _possible(found, source).items()}
    return {actor: path for actor, path in sorted({**possible, **sure}.items()) if actor != source}


Way = tuple[tuple[str, ...], tuple[Contact, ...]]


def _sure(found: Sequence[Contact], source: str) -> dict[str, Way]:
    names = sorted({source, *(c.first for c in found), *(c.second for c in found)})
    number = {name: i for i, name in enumerate(names)}
    rows = [(number[c.first], number[c.second], c.start, c.end, c.one_way) for c in found]
    first, second, starts, ends, one_way = np.array(rows, dtype=np.int64).reshape(-1, 5).T
    _, by = earliest_arrival(
        Columns(first, second, starts, ends, one_way.astype(np.bool_)), number[source], len(names)
    )
    last = {names[i]: found[k] for i, k in enumerate(by) if k >= 0}
    return {actor: _way(last, source, actor) for actor in last}


def _possible(found: Sequence[Contact], source: str) -> dict[str, Way]:
    """The ways of earliest arrival, each contact as early as its interval allows (Dijkstra)."""
    leaving: dict[str, list[tuple[str, Contact]]] = defaultdict(list)
    for contact in found:
        for a, b in _directions(contact):
            leaving[a].append((b, contact))
    by: dict[str, Contact] = {}
    best, queue, done = {source: -OPEN}, [(-OPEN, source)], set[str]()
    while queue:
        now, actor = heapq.heappop(queue)
        if actor in done:
            continue
        done.add(actor)
        for other, contact in leaving[actor]:
            at = max(now, contact.start)
            if now < contact.end and at < best.get(other, NEVER):
                best[other], by[other] = at, contact
                heapq.heappush(queue, (at, other))
    return {actor: _way(by, source, actor) for actor in by}


def _directions(contact: Contact) -> tuple[tuple[str, str], ...]:
    there = (contact.first, contact.second)
    return (there,) if contact.one_way else (there, (contact.second, contact.first))


def _way(by: dict[str, Contact], source: str, actor: str) -> Way:
    actors, steps = [actor], list[Contact]()
    while actors[-1] != source:
        contact = by[actors[-1]]
        steps.append(contact)
        actors.append(contact.first if contact.second == actors[-1] else contact.second)
    return tuple(reversed(actors)), tuple(reversed(steps))


def static(found: Sequence[Contact], source: str) -> frozenset[str]:
    """Everybody connected with ``source`` if the order of contacts is ignored (overstates)."""
    beside: dict[str, set[str]] = defaultdict(set)
    for contact in found:
        beside[contact.first].add(contact.second)
        beside[contact.second].add(contact.first)
    reached, waiting = {source}, [source]
    while waiting:
        new = beside[waiting.pop()] - reached
        reached |= new
        waiting.extend(new)
    return frozenset(reached - {source})
