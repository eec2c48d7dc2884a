"""The tables of a PDF page: lines with aligned cells → the cells of each row, in order."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import groupby, pairwise

from seriatim.readers.pdf_page import PageLine, by_column

_MIN_LINES = 3  # with several cells; two with three cells each are enough
_WRAPPED = 6  # lines of one cell between two lines with several
_APART = 3.0  # line heights between two rows, at most
_STRAY = 0.1  # of the lines may reach over a gap between two columns: titles that span them
# The number of a paragraph, or a bullet, in a cell of its own.
NUMBER = re.compile(
    r"\(?(?:\d{1,3}\.)*(?:\d{1,3}|[a-z]{1,4}|[ivxlc]{1,7}|[A-Z])[.):]?|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[•‣▪■●○◦–—*-]"
)
_LEVELS = re.compile(r"(?:\d{1,3}\.){2,}(?:\d{1,3}\.?)?\s+(?=[^\W\d])")


def with_tables(lines: Sequence[PageLine], furniture: set[int]) -> list[PageLine]:
    """The lines of a page; those of tables cell by cell, with the number of their row."""
    found: list[PageLine] = []
    for is_text, run in groupby(lines, key=lambda line: id(line) not in furniture):
        for column in by_column(list(run)):
            at = 0
            for start, end in _regions(column) if is_text else ():
                found.extend(column[at:start])
                found.extend(_table(column[start:end], len(found)))
                at = end
            found.extend(column[at:])
    return found


def is_numbered(line: PageLine) -> bool:
    """Whether the first of two cells is the number of a paragraph, or a bullet."""
    return len(line.runs) == 2 and bool(NUMBER.fullmatch(line.runs[0].text))


def number(line: PageLine) -> int:
    """The length of the number that opens a paragraph, with the space behind it; 0 without one."""
    if is_numbered(line):
        return len(line.runs[0].text) + 1
    match = _LEVELS.match(line.text)
    return match.end() if match else 0


def _regions(lines: Sequence[PageLine]) -> list[tuple[int, int]]:
    """The tables among the lines of a column, by first line and the one after the last."""
    found: list[tuple[int, int]] = []
    rows: list[int] = []
    for i, line in enumerate(lines):
        if len(line.runs) < 2 or is_numbered(line) or line.turned:
            continue
        if rows and not _belong(lines[rows[-1] : i + 1]):
            found.extend(_region(lines, rows))
            rows = []
        rows.append(i)
    found.extend(_region(lines, rows))
    return found


def _belong(between: Sequence[PageLine]) -> bool:
    """Whether two lines with several cells, and those between them, are of one table."""
    if len(between) - 2 > _WRAPPED:
        return False
    left = min(between[0].left, between[-1].left)
    right = max(between[0].right, between[-1].right)
    narrow = all(line.right - line.left < 0.6 * (right - left) for line in between[1:-1])
    near = all(b.top - a.bottom < _APART * max(a.size, b.size) for a, b in pairwise(between))
    return narrow and near


def _region(lines: Sequence[PageLine], rows: Sequence[int]) -> list[tuple[int, int]]:
    """The table of these rows, with the wrapped lines of its last one; none if it is no table."""
    several = sum(len(lines[i].runs) > 2 for i in rows)
    if len(rows) < _MIN_LINES and several < 2:
        return []
    end = rows[-1] + 1
    edges = _edges(lines[rows[0] : end])
    if not edges:
        return []
    last = lines[end - 1]
    while end < len(lines) and _wraps(last, lines[end], edges):
        last, end = lines[end], end + 1
    return [(rows[0], end)]


def _wraps(last: PageLine, line: PageLine, edges: Sequence[float]) -> bool:
    """Whether a line continues a cell other than the first of the line above it."""
    near = line.top - last.bottom < 0.4 * line.size
    return near and line.left > edges[0] and abs(line.size - last.size) < 1 and len(line.runs) == 1


def _edges(lines: Sequence[PageLine]) -> list[float]:
    """Where the columns of a table part: the gaps that hardly any cell reaches over."""
    edges = sorted(
        edge for line in lines for run in line.runs for edge in ((run.left, 1), (run.right, -1))
    )
    allowed = _STRAY * len(lines)
    parts: list[float] = []
    depth = 0
    for (x, step), (after, _) in pairwise(edges):
        depth += step
        if depth <= allowed and after - x > 2:
            parts.append((x + after) / 2)
    return parts


def _table(lines: Sequence[PageLine], first: int) -> list[PageLine]:
    """The cells of a table, row by row."""
    edges = _edges(lines)
    rows = _rows(lines, edges)
    heads = _has_head(rows)
    found: list[PageLine] = []
    for number, row in enumerate(rows):
        cells = [cell for line in row for cell in line.cells()]
        for cell in sorted(cells, key=lambda c: (_place(c, edges), c.top)):
            cell.row, cell.head = first + number + 1, heads and number == 0
            found.append(cell)
    return found


def _place(cell: PageLine, edges: Sequence[float]) -> int:
    middle = (cell.left + cell.right) / 2
    return sum(x < middle for x in edges)


def _rows(lines: Sequence[PageLine], edges: Sequence[float]) -> list[list[PageLine]]:
    """The lines of each row: parted by wider gaps, or where the first column has words."""
    gaps = [b.top - max(a.bottom for a in lines[: i + 1]) for i, b in enumerate(lines[1:])]
    size = lines[0].size
    narrow = min(gaps, default=0.0)
    wide = max(gaps, default=0.0) > narrow + 0.3 * size
    single = sum(len(line.runs) < 2 for line in lines)
    rows = [[lines[0]]]
    for gap, line in zip(gaps, lines[1:], strict=True):
        if single <= 0.15 * len(lines):
            begins = len(line.runs) > 1
        elif wide:
            begins = gap > narrow + 0.25 * size
        else:
            begins = line.left < edges[0]
        if begins:
            rows.append([line])
        else:
            rows[-1].append(line)
    return rows


def _has_head(rows: Sequence[Sequence[PageLine]]) -> bool:
    """Whether the first row names the columns: it alone is bold, or it alone has no digits."""
    if len(rows) < 3:
        return False
    bold = [all(line.bold for line in row) for row in rows]
    digits = [any(c.isdigit() for line in row for c in line.text) for row in rows]
    return (bold[0] and not any(bold[1:])) or (not digits[0] and all(digits[1:]))
