"""W3C Web Annotation (JSON-LD): each claim as an annotation of its quote, with both text selectors."""

from __future__ import annotations

import json
from typing import Any

from seriatim.exports import File
from seriatim.exports.rows import Row, rows, without_rejected
from seriatim.model import Chronology

AROUND = 32
CONTEXT = "http://www.w3.org/ns/anno.jsonld"


def to_file(chronology: Chronology) -> File:
    """An AnnotationCollection with one page that holds every claim."""
    chronology, left_out = without_rejected(chronology)
    items = [_annotation(row) for row in rows(chronology)]
    page = {"id": "urn:seriatim:page:1", "type": "AnnotationPage", "startIndex": 0, "items": items}
    body = {
        "@context": CONTEXT,
        "id": "urn:seriatim:claims",
        "type": "AnnotationCollection",
        "label": chronology.title,
        "total": len(items),
        "first": page,
    }
    links = sum(x.basis == "stated" for x in chronology.links)
    data = json.dumps(body, ensure_ascii=False, indent=2).encode("utf-8", "replace") + b"\n"
    return File(data, ({"relation in time between two events": links} if links else {}) | left_out)


def _annotation(row: Row) -> dict[str, Any]:
    claim, text = row.claim, row.document.text
    start, end = claim.span
    quote = {
        "type": "TextQuoteSelector",
        "exact": claim.quote,
        "prefix": text[max(0, start - AROUND) : start],
        "suffix": text[end : end + AROUND],
    }
    told = [
        f"{row.dated}: {claim.summary}",
        *(f"has it from {s}" for s in row.sources),
        row.standing,
    ]
    bodies: list[dict[str, Any]] = [
        {
            "type": "TextualBody",
            "purpose": "describing",
            "format": "text/plain",
            "language": "en",
            "value": "; ".join(told),
        },
        {"type": "TextualBody", "purpose": "tagging", "value": row.event.kind},
        {"type": "TextualBody", "purpose": "classifying", "value": f"edtf:{claim.when.edtf}"},
    ]
    return {
        "id": f"urn:seriatim:claim:{claim.id}",
        "type": "Annotation",
        "motivation": "describing",
        "body": bodies,
        "target": {
            "source": f"urn:sha256:{row.document.sha256}",
            "selector": [quote, {"type": "TextPositionSelector", "start": start, "end": end}],
        },
    }
