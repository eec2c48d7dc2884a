"""Lines of plain text or Markdown → units: paragraphs, items and quoted lines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from seriatim.model import PassageKind, Span
from seriatim.readers.lines import Line

_BULLET = re.compile(r"([•‣⁃◦▪▫■□●○·∙»➢➤✓*+–—-])[ \t\u00a0]+(?=\S)|([•‣◦▪■●○])(?=\w)")
_NUMBER = re.compile(r"\(?(\d{1,3})[.)][ \t\u00a0]+(?=\S)")
_LETTER = re.compile(r"\(([a-z]|[ivx]{1,4})\)[ \t\u00a0]+(?=\S)|([a-z])\)[ \t\u00a0]+(?=\S)")
_REPLY = re.compile(r"(?:>[ \t]?)+")
_RULE = re.compile(r"[-=_*~·•#\s]{3,}")


@dataclass(slots=True)
class Unit:
    """Lines that make up one block; ``start`` is where its words begin, after a bullet."""

    kind: PassageKind
    lines: list[Line]
    start: int
    level: int = 0
    depth: int = 0  # how many times a quoted line was quoted
    pieces: list[Span] = field(default_factory=list)
    alone: bool = False  # an empty line, or the edge of the text, on both sides
    underlined: str = (
        ""  # the character of the line under it; for quoted lines: an empty one ended them
    )

    @property
    def end(self) -> int:
        """Where its last line ends."""
        return self.lines[-1].end


def runs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The runs of lines without an empty line between them."""
    run: list[Line] = []
    for line in lines:
        if line.text:
            run.append(line)
        elif run:
            yield run
            run = []
    if run:
        yield run


def take(
    units: list[Unit], line: Line, lists: Lists, *, joined: bool, usual: int, markup: bool = False
) -> None:
    """Add a line to the last unit or begin one; in Markdown any line may begin a list."""
    last = units[-1] if units else None
    reply = _REPLY.match(line.text)
    if reply:
        _take_reply(units, line, reply.end())
        return
    if _RULE.fullmatch(line.text):
        if last and last.kind == "paragraph" and len(last.lines) == 1 and line.text[0] in "=-~":
            last.underlined = line.text[0]
        return
    item = lists.item(line, first=last is None or not joined or markup)
    if item:
        units.append(Unit("item", [line], line.start + item.words, item.level))
    elif (
        last
        and last.kind != "quote"
        and not last.underlined
        and (joined or (last.kind == "item" and line.indent > last.lines[0].indent))
    ):
        last.lines.append(line)
    else:
        level = lists.inside(line) if line.indent > usual else lists.leave()
        units.append(Unit("paragraph", [line], line.start, level))


def _take_reply(units: list[Unit], line: Line, marks: int) -> None:
    """Add a quoted line without its marks; an empty one ends a paragraph."""
    depth = line.text[:marks].count(">")
    last = units[-1] if units and units[-1].kind == "quote" else None
    if marks == len(line.text):
        if last:
            last.underlined = ">"
        return
    if last and not last.underlined and last.depth == depth:
        start, end = last.pieces[-1]
        last.pieces[-1] = (start, end + 1)
        last.pieces.append((line.start + marks, line.end))
        last.lines.append(line)
    else:
        units.append(
            Unit("quote", [line], line.start, depth=depth, pieces=[(line.start + marks, line.end)])
        )


def usual_indent(lines: Sequence[Line]) -> int:
    """The median indent of the lines, as a text may be indented as a whole."""
    indents = sorted(line.indent for line in lines if line.text and not _BULLET.match(line.text))
    return indents[len(indents) // 2] if indents else 0


@dataclass(frozen=True, slots=True)
class _Item:
    level: int
    words: int  # where its words start in the line


class Lists:
    """The open lists, with the column of each level's bullets and the next number."""

    def __init__(self) -> None:
        # (column of the bullet, column of the words, last number or -1)
        self.open: list[tuple[int, int, int]] = []
        # The last number at each column: numbers of paragraphs may go on across headings.
        self.last: dict[int, int] = {}

    def item(self, line: Line, *, first: bool) -> _Item | None:
        """The list item that the line begins, if it begins one."""
        bullet = _BULLET.match(line.text)
        number = None if bullet else _NUMBER.match(line.text) or _LETTER.match(line.text)
        match = bullet or number
        if not match:
            return None
        value = int(match[1]) if number and (match[1] or "").isdigit() else -1
        if not self._expected(
            line, value, first=first, sure=bool(bullet and match[0][0] in "•‣⁃◦▪▫■□●○∙➢➤✓")
        ):
            return None
        while self.open and (self.open[-1][0] > line.indent or (self.open[-1][0] == line.indent)):
            self.open.pop()
        self.open.append((line.indent, line.indent + match.end(), value))
        return _Item(len(self.open), match.end())

    def _expected(self, line: Line, value: int, *, first: bool, sure: bool) -> bool:
        """Whether a mark begins an item: a number follows the last one or is 1."""
        if sure:
            return True
        if value >= 0:
            expected = value in (0, 1, self.last.get(line.indent, 0) + 1)
            if expected:
                self.last[line.indent] = value
            return expected
        return first or any(column == line.indent for column, _, _ in self.open)

    def inside(self, line: Line) -> int:
        """The number of items around a paragraph, by its column."""
        while self.open and line.indent < self.open[-1][1] - 1:
            self.open.pop()
        return len(self.open)

    def leave(self) -> int:
        """End all lists; returns level 0."""
        self.open.clear()
        return 0
