"""Plain text → blocks: paragraphs, headings without markup, lists, quoted replies."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from seriatim.model import Span
from seriatim.readers import hyphens
from seriatim.readers.decode import decode
from seriatim.readers.draft import Block, Draft
from seriatim.readers.headings import is_heading, is_numbered, is_title
from seriatim.readers.lines import Line, joins, split, wrap_width
from seriatim.readers.units import Lists, Unit, runs, take, usual_indent


def read(data: bytes, name: str) -> list[Draft]:  # noqa: ARG001 - every reader is called in the same way
    """One document: its text is the file's own, to the character."""
    text, notices = decode(data)
    return [Draft(text, tuple(blocks(text)), notices=notices)]


def blocks(text: str) -> list[Block]:
    """The blocks of a plain text."""
    lines = split(text)
    units = list(_units(lines, wrap_width(lines)))
    mark_headings(units)
    known = (
        hyphens.words(line.text for line in lines)
        if any(line.text.endswith("-") for line in lines)
        else Counter()
    )
    return [
        Block(u.kind, tuple(u.pieces) or _pieces(u, known), u.level, depth=u.depth) for u in units
    ]


def _pieces(unit: Unit, known: Counter[str]) -> tuple[Span, ...]:
    """The pieces of a unit, without hyphens at line ends."""
    pieces: list[Span] = []
    at = unit.start
    for line, following in pairwise(unit.lines):
        glued = hyphens.kept(line.text, following.text, known)
        if glued is not None:
            pieces.append((at, line.start + glued))
            at = following.start
    return (*pieces, (at, unit.end))


def _units(lines: Sequence[Line], width: int) -> Iterator[Unit]:
    lists = Lists()
    usual = usual_indent(lines)
    for run in runs(lines):
        units: list[Unit] = []
        for line, joined in zip(run, [False, *joins(run, width)], strict=True):
            take(units, line, lists, joined=joined, usual=usual)
        if len(units) == 1:
            units[0].alone = True
        yield from units


def mark_headings(units: list[Unit]) -> None:
    """Mark short lines on their own as headings, and the first line as title.

    Three in a row are no headings but short lines.
    """
    single = [u for u in units if u.kind == "paragraph" and len(u.lines) == 1 and not u.level]
    for unit in single:
        is_last = unit is units[-1]
        if unit.underlined or (not is_last and _may_be_heading(unit)):
            unit.kind, unit.level = "heading", 1
    for unit in (u for run in _runs_of_headings(units) if len(run) > 2 for u in run):
        unit.kind, unit.level = "paragraph", 0
    if len(units) > 1 and units[0] in single and _may_be_title(units[0].lines[0].text):
        units[0].kind, units[0].level = "title", 0


def _may_be_heading(unit: Unit) -> bool:
    return unit.alone and is_heading(unit.lines[0].text)


def _may_be_title(line: str) -> bool:
    return is_title(line) and not is_numbered(line)


def _runs_of_headings(units: Sequence[Unit]) -> list[list[Unit]]:
    """Runs of headings without an underline."""
    guessed = groupby(units, key=lambda u: u.kind == "heading" and not u.underlined)
    return [list(run) for is_run, run in guessed if is_run]
