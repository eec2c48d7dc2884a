"""What a case keeps beside its events, so that it is listed and asked by filters without reading the events themselves.

For every row of 64 events in the store: their facts and words for filters, their lines for
listings; and once what filters are held against. Reading 20,000 events back takes 200 ms, their
facts 30.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from seriatim.model import Actor, Chronology, Event
from seriatim.query import filters, listing
from seriatim.store.derived import Store

FACTS, WORDS, LINES, KNOWN = "facts", "words", "lines", "known"


class _Known(NamedTuple):
    """What filters are held against; the actors without their mentions."""

    kinds: list[str]
    actors: list[Actor]
    groups: dict[str, list[str]]


class Catalogue:
    """What is kept beside the events of a chronology (see :class:`seriatim.store.nouns.Beside`)."""

    def __init__(self, chronology: Chronology, program: str) -> None:
        """``program``: a hash of the code, since another program may list the same events otherwise."""
        self._chronology = chronology
        self._program = program
        self._called = listing.names(r.document for r in chronology.readings)

    def hangs_on(self, events: Sequence[Event]) -> object:
        """How the events' documents are called, and by which program."""
        return [
            self._program,
            *(self._called.get(claim.document) for event in events for claim in event.claims),
        ]

    def of_events(self, events: Sequence[Event]) -> Mapping[str, object]:
        """Facts, words and lines, an entry an event."""
        return {
            FACTS: [filters.facts(event) for event in events],
            WORDS: [filters.words(event) for event in events],
            LINES: [listing.lines(event, self._called) for event in events],
        }

    def of_all(self) -> Mapping[str, object]:
        """Kinds, actors and groups."""
        kinds = sorted({event.kind for event in self._chronology.events})
        actors = [replace(actor, mentions=()) for actor in self._chronology.actors]
        return {
            KNOWN: _Known(
                kinds, actors, {name: list(ids) for name, ids in self._chronology.groups.items()}
            )
        }


def listed(store: Store, wanted: filters.Filter) -> str:
    """The listing of the events that a filter chooses: what ``listing.render`` makes of them.  Raises CaseError, FilterError."""
    with store.snapshot():
        chosen = _chosen(store, wanted) if wanted.terms else None
        rows = store.beside(LINES, list[listing.Lines], None if chosen is None else chosen.keys())
    return listing.laid_out(
        line
        for number, row in rows
        for line in (row if chosen is None else [row[i] for i in chosen[number]])
    )


def _chosen(store: Store, wanted: filters.Filter) -> dict[int, list[int]]:
    """Row → the places in it of the events that a filter chooses."""
    ((_, known),) = store.beside(KNOWN, _Known)
    of_facts, of_words = filters.meaning(filters.Known(*known), wanted)
    found: dict[int, list[int]] = {}
    for number, row in store.beside(FACTS, list[filters.Facts]):
        places = (
            [i for i, facts in enumerate(row) if of_facts(facts)]
            if of_facts
            else list(range(len(row)))
        )
        if places:
            found[number] = places
    if of_words:
        rows = store.beside(WORDS, list[filters.Words], found.keys())
        found = {
            number: places
            for number, row in rows
            if (places := [i for i in found[number] if of_words(row[i])])
        }
    return found
