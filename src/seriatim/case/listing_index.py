"""The index by which events are filtered and listed without reading them from the store.

For every row of 64 events in the store it has their facts and words for filters and their lines
for listings; and once, what filters are compared with.  Reading 20,000 events back takes 200 ms,
their facts 30.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from seriatim.model import Actor, Chronology, Event
from seriatim.query import entries, filters, listing
from seriatim.store.derived import Store

FACTS, WORDS, LINES, KNOWN, PLACES = "facts", "words", "lines", "known", "places"


class _Known(NamedTuple):
    """What filters are compared with; the actors have no mentions here."""

    kinds: list[str]
    actors: list[Actor]
    groups: dict[str, list[str]]
    main_of: dict[str, str]  # minor events, each with the main event of its entry


class Place(NamedTuple):
    """Where a claim of an event stands, and the event's date and headline, for searches."""

    document: str
    start: int
    end: int
    event: str
    edtf: str
    headline: str


class ListingIndex:
    """The index of a chronology (a :class:`seriatim.store.chronology_rows.EventIndex`)."""

    def __init__(self, chronology: Chronology, program: str) -> None:
        """Take a chronology, and a hash of the ``program``: another may list it differently."""
        self._chronology = chronology
        self._program = program
        self._names = listing.names(r.document for r in chronology.readings)

    def depends_on(self, events: Sequence[Event]) -> object:
        """The names of the events' documents, and the program."""
        return [
            self._program,
            *(self._names.get(claim.document) for event in events for claim in event.claims),
        ]

    def of_events(self, events: Sequence[Event]) -> Mapping[str, object]:
        """Facts, words and lines of each event; the places of all their claims."""
        return {
            FACTS: [filters.facts(event) for event in events],
            WORDS: [filters.words(event) for event in events],
            LINES: [listing.lines(event, self._names) for event in events],
            PLACES: [
                Place(claim.document, *claim.span, event.id, event.when.edtf, event.summary)
                for event in events
                if event.status != "rejected"
                for claim in event.claims
            ],
        }

    def of_chronology(self) -> Mapping[str, object]:
        """Kinds, actors and groups."""
        kinds = sorted({event.kind for event in self._chronology.events})
        actors = [replace(actor, mentions=()) for actor in self._chronology.actors]
        return {
            KNOWN: _Known(
                kinds,
                actors,
                {name: list(ids) for name, ids in self._chronology.groups.items()},
                entries.folded(self._chronology.events),
            )
        }


def listing_of(
    store: Store, wanted: filters.Filter, *, every_event: bool = False, with_possible: bool = False
) -> str:
    """The listing of the entries that a filter selects, as ``listing.render`` makes it.

    ``every_event``: of all events, none folded into another.  ``with_possible``: also of those
    whose date only may lie in the filter's period.  Raises CaseError, FilterError.
    """
    with store.snapshot():
        main_of = {} if every_event else _known(store).main_of
        selected = _selected(store, wanted) if wanted.terms else None
        numbers = None if selected is None else selected.keys()
        rows = store.index_rows(LINES, list[listing.Lines], numbers)
        certainly = filters.period(wanted)
        facts = dict(store.index_rows(FACTS, list[filters.Facts], numbers)) if certainly else {}
    return listing.laid_out(
        (
            row[i]._replace(possible=bool(certainly and not certainly(facts[number][i])))
            for number, row in rows
            for i in (range(len(row)) if selected is None else selected[number])
        ),
        main_of,
        with_possible=with_possible,
    )


def places(store: Store, documents: Collection[str]) -> list[Place]:
    """The claims of some documents, in the chronology's order.  Raises CaseError."""
    rows = store.index_rows(PLACES, list[Place])
    return [place for _, row in rows for place in row if place.document in documents]


def actor_names(store: Store) -> list[tuple[str, ...]]:
    """The names of each actor.  Raises CaseError."""
    return [(actor.name, *actor.aliases) for actor in _known(store).actors]


def main_events(store: Store) -> dict[str, str]:
    """The minor events, each with the main event of its entry.  Raises CaseError."""
    return _known(store).main_of


def _known(store: Store) -> _Known:
    found: list[tuple[int, _Known]] = store.index_rows(KNOWN, _Known)
    return found[0][1]


def _selected(store: Store, wanted: filters.Filter) -> dict[int, list[int]]:
    """The places of the events that a filter selects, by row."""
    known = _known(store)
    of_facts, of_words = filters.meaning(
        filters.Known(known.kinds, known.actors, known.groups), wanted
    )
    found: dict[int, list[int]] = {}
    for number, row in store.index_rows(FACTS, list[filters.Facts]):
        places = (
            [i for i, facts in enumerate(row) if of_facts(facts)]
            if of_facts
            else list(range(len(row)))
        )
        if places:
            found[number] = places
    if of_words:
        rows = store.index_rows(WORDS, list[filters.Words], found.keys())
        found = {
            number: places
            for number, row in rows
            if (places := [i for i in found[number] if of_words(row[i])])
        }
    return found
