"""A PDF page → its lines in reading order, column by column, with boxes and font sizes."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby

from seriatim.readers.pdf_columns import columns
from seriatim.readers.pdf_letters import NEW_CELL, WORD_GAP, Run, runs

_SUPERSCRIPTS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NUMBERS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_RAISED = re.compile(r"[\d,*†‡§¶]{1,7}")
_SMALLER = 0.86  # times the size of the line: that of a superscript
_HIGHER = 0.12  # sizes of the line above its baseline


@dataclass(slots=True)
class PageLine:
    """A line of a column; ``column`` numbers the columns of a page in reading order.

    ``runs`` are its cells, which wide gaps part; ``marks`` the superscripts in its text.
    """

    page: int
    column: int
    runs: list[Run]
    left: float
    top: float
    right: float
    bottom: float
    size: float
    bold: bool
    text: str = ""
    marks: list[tuple[int, int]] = field(default_factory=list)
    turned: bool = False
    row: int = 0  # of a table, from 1
    head: bool = False  # whether that row names the columns
    number: int = 0  # on its page, from 1
    start: int = 0  # in the document's text
    end: int = 0

    @property
    def letter(self) -> float:
        """The width of a letter, on average."""
        return (self.right - self.left) / max(len(self.text), 1)

    def cells(self) -> list[PageLine]:
        """The cells as lines of their own."""
        return [_line([run], self.page, self.column) for run in self.runs]


Links = Sequence[tuple[tuple[float, float, float, float], str]]


def page_lines(textpage: object, height: float, page: int, links: Links = ()) -> list[PageLine]:
    """The lines of a page in reading order; boxes in points from the upper left corner."""
    return lines_of(list(runs(textpage, height)), page, links)


def lines_of(found: Sequence[Run], page: int, links: Links = ()) -> list[PageLine]:
    """The lines that runs of letters make up, in reading order; text that is turned comes last."""
    lines: list[PageLine] = []
    for column, rows in enumerate(columns([r for r in found if not r.turned])):
        for row in rows:
            cells = _cells(row)
            for cell in cells:
                cell.links = _carried(cell, links)
            lines.append(_line(cells, page, column))
    turned = [_line([r], page, -1) for r in found if r.turned]
    return [*lines, *turned]


def plain_numbers(mark: str) -> str:
    """The mark with its superscript digits as plain ones."""
    return mark.translate(_NUMBERS)


def _cells(row: Sequence[Run]) -> list[Run]:
    """The runs of a row, those that stand close together as one; raised numbers as superscripts."""
    main = max(row, key=lambda r: len(r.text))
    cells: list[Run] = []
    for run in row:
        raised = _is_raised(run, main)
        words = run.text.translate(_SUPERSCRIPTS) if raised else run.text
        if cells and run.left - cells[-1].right < NEW_CELL * main.size:
            start = _add(cells[-1], run, words, main.size, raised=raised)
        else:
            start = 0
            cells.append(replace(run, text=words, links=[], marks=[]))
        if raised:
            cells[-1].marks.append((start, start + len(words)))
    return cells


def _add(cell: Run, run: Run, words: str, size: float, *, raised: bool) -> int:
    """Add a run to a cell; the place of its words there."""
    gap = run.left - cell.right
    spaced = gap > WORD_GAP * size or (run.spaced and gap > 0)
    start = len(cell.text) + spaced
    cell.text = f"{cell.text}{' ' * spaced}{words}"
    cell.right = max(cell.right, run.right)
    if not raised and len(words) > start:
        cell.baseline, cell.size, cell.bold = run.baseline, run.size, run.bold
    return start


def _is_raised(run: Run, main: Run) -> bool:
    """Whether a run is a superscript number or sign, as those that lead to notes are."""
    return bool(
        run is not main
        and run.size < _SMALLER * main.size
        and main.baseline - run.baseline > _HIGHER * main.size
        and _RAISED.fullmatch(run.text)
    )


def _carried(run: Run, links: Links) -> list[tuple[int, int, str]]:
    """The links whose boxes overlap the run: first and last letter by the boxes, and address."""
    letter = (run.right - run.left) / max(len(run.text), 1)
    middle = (run.top + run.bottom) / 2
    return [
        (
            max(0, round((left - run.left) / letter)),
            min(len(run.text), round((right - run.left) / letter)),
            url,
        )
        for (left, top, right, bottom), url in links
        if letter > 0 and top <= middle <= bottom and left < run.right and right > run.left
    ]


def _line(cells: Sequence[Run], page: int, column: int) -> PageLine:
    longest = max(cells, key=lambda r: len(r.text))
    marks: list[tuple[int, int]] = []
    at = 0
    for cell in cells:
        marks.extend((at + start, at + end) for start, end in cell.marks)
        at += len(cell.text) + 1
    return PageLine(
        page,
        column,
        list(cells),
        cells[0].left,
        min(r.top for r in cells),
        max(r.right for r in cells),
        max(r.bottom for r in cells),
        longest.size,
        longest.bold,
        " ".join(r.text for r in cells),
        marks,
        cells[0].turned,
    )


def by_column(lines: Sequence[PageLine]) -> list[list[PageLine]]:
    """The lines of each column of a page."""
    return [list(group) for _, group in groupby(lines, key=lambda line: line.column)]
