"""Contacts as a table, CSV: one row per pair and claim, with date, quote and certainty."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from seriatim.association.contacts import Pair, pairs
from seriatim.exports import File
from seriatim.exports.rows import limits
from seriatim.exports.sheet import safe
from seriatim.lang import contacts
from seriatim.messages import exports as messages
from seriatim.model import Chronology, Event

COLUMNS = (
    "First",
    "Second",
    "Direction",
    "Kind",
    "EDTF",
    "First Day",
    "Last Day",
    "Told As",
    "Source(s)",
    "Source Quote",
    "Document",
    "Event",
)


def to_file(chronology: Chronology) -> File:
    """The table of all contacts of a chronology."""
    return table(
        chronology, [e for e in chronology.events if e.kind in contacts.TOGETHER | contacts.ONE_WAY]
    )


def table(chronology: Chronology, events: list[Event]) -> File:
    """The table of the contacts of some events."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for pair in pairs(events):
        writer.writerows([safe(cell) for cell in row] for row in _rows(chronology, pair))
    rejected = sum(e.status == "rejected" for e in events)
    return File(
        b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace"),
        {messages.LEFT_OUT: rejected} if rejected else {},
    )


def _rows(chronology: Chronology, pair: Pair) -> Iterator[tuple[str, ...]]:
    names = {a.id: a.name for a in chronology.actors}
    paths = {r.document.id: r.document.path for r in chronology.readings}
    for first, second, one_way, event in directed(pair):
        for claim in event.claims:
            day, last = limits(claim.when.edtf)
            certainty = (
                "denied"
                if claim.polarity == "-"
                else "planned"
                if claim.planned
                else claim.certainty
            )
            yield (
                names.get(first, first),
                names.get(second, second),
                "to" if one_way else "with",
                event.kind,
                claim.when.edtf,
                day or "",
                last or "",
                certainty,
                " < ".join(s.name for s in claim.sources),
                claim.quote,
                paths.get(claim.document, claim.document),
                event.id,
            )


def directed(pair: Pair) -> Iterator[tuple[str, str, bool, Event]]:
    """The events of a pair, each with its direction."""
    for contact in pair.contacts:
        yield contact.first, contact.second, contact.one_way, contact.event
    for event in pair.only_denied:
        yield pair.first, pair.second, False, event
