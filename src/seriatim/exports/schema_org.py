"""schema.org JSON-LD: events with who took part and the claims that they rest on.

schema.org's dates are ISO dates: a day, month or year goes out as it is, an interval by its sides;
the rest is said in words.
"""

from __future__ import annotations

import json
from typing import Any

from seriatim.exports import File
from seriatim.exports.rows import without_rejected
from seriatim.model import Chronology, Claim, Document, Event
from seriatim.temporal import edtf

TYPE = {"person": "Person", "organization": "Organization"}


def to_file(chronology: Chronology) -> File:
    """The JSON-LD document."""
    chronology, left_out = without_rejected(chronology)
    undated = sum(e.when.edtf == edtf.UNKNOWN for e in chronology.events)
    data = (
        json.dumps(graph(chronology), ensure_ascii=False, indent=2).encode("utf-8", "replace")
        + b"\n"
    )
    return File(data, ({"undated event: without a date": undated} if undated else {}) | left_out)


def graph(chronology: Chronology) -> dict[str, Any]:
    """The graph as JSON values, for a file or for a page's head; what a person rejected is no part of it."""
    chronology, _ = without_rejected(chronology)
    documents = {r.document.id: r.document for r in chronology.readings}
    actors = {a.id: {"@type": TYPE.get(a.kind, "Thing"), "name": a.name} for a in chronology.actors}
    events = [_event(e, documents, actors) for e in chronology.events]
    return {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": chronology.title,
        "numberOfItems": len(events),
        "itemListElement": events,
    }


def _event(
    event: Event, documents: dict[str, Document], actors: dict[str, dict[str, str]]
) -> dict[str, Any]:
    disputed = ", disputed by a reviewer" if event.status == "disputed" else ""
    made: dict[str, Any] = {
        "@type": "Event",
        "identifier": event.id,
        "name": event.summary,
        "description": edtf.say(event.when.edtf) + disputed,
    }
    made |= dates(event.when.edtf)
    taking_part = [actors[a.actor] for a in event.actors if a.role != "place" and a.actor in actors]
    made |= {"actor": taking_part} if taking_part else {}
    made |= {"location": {"@type": "Place", "name": event.place}} if event.place else {}
    return made | {"subjectOf": [_claim(c, documents[c.document]) for c in event.claims]}


def _claim(claim: Claim, document: Document) -> dict[str, Any]:
    appearance: dict[str, Any] = {
        "@type": "CreativeWork",
        "name": document.title,
        "identifier": f"sha256:{document.sha256}",
    }
    appearance |= {"datePublished": document.published} if document.published else {}
    made: dict[str, Any] = {
        "@type": "Claim",
        "identifier": claim.id,
        "text": claim.quote,
        "appearance": appearance,
    }
    said = [{"@type": "Thing", "name": s.name} for s in claim.sources]
    return made | ({"author": said} if said else {})


def dates(value: str) -> dict[str, str]:
    """``startDate`` and ``endDate`` as wide as the value, each where it has that side."""
    if value == edtf.UNKNOWN:
        return {}
    left, slash, right = value.partition("/")
    bare = left.rstrip("~?%")
    if not slash and edtf.precision(bare) in ("day", "month", "year", "minute", "second"):
        return {"startDate": bare, "endDate": bare}
    first, last = edtf.first_day(value), edtf.last_day(value)
    found = {
        "startDate": first if left != ".." else None,
        "endDate": last if right != ".." else None,
    }
    return {name: edtf.day(day) for name, day in found.items() if day is not None}
