"""FollowTheMoney entities, one JSON object a line: documents, actors, and an Event for each event with who took part.

Its dates are prefixes of ISO days.  A day, month or year goes out as ``date``; a wider date as
``startDate`` and ``endDate``, an open side left out; marks such as "about" are said in the summary
and counted.
"""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from typing import Any

from seriatim.exports import File
from seriatim.exports.rows import without_rejected
from seriatim.model import ActorKind, Chronology, Claim, Event
from seriatim.temporal import edtf

SCHEMA: dict[ActorKind, str] = {
    "person": "Person",
    "organization": "Organization",
    "alias": "LegalEntity",
    "role": "LegalEntity",
    "other": "LegalEntity",
}


def to_file(chronology: Chronology) -> File:
    """Entities in the order: documents, actors, events."""
    chronology, left_out = without_rejected(chronology)
    lost: Counter[str] = Counter(left_out)
    keys = {r.document.id: _id("document", r.document.sha256) for r in chronology.readings}
    names = {a.id: _id("actor", a.kind, a.name) for a in chronology.actors}
    lines = [
        _entity(
            keys[r.document.id],
            "Document",
            fileName=[r.document.path],
            title=[r.document.title],
            contentHash=[],
            date=_prefix(r.document.published),
        )
        for r in chronology.readings
    ]
    lines += [
        _entity(
            names[a.id], SCHEMA[a.kind], name=[a.name], alias=[x for x in a.aliases if x != a.name]
        )
        for a in chronology.actors
    ]
    lines += [_event(e, keys, names, lost) for e in chronology.events]
    data = "".join(json.dumps(line, ensure_ascii=False, sort_keys=True) + "\n" for line in lines)
    return File(data.encode("utf-8", "replace"), dict(lost))


def _event(
    event: Event, keys: dict[str, str], names: dict[str, str], lost: Counter[str]
) -> dict[str, Any]:
    value = event.when.edtf
    told = [
        *map(_told, event.claims),
        *(["disputed by a reviewer"] if event.status == "disputed" else []),
    ]
    if value[-1] in "~?%":
        lost["“about” and “perhaps”: told in the summary only"] += 1
    if value == edtf.UNKNOWN:
        lost["undated event: without a date"] += 1
    lost["hedges, denials and sources: told in the summary only"] += sum(
        bool(c.hedges or c.sources or c.polarity == "-") for c in event.claims
    )
    return _entity(
        _id(
            "event",
            *(c.document + str(c.predicate) for c in event.claims),
            *(keys[c.document] for c in event.claims),
        ),
        "Event",
        name=[event.summary],
        summary=told,
        location=[event.place] if event.place else [],
        involved=sorted(
            {names[a.actor] for a in event.actors if a.role != "place" and a.actor in names}
        ),
        proof=sorted({keys[c.document] for c in event.claims}),
        recordId=[event.id],
        sourceUrl=sorted({url for c in event.claims for url in c.citations}),
        **_dates(value),
    )


def _told(claim: Claim) -> str:
    chain = "".join(f", who has it from {s.name}" for s in claim.sources)
    denied = ", told as not so" if claim.polarity == "-" else ""
    return f"{edtf.say(claim.when.edtf)}: “{claim.quote}”{chain} ({claim.certainty}{denied})"


def _dates(value: str) -> dict[str, list[str]]:
    if value == edtf.UNKNOWN:
        return {}
    left, slash, right = value.partition("/")
    if not slash and (prefix := _prefix(left)):
        return {"date": prefix}
    first, last = edtf.first_day(value), edtf.last_day(value)
    sides = {
        "startDate": None if left == ".." else first,
        "endDate": None if right == ".." else last,
    }
    return {
        name: [edtf.day(day)]
        for name, day in sides.items()
        if day is not None and edtf.civil_from_days(day)[0] > 0
    }


def _prefix(value: str | None) -> list[str]:
    """A day, month, year or time of the common era as FollowTheMoney writes it; nothing for other values."""
    bare = (value or "").rstrip("~?%")
    wanted = ("second", "minute", "day", "month", "year")
    return (
        [bare]
        if bare and "/" not in bare and bare[0] != "-" and edtf.precision(bare) in wanted
        else []
    )


def _entity(identity: str, schema: str, **properties: list[str]) -> dict[str, Any]:
    return {
        "id": identity,
        "schema": schema,
        "properties": {k: v for k, v in properties.items() if v},
    }


def _id(*parts: str) -> str:
    return hashlib.sha1(
        "\0".join(parts).encode("utf-8", "replace"), usedforsecurity=False
    ).hexdigest()
