"""What a browser is given of a build, packed once when the case is built: the page's own blocks, the review queue, what all of it rests on."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from typing import Any

import msgspec

from seriatim.association.evidence_overview import grounds
from seriatim.exports import page, page_data
from seriatim.model import Chronology
from seriatim.web.evidence import shown
from seriatim.web.review_queue import queue

# gzip at 3: the blocks of 100,000 events in 2.4 s instead of 7.1 at 6, for a sixth more bytes on a
# wire that is a loopback.
LEVEL = 3


def blocks(chronology: Chronology) -> Iterator[tuple[str, bytes]]:
    """The blocks of a chronology with its documents' texts, by name, the index first."""
    for name, content in page_data.contents(page.book_of(chronology)):
        yield name, packed(content)
    yield "queue", packed(queue(chronology))
    standing = [e for e in chronology.events if e.status != "rejected"]
    yield "grounds", packed(shown(grounds(chronology, standing)).model_dump())


def packed(content: Any) -> bytes:  # noqa: ANN401 - any JSON value
    """JSON, packed; the same bytes for the same value."""
    try:
        text = msgspec.json.encode(content)
    except UnicodeEncodeError:  # half of a surrogate pair in a document
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode(
            "utf-8", "backslashreplace"
        )
    return gzip.compress(text, LEVEL, mtime=0)
