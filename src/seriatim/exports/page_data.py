"""The page's data: a columnar index for the first drawing, and the interchange form in blocks.

Each block is an inert ``script`` element, read on demand.  Small cases are plain JSON, which any
editor can open; large ones are packed with gzip, which takes 100,000 events from 97 MB to 18.  The
workbench serves the same index and blocks under addresses of its own.
"""

from __future__ import annotations

import gzip
import json
from base64 import b64encode
from collections.abc import Iterator, Sequence
from typing import Any

import msgspec

from seriatim.exports import page_list, wire
from seriatim.exports.markup import Html, tag
from seriatim.lang import contacts
from seriatim.messages.page import WORDS
from seriatim.temporal import edtf

EVENTS_A_BLOCK = 500
CHARACTERS_A_BLOCK = 500_000  # of documents' texts
PLAIN = 2_000_000  # characters of JSON: beyond it the blocks are packed

# Flags for what an event's claims say; the front end's ``data/model.ts`` has the same.
(
    DENIED,
    AFFIRMED,
    PLANNED,
    CERTAIN,
    PROBABLE,
    POSSIBLE,
    HEDGED,
    ABOUT,
    DOUBTED,
    VERSIONS,
    ACCEPTED,
    REJECTED,
    DISPUTED,
) = (1 << n for n in range(13))
COLUMNS = (
    *("id", "summary", "kind", "place", "when", "earliest", "latest", "implied", "corrections"),
    *("actors", "documents", "sources", "claims", "flags", "main", "rank"),
)
_CERTAINTY = {"certain": CERTAIN, "probable": PROBABLE, "possible": POSSIBLE}
_STATUS = {"proposed": 0, "accepted": ACCEPTED, "rejected": REJECTED, "disputed": DISPUTED}


def blocks(book: page_list.Book) -> list[Html]:
    """The elements that hold the data, starting with the index."""
    written = {
        name: json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        for name, content in contents(book)
    }
    packed = sum(map(len, written.values())) > PLAIN
    return [_packed(name, text) if packed else _plain(name, text) for name, text in written.items()]


def _plain(name: str, text: str) -> Html:
    """The element of a block as JSON, escaped so that it can't close the element."""
    inert = text.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return tag("script", Html(inert), type="application/json", id=f"data-{name}")


def _packed(name: str, text: str) -> Html:
    small = gzip.compress(text.encode("utf-8", "backslashreplace"), 6, mtime=0)
    return tag(
        "script", Html(b64encode(small).decode()), type="application/gzip", id=f"data-{name}"
    )


def contents(book: page_list.Book) -> Iterator[tuple[str, Any]]:
    """The blocks by name, as JSON values, starting with the index."""
    events, documents = _cut_events(book.events), _cut_documents(book.chronology.documents)
    yield "index", index(book, documents)
    for n, some in enumerate(events):
        yield f"events-{n}", msgspec.to_builtins(some)
    for n, texts in enumerate(documents):
        yield f"documents-{n}", msgspec.to_builtins(texts)
    yield "actors", msgspec.to_builtins(book.chronology.actors)
    yield "links", msgspec.to_builtins(book.chronology.links)


def _cut_events(events: Sequence[wire.Event]) -> list[Sequence[wire.Event]]:
    return [events[n : n + EVENTS_A_BLOCK] for n in range(0, len(events), EVENTS_A_BLOCK)]


def _cut_documents(documents: Sequence[wire.Document]) -> list[list[wire.Document]]:
    cut: list[list[wire.Document]] = []
    size = CHARACTERS_A_BLOCK
    for d in documents:
        if size >= CHARACTERS_A_BLOCK:
            cut.append([])
            size = 0
        cut[-1].append(d)
        size += len(d.text)
    return cut


class _Table:
    """Distinct values that columns refer to by index."""

    def __init__(self) -> None:
        self.values: list[str] = []
        self._places: dict[str, int] = {}

    def place(self, value: str) -> int:
        if value not in self._places:
            self._places[value] = len(self.values)
            self.values.append(value)
        return self._places[value]


class _Tables:
    def __init__(self) -> None:
        self.kinds, self.sources, self.places, self.dates, self.implied, self.corrections = (
            _Table() for _ in range(6)
        )


def index(book: page_list.Book, documents: Sequence[Sequence[wire.Document]]) -> dict[str, Any]:
    """The data for the first drawing, the list and the filters.

    Times are in seconds from 1970-01-01T00:00.
    """
    c = book.chronology
    tables = _Tables()
    columns = _columns(book, tables)
    return {
        "title": c.case.title,
        "words": WORDS,
        "months": edtf.MONTH_NAMES,
        "eventsABlock": EVENTS_A_BLOCK,
        "groups": c.case.groups,
        "contacts": sorted(contacts.TOGETHER | contacts.ONE_WAY),
        "documents": [_document_row(book, d, n) for n, some in enumerate(documents) for d in some],
        "actors": [[a.id, a.name, a.kind, a.aliases] for a in c.actors],
        "findings": [
            {**msgspec.to_builtins(f), "proposed": page_list.proposal(f.proposal)}
            for f in c.findings
        ],
        "events": columns,
        "kinds": tables.kinds.values,
        "sources": tables.sources.values,
        "places": tables.places.values,
        "dates": [_date_row(value) for value in tables.dates.values],
        "implied": tables.implied.values,
        "corrections": tables.corrections.values,
    }


def _document_row(book: page_list.Book, d: wire.Document, block: int) -> dict[str, Any]:
    return {
        "id": d.id,
        "title": book.name(d.id),
        "path": d.path,
        "published": page_list.published(d),
        "kind": d.media_type,
        "hash": d.sha256,
        "events": book.events_by_document[d.id],
        "block": block,
        "headings": book.headings.get(d.id, ()),
    }


def _date_row(value: str) -> list[Any]:
    """The EDTF value, its wording, its start and its end."""
    span = edtf.EVER if value == edtf.UNKNOWN else edtf.interval(value)
    return [value, edtf.say(value), span.start, span.end]


def _columns(book: page_list.Book, tables: _Tables) -> dict[str, list[Any]]:
    actors = {a.id: n for n, a in enumerate(book.chronology.actors)}
    documents = {d.id: n for n, d in enumerate(book.chronology.documents)}
    for c in (c for e in book.chronology.events for c in e.claims):
        tables.dates.place(c.when.edtf)
    rows = [
        (*_row(e, tables, actors, documents), *place)
        for e, place in zip(book.events, _places(book), strict=True)
    ]
    values = map(list, zip(*rows, strict=True)) if rows else ([] for _ in COLUMNS)
    return dict(zip(COLUMNS, values, strict=True))


def _places(book: page_list.Book) -> Iterator[tuple[int, int]]:
    """For each event: where the main event of its entry stands in the list, and its rank.

    An event without an entry, such as a rejected one, is its own main event and has the rank 0.
    """
    at = {e.id: n for n, e in enumerate(book.events)}
    for n, e in enumerate(book.events):
        place = book.entries.get(e.id)
        yield (n, 0) if place is None else (at[place.main], place.rank)


def _row(
    e: wire.Event, tables: _Tables, actors: dict[str, int], documents: dict[str, int]
) -> tuple[Any, ...]:
    """An event's values, in the order of COLUMNS."""
    sources = dict.fromkeys(s.name for c in e.claims for s in c.sources)
    return (
        e.id,
        e.summary,
        tables.kinds.place(e.kind),
        tables.places.place(e.place or ""),
        tables.dates.place(e.when.edtf),
        *_bounds(e.when),
        tables.implied.place(page_list.implied(e.when) or ""),
        tables.corrections.place(page_list.correction(e) or ""),
        [actors[a] for a in dict.fromkeys(a.actor for a in e.actors)],
        [documents[d] for d in dict.fromkeys(c.document for c in e.claims)],
        [tables.sources.place(name) for name in sources],
        len(e.claims),
        _flags(e),
    )


def _bounds(when: wire.When) -> tuple[int | None, int | None]:
    return (
        edtf.interval(when.earliest).start if when.earliest else None,
        edtf.interval(when.latest).end if when.latest else None,
    )


def _flags(e: wire.Event) -> int:
    flags = 0
    for c in e.claims:
        flags |= (
            _CERTAINTY[c.certainty]
            | (DENIED if c.polarity == "-" else AFFIRMED)
            | PLANNED * c.planned
            | HEDGED * bool(c.hedges)
        )
    about, doubted = any(m in e.when.edtf for m in "~%"), any(m in e.when.edtf for m in "?%")
    return (
        flags
        | ABOUT * about
        | DOUBTED * doubted
        | VERSIONS * page_list.differs(e)
        | _STATUS[e.status]
    )
