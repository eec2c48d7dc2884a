"""Helpers for tests of claims: a short document in, a short listing out."""

from __future__ import annotations

from seriatim import resolution
from seriatim.analysis import analyse
from seriatim.model import Document, Reading
from seriatim.pipeline import claims
from seriatim.pipeline.claims import DocumentClaims
from seriatim.readers import read_bytes
from seriatim.resolution import Resolved
from seriatim.temporal import timexes


def told(text: str, published: str = "1911-12-01") -> tuple[Document, DocumentClaims]:
    """What one plain text tells."""
    document, passages = read_bytes(text.encode(), "page.txt", published=published).documents[0]
    analyses = list(analyse(document, passages))
    return document, claims.read(document, analyses, timexes.read(document, passages), model=False)


def reading(text: str, published: str = "1911-12-01") -> Reading:
    """The same as a reading."""
    document, found = told(text, published)
    return Reading(document, (), (), found.mentions, found.claims)


def resolved(*texts: str, groups: dict[str, tuple[str, ...]] | None = None) -> Resolved:
    """Who and what several documents tell of."""
    readings = []
    for n, text in enumerate(texts, 1):
        document, passages = read_bytes(
            text.encode(), f"page{n}.txt", published="1911-12-01", first=n
        ).documents[0]
        found = claims.read(
            document,
            list(analyse(document, passages)),
            timexes.read(document, passages),
            model=False,
        )
        readings.append(Reading(document, passages, (), found.mentions, found.claims))
    return resolution.resolve(readings, groups or {})


def lines(text: str, published: str = "1911-12-01") -> list[str]:
    """One line a claim: its date, its word, who takes part."""
    document, found = told(text, published)
    names = {m.id: m.name for m in found.mentions}
    listing = []
    for claim in found.claims:
        word = document.text[claim.predicate[0] : claim.predicate[1]]
        who = ", ".join(names[p.mention] for p in claim.participants)
        listing.append(f"{claim.when.edtf} {word}: {who}".rstrip(": "))
    return listing
