"""A chronology as rows, one a claim: what tables, documents for a court and feeds are made of."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from seriatim.model import Chronology, Claim, Document, Event, Location
from seriatim.temporal import edtf

Modifier = Literal["On", "Before", "After", "Between", "About", "Undated"]
LEFT_OUT = "event that a reviewer rejected: left out"  # of a format in which it would read as told


@dataclass(frozen=True, slots=True)
class PinCite:
    """Where a quote stands: the document, its page where it has pages, and the line of the text or page."""

    document: str
    page: int | None
    line: int

    def __str__(self) -> str:
        return f"{self.document}, " + (f"p. {self.page}, " if self.page else "") + f"l. {self.line}"


@dataclass(frozen=True, slots=True)
class Row:
    """One claim with its event, in words and as data."""

    event: Event
    claim: Claim
    document: Document
    modifier: Modifier
    date: str  # in words, as precise as the source and no more
    actors: tuple[str, ...]
    sources: tuple[str, ...]
    hedges: tuple[str, ...]
    cite: PinCite
    findings: tuple[str, ...]

    @property
    def surely(self) -> str:
        """How surely it is told: certainty, denial, plan."""
        parts: list[str] = [self.claim.certainty]
        parts += ["told as not so"] if self.claim.polarity == "-" else []
        parts += ["planned"] if self.claim.planned else []
        return ", ".join(parts)

    @property
    def standing(self) -> str:
        """How surely it is told, and that a person marked it as disputed: for formats that have no other place for a status."""
        return (
            f"{self.surely}, disputed by a reviewer"
            if self.event.status == "disputed"
            else self.surely
        )

    @property
    def dated(self) -> str:
        """The date in words, with the words of the document where a person put it right or gave it."""
        when = self.claim.when
        if when.basis != "corrected":
            return self.date
        words = " ".join((when.text or "").split())
        return (
            f"{self.date}, put right by a reviewer; its words: “{words}”"
            if words
            else f"{self.date}, given by a reviewer"
        )


def without_rejected(chronology: Chronology) -> tuple[Chronology, dict[str, int]]:
    """A chronology without what a person rejected, and how many events that were, as a format counts them."""
    kept = tuple(event for event in chronology.events if event.status != "rejected")
    left_out = len(chronology.events) - len(kept)
    return (
        (replace(chronology, events=kept), {LEFT_OUT: left_out}) if left_out else (chronology, {})
    )


def rows(chronology: Chronology) -> Iterator[Row]:
    """A row a claim, in the chronology's order."""
    documents = {r.document.id: r.document for r in chronology.readings}
    cites = {identity: _Places(d) for identity, d in documents.items()}
    names = {a.id: a.name for a in chronology.actors}
    found: dict[str, list[str]] = {}
    for finding in chronology.findings:
        for identity in finding.claims:
            found.setdefault(identity, []).append(finding.message)
    for event in chronology.events:
        actors = tuple(
            dict.fromkeys(
                names[a.actor] for a in event.actors if a.role != "place" and a.actor in names
            )
        )
        for claim in event.claims:
            document = documents[claim.document]
            yield Row(
                event,
                claim,
                document,
                modifier(claim.when.edtf),
                edtf.say(claim.when.edtf),
                actors,
                tuple(s.name for s in claim.sources),
                tuple(document.text[slice(*h)] for h in claim.hedges),
                cites[claim.document].cite(claim.span[0]),
                tuple(found.get(claim.id, ())),
            )


def modifier(value: str) -> Modifier:
    """The word that litigation tables put before a date: On, Before, After, Between, About, Undated."""
    if value == edtf.UNKNOWN:
        return "Undated"
    left, slash, right = value.partition("/")
    if slash:
        return "Before" if left == ".." else "After" if right == ".." else "Between"
    return (
        "About"
        if value[-1] in "~?%"
        else "On"
        if edtf.precision(value) in ("second", "minute", "hour", "day")
        else "Between"
    )


def limits(value: str) -> tuple[str | None, str | None]:
    """The first and last day that a value allows, ``2016-07-20``; ``None`` where open."""
    first, last = edtf.first_day(value), edtf.last_day(value)
    return (None if first is None else edtf.day(first), None if last is None else edtf.day(last))


class _Places:
    """From a position in a document's text to its page and line."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.paged: list[Location] = sorted(
            (x for x in document.locations if x.page), key=lambda x: x.span
        )
        self.starts = [x.span[0] for x in self.paged]
        self.lines = [0, *(i + 1 for i, c in enumerate(document.text) if c == "\n")]

    def cite(self, position: int) -> PinCite:
        i = bisect_right(self.starts, position) - 1
        if i >= 0:
            place = self.paged[i]
            return PinCite(self.document.path, place.page, place.line or 1)
        return PinCite(self.document.path, None, bisect_right(self.lines, position))
