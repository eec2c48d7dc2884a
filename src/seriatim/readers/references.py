"""The blocks of a document, those under "References" or "Bibliography" as citations."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from seriatim.lang import layout
from seriatim.readers.draft import Block

_ENTRIES = ("paragraph", "item", "quote")


def with_references(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, the entries of lists of references as citations, up to the next heading."""
    found: list[Block] = []
    under: int | None = None  # the level of the heading over the list
    for block in blocks:
        if block.kind in ("title", "heading"):
            words = text[block.pieces[0][0] : block.pieces[-1][1]]
            if _is_title(words):
                under = block.level
            elif under is not None and (block.level <= under or block.kind == "title"):
                under = None
        elif under is not None and block.kind in _ENTRIES:
            block = replace(block, kind="citation", level=0, apart=True)  # noqa: PLW2901
        found.append(block)
    return tuple(found)


def _is_title(words: str) -> bool:
    """Whether a heading stands over a list of references, with or without its number."""
    plain = words.strip().lstrip("0123456789.IVX ").rstrip(" :.").lower()
    return plain in layout.REFERENCE_TITLES
