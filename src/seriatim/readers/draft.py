"""The result of a format reader: the text, its blocks and the file's metadata.

Readers find blocks and their levels; only ``passages`` finds their parents, so that a text gives
the same passages in every format.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import islice

from seriatim.model import Citation, Location, Passage, PassageKind, PublishedBasis, Span


# Not frozen: a large page has thousands, and frozen ones take three times as long to make.
@dataclass(slots=True)
class Block:
    """A unit of the text before its parents are known.

    ``level`` is that of a heading (from 1), the depth of a list item (from 1), or the number of
    items around a paragraph inside a list; 0 outside lists.  ``apart`` blocks (a running
    head, a footnote) neither introduce nor interrupt anything.
    """

    kind: PassageKind
    pieces: tuple[Span, ...]
    level: int = 0
    citations: tuple[Citation, ...] = ()
    published: str | None = None
    author: str | None = None
    apart: bool = False
    depth: int = 0  # how many times these words were quoted, in a reply to a reply
    mark: Span | None = None  # of a footnote: where the text refers to it


@dataclass(frozen=True, slots=True)
class Draft:
    """A document as its format reader returns it, before it has an id.

    ``within`` names the part of the file that it was made from (an attachment, a mail in a box),
    empty for the whole;
    ``data`` are the bytes of that part where they are not the file's own; ``notices`` become
    problems that name the file.
    """

    text: str
    blocks: tuple[Block, ...]
    title: str = ""
    media_type: str = "text/plain"
    published: str | None = None
    published_basis: PublishedBasis = "none"
    locations: tuple[Location, ...] = ()
    notices: tuple[str, ...] = ()
    within: str = ""
    weak_date: str = ""  # the kind of ``published``, if a dateline in the text is more reliable
    data: bytes | None = None
    unreadable: str = ""  # why an embedded file cannot be read


def shifted(block: Block, by: int) -> Block:
    """The block with its spans shifted by so many characters."""
    pieces = tuple((start + by, end + by) for start, end in block.pieces)
    return replace(
        block,
        pieces=pieces,
        citations=tuple(Citation((c.span[0] + by, c.span[1] + by), c.url) for c in block.citations),
    )


class Unreadable(Exception):  # noqa: N818 - it says what the file is, not what went wrong in the program
    """The file can't be read; the message says why and what a person can do."""


@dataclass(slots=True)
class Page:
    """A text that is being written, with its blocks and their locations in the original."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    blocks: list[Block] = field(default_factory=list)
    locations: list[Location] = field(default_factory=list)

    def write(self, text: str) -> Span:
        """Add text at the end; the span that it takes."""
        start = self.length
        self.parts.append(text)
        self.length = end = start + len(text)
        return (start, end)

    def gap(self, *, tight: bool) -> None:
        """Set off what comes next by a new line, or by an empty one."""
        if self.length:
            self.write("\n" if tight else "\n\n")

    def row(self, cells: Sequence[str]) -> tuple[Span, ...]:
        """Add the cells of a row with bars between them; the spans of those with words."""
        spans = []
        for i, cell in enumerate(cells):
            start, end = self.write(cell)
            if i < len(cells) - 1:
                _, end = self.write(" ")
                self.write("| ")
            if cell:
                spans.append((start, end))
        if spans:
            start, end = spans[-1]
            spans[-1] = (start, end - (self.length > end))
        return tuple(spans)

    @property
    def text(self) -> str:
        """All that was written."""
        return "".join(self.parts)


def passages(document: str, text: str, blocks: Sequence[Block]) -> tuple[Passage, ...]:
    """The blocks as passages, each with its heading, parent items and introducing line."""
    found: list[Passage] = []
    shape = _Shape()
    for block in blocks:
        index = len(found)
        parents, heading = shape.place(index, block, text)
        if block.mark:
            parents = _marked(found, block.mark)
        found.append(
            Passage(
                document,
                index,
                block.kind,
                block.pieces,
                parents,
                heading,
                block.citations,
                block.published,
                block.author,
            )
        )
    return tuple(found)


def _marked(found: Sequence[Passage], mark: Span) -> tuple[int, ...]:
    """The index of the passage that holds the mark of a footnote."""
    holding = (p.index for p in reversed(found) if p.span[0] < mark[0] <= p.span[1])
    return tuple(islice(holding, 1))


class _Shape:
    """The open headings, list items and introducing lines at a point of a document."""

    def __init__(self) -> None:
        self.headings: list[tuple[int, int]] = []  # (level, index), outermost first
        self.items: list[tuple[int, int]] = []
        self.columns: int | None = (
            None  # the row of a table that names the columns of those that follow
        )
        self.intro: int | None = (
            None  # the paragraph that ends in a colon, as long as what it introduces goes on
        )
        self.introduces: str | None = None  # kind of what it introduces, once begun

    def place(self, index: int, block: Block, text: str) -> tuple[tuple[int, ...], int | None]:
        if block.apart:
            return (), self._heading()
        if block.kind == "row" and self.columns is not None:
            return (self.columns,), self._heading()
        self.columns = index if block.kind == "header" else None
        if block.kind == "header":
            return (), self._heading()
        if block.kind in ("title", "heading"):
            return self._place_heading(index, block)
        if block.level:
            return self._place_in_list(index, block)
        return self._place_paragraph(index, block, text)

    def _heading(self) -> int | None:
        return self.headings[-1][1] if self.headings else None

    def _place_heading(self, index: int, block: Block) -> tuple[tuple[int, ...], int | None]:
        level = 0 if block.kind == "title" else block.level
        while self.headings and self.headings[-1][0] >= level:
            self.headings.pop()
        above = self._heading()
        self.headings.append((level, index))
        self.items, self.intro, self.introduces = [], None, None
        return (), above

    def _place_in_list(self, index: int, block: Block) -> tuple[tuple[int, ...], int | None]:
        """The parents of a list item or of a block inside one: the items above it."""
        inside = block.kind != "item"
        while self.items and (
            self.items[-1][0] > block.level or (self.items[-1][0] == block.level and not inside)
        ):
            self.items.pop()
        if self.introduces not in (None, "item"):
            self.intro = None
        self.introduces = "item"
        parents = (*(() if self.intro is None else (self.intro,)), *(i for _, i in self.items))
        if not inside:
            self.items.append((block.level, index))
        return parents, self._heading()

    def _place_paragraph(
        self, index: int, block: Block, text: str
    ) -> tuple[tuple[int, ...], int | None]:
        """The paragraph with a colon that introduces a block or a run of quotations or speakers."""
        self.items = []
        kind = (
            "row"
            if block.kind == "row"
            else "quote"
            if block.kind == "quote"
            else "speaker"
            if block.author
            else "paragraph"
        )
        goes_on = self.introduces is None or (self.introduces == kind and kind != "paragraph")
        if not goes_on:
            self.intro = None
        parents = () if self.intro is None else (self.intro,)
        self.introduces = kind
        if kind == "paragraph" and text[
            block.pieces[-1][0] : block.pieces[-1][1]
        ].rstrip().endswith(":"):
            self.intro, self.introduces = index, None
        return parents, self._heading()
