"""Documents and the passages that they are read in."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Span = tuple[int, int]
PublishedBasis = Literal["given", "metadata", "dateline", "none"]
PassageKind = Literal[
    "title",
    "heading",
    "paragraph",
    "item",
    "row",
    "caption",
    "quote",
    "header",  # of a mail or a table
    "footnote",
    "citation",  # an entry of a list of references
    "furniture",  # a running head, a page number, a line of a table of contents
]
# What tells nothing itself: notes and references are read for sources, furniture not at all.
LAYOUT: frozenset[PassageKind] = frozenset({"footnote", "citation", "furniture"})


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong in the run itself: which file or document, and what a person can do."""

    where: str
    message: str


@dataclass(frozen=True, slots=True)
class Location:
    """Where a span of the text lies in the original file.

    ``page`` and ``line`` count from 1; ``element`` is a path such as ``ul[1]/li[3]``; ``box`` is
    left, top, right and bottom on the page, in points from its upper left corner.
    """

    span: Span
    page: int | None = None
    line: int | None = None
    element: str | None = None
    box: tuple[float, float, float, float] | None = None


@dataclass(frozen=True, slots=True)
class Citation:
    """A hyperlink: the words that carry it and where it leads."""

    span: Span
    url: str


@dataclass(frozen=True, slots=True)
class Document:
    """One file or page taken in: its fixed text, and the hash of the bytes it was made from."""

    id: str
    path: str
    title: str
    text: str
    sha256: str
    media_type: str = "text/plain"
    published: str | None = None  # EDTF day, month or year
    published_basis: PublishedBasis = "none"
    locations: tuple[Location, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A run of a document that is read as one unit.

    ``pieces`` are the spans of the document's text that make it up, in order: one, unless layout
    (a running head, a footnote) interrupts the sentence.  ``parents`` are the indices of the
    passages above it (list items, the line that introduces a list), outermost first; ``heading``
    is the index of its heading.  ``published`` (EDTF) is a date of its own: an entry of a live
    blog, a mail, a row.  ``author`` is set where the words are not the document's author's: a
    quoted reply, a speaker in a transcript.  The parent of a footnote is the passage with its mark.
    """

    document: str
    index: int
    kind: PassageKind
    pieces: tuple[Span, ...]
    parents: tuple[int, ...] = ()
    heading: int | None = None
    citations: tuple[Citation, ...] = ()
    published: str | None = None
    author: str | None = None

    @property
    def tells(self) -> bool:
        """Whether its words belong to what the document tells, rather than to its layout."""
        return self.kind not in LAYOUT

    @property
    def span(self) -> Span:
        """From the start of the first piece to the end of the last."""
        return (self.pieces[0][0], self.pieces[-1][1])
