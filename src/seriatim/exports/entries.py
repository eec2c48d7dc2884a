"""Entries as plain JSON values: what ``show --format json`` prints."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from seriatim.exports import interchange
from seriatim.model import Chronology, Claim, Event
from seriatim.query.key_events import KeyEntry

COLUMNS = (
    *("id", "headline", "edtf", "earliest", "latest", "events", "actors", "sources"),
    *("hedges", "polarity", "rank", "because"),
)


def to_objects(chronology: Chronology, found: Iterable[KeyEntry]) -> list[dict[str, object]]:
    """One object per entry, as CHRONOLOGY describes ``show --format json``."""
    names = {actor.id: actor.name for actor in chronology.actors}
    return [_object(one, names) for one in found]


def to_rows(objects: Iterable[Mapping[str, object]]) -> list[tuple[str, ...]]:
    """One row per object, in the order of ``COLUMNS``; lists are joined with semicolons."""
    return [tuple(_cell(one, column) for column in COLUMNS) for one in objects]


def _object(found: KeyEntry, names: Mapping[str, str]) -> dict[str, object]:
    entry = found.entry
    claims = [claim for event in entry.events for claim in event.claims]
    return {
        "id": entry.id,
        "headline": entry.headline,
        "when": interchange.when_to_dict(entry.when),
        "events": [event.id for event in entry.events],
        "actors": _actors(entry.events, names),
        "sources": _unique(s.name for claim in claims for s in claim.sources),
        "hedges": _unique(words for claim in claims for words in _hedges(claim)),
        "polarity": "-" if all(c.polarity == "-" for c in entry.main.claims) else "+",
        "rank": found.rank,
        "because": list(found.because),
    }


def _actors(events: Sequence[Event], names: Mapping[str, str]) -> list[str]:
    parts = (part for event in events for part in event.actors if part.role != "place")
    return _unique(names.get(part.actor, part.actor) for part in parts)


def _hedges(claim: Claim) -> list[str]:
    start = claim.span[0]
    return [claim.quote[s - start : e - start] for s, e in claim.hedges]


def _unique(found: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(filter(None, found)))


def _cell(one: Mapping[str, object], column: str) -> str:
    when = one["when"]
    value = one.get(column, when.get(column) if isinstance(when, Mapping) else None)
    if isinstance(value, list):
        return "; ".join(map(str, value))
    return "" if value is None else str(value)
