"""Blocks with speakers: transcripts ("Captain Moor: …"), quotations after a colon, replies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from seriatim.lang import layout
from seriatim.lang import layout as layout_words
from seriatim.readers.draft import Block
from seriatim.readers.publication_date import find_day, has_clock, without_dates

_OPENING = re.compile(layout.SPEAKER)
_NEAR_TOP = 5  # blocks
_BYLINE = re.compile(layout.BYLINE)
_OPEN = '"“‘«'
_CLOSE = ('"', "”", "’", "»", ")")
_WROTE = re.compile(layout.REPLY, re.IGNORECASE)
_BEGINS = re.compile(layout.REPLY_BEGINS)
_SCHEME = "mailto:"
_ADDRESS = re.compile(rf"[<(\[]?(?:{_SCHEME})?[\w.+-]+@[\w.-]+\w[>)\]]?")
_PERSON = re.compile(layout.PERSON)


def with_speakers(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with their speakers, where the layout shows them."""
    whole = _with_whole_lines(text, _without_byline(text, blocks))
    return _with_transcript(text, _with_quotations(text, _with_replies(text, whole)))


def _with_whole_lines(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with the line above a quotation as one where a mail program wrapped it."""
    found: list[Block] = []
    for block in blocks:
        last = found[-1] if found else None
        if last and last.kind == block.kind and block.kind in ("paragraph", "quote"):
            start, end = last.pieces[-1]
            joined = replace(last, pieces=(*last.pieces[:-1], (start, end + 1), *block.pieces))
            begins = _BEGINS.match(text[slice(*last.pieces[0])].lstrip())
            if begins and not _line_of_program(text, last) and _line_of_program(text, joined):
                found[-1] = joined
                continue
        found.append(block)
    return tuple(found)


def _without_byline(text: str, blocks: Sequence[Block]) -> Sequence[Block]:
    """Make a byline near the top a header."""
    for i, block in enumerate(blocks[:_NEAR_TOP]):
        if block.kind in ("paragraph", "heading") and _BYLINE.fullmatch(
            text, block.pieces[0][0], block.pieces[-1][1]
        ):
            return (*blocks[:i], replace(block, kind="header", level=0), *blocks[i + 1 :])
    return blocks


def _with_quotations(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Mark paragraphs in quotation marks after a colon as quotations, up to the closing mark."""
    marked = list(blocks)
    introduced = False
    for i, block in enumerate(blocks):
        words = text[block.pieces[0][0] : block.pieces[-1][1]].strip()
        if introduced and block.kind == "paragraph" and words[:1] in _OPEN:
            marked[i] = replace(block, kind="quote")
            introduced = not words.rstrip(".,;…").endswith(_CLOSE)
        else:
            introduced = block.kind == "paragraph" and words.endswith(":")
    return tuple(marked)


def _with_replies(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Give the lines quoted under "On 3 May 1912 at 10:12, Ada Quill wrote:" their author and day.

    Mail programs write an address or a time of day; a line without either belongs to the text.
    """
    marked = list(blocks)
    # depth of quotation → author and day
    wrote: dict[int, tuple[str | None, str | None]] = {}
    for i, block in enumerate(blocks):
        depth = block.depth if block.kind == "quote" else 0
        wrote = {d: who for d, who in wrote.items() if d <= depth}
        author, published = wrote.get(depth, (None, None))
        line = _line_of_program(text, block)
        if (
            line
            and i + 1 < len(blocks)
            and blocks[i + 1].kind == "quote"
            and blocks[i + 1].depth > depth
        ):
            wrote[blocks[i + 1].depth] = (_name(line), find_day(line))
            marked[i] = replace(block, kind="furniture", apart=True)
        elif author or published:
            marked[i] = replace(
                block, author=block.author or author, published=block.published or published
            )
    return tuple(marked)


def _line_of_program(text: str, block: Block) -> str | None:
    """The words before "wrote:" in a mail program's line above a quotation."""
    words = " ".join(text[block.pieces[0][0] : block.pieces[-1][1]].split())[:400]
    if block.kind not in ("paragraph", "quote") or not (_ADDRESS.search(words) or has_clock(words)):
        return None
    match = _WROTE.fullmatch(words)
    return match["words"] if match else None


def _name(words: str) -> str | None:
    """The author in a line, without its date, times and addresses."""
    address = _ADDRESS.search(words)
    words = _ADDRESS.sub(" ", without_dates(words))
    names = _PERSON.findall(words)
    return names[-1] if names else address[0].strip("<>[]() ") if address else None


def _with_transcript(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, with the author of each paragraph of a transcript.

    A label before a colon is a speaker only in company: among at least two such paragraphs next to
    each other, one of them with a title, two names or capitals throughout; what a list or a heading
    labels so is not spoken.
    """
    names = [_speaker(text, b) for b in blocks]
    marked = list(blocks)
    for first, last in _runs(names):
        run = [n for n in names[first:last] if n]
        if len(run) >= 2 and len({*run}) >= 2 and any(_is_name(n) for n in run):
            for i in range(first, last):
                if names[i]:
                    marked[i] = replace(blocks[i], author=names[i])
    return tuple(marked)


def _speaker(text: str, block: Block) -> str | None:
    if block.kind not in ("paragraph", "quote") or block.level or block.author:
        return None
    match = _OPENING.match(text, block.pieces[0][0], block.pieces[0][1])
    if not match:
        return None
    name = match["name"] or match["letter"]
    return None if name.lower() in layout_words.LABELS else name


def _is_name(name: str) -> bool:
    words = name.split()
    return (
        len(words) > 1
        or name.isupper()
        or words[0].lower().rstrip(".") in layout_words.SPEAKER_TITLES
    )


def _runs(names: Sequence[str | None]) -> list[tuple[int, int]]:
    """The runs of blocks with at most one block between two speakers."""
    runs: list[tuple[int, int]] = []
    for i, name in enumerate(names):
        if name and runs and i - runs[-1][1] <= 1:
            runs[-1] = (runs[-1][0], i + 1)
        elif name:
            runs.append((i, i + 1))
    return runs
