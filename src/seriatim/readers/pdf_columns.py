"""The runs of letters of a page → its columns in reading order, by the white space between them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby, pairwise
from statistics import median

from seriatim.readers.pdf_letters import Run

_DEPTH = 4  # cuts inside cuts: three columns under a heading need two
_MIN_ROWS = 4  # rows with text on both sides; with fewer, columns and tables look alike
_GUTTER = 0.5  # sizes: what is narrower is the space between two words
_LETTERS = 14  # of a line of running text in a narrow column
_FILLED = 0.6  # of a column's width, by most of its lines
_RAGGED = 0.3  # of a column's width; with less the rows are labels, not text
_TRIES = 3  # gutters that are tried before a page counts as one column

_Rows = Sequence[Sequence[Run]]


def rows(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs by line, from the top of the page and from the left."""
    found: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: r.top + r.bottom):
        row = found[-1] if found else None
        if row and _overlap(run, row[0]) > 0.5 * min(run.size, row[0].size):
            row.append(run)
        else:
            found.append([run])
    return [sorted(row, key=lambda r: r.left) for row in found]


def columns(runs: Sequence[Run], depth: int = 0) -> Iterator[list[list[Run]]]:
    """The rows of each column in reading order; lines across a gutter part the page in bands."""
    lines = rows(runs)
    gutter = _gutter(lines) if depth < _DEPTH else None
    if gutter is None:
        if lines:
            yield lines
        return
    for parted, group in groupby(_bands(lines, gutter), key=lambda band: band[0]):
        band = [r for _, row in group for r in row]
        if not parted:
            yield rows(band)
            continue
        yield from columns([r for r in band if r.left < gutter], depth + 1)
        yield from columns([r for r in band if r.left >= gutter], depth + 1)


def _bands(lines: _Rows, x: float) -> list[tuple[bool, Sequence[Run]]]:
    """The rows, each with whether the gutter parts it: those of a band that holds columns."""
    found: list[tuple[bool, Sequence[Run]]] = []
    for across, group in groupby(lines, key=lambda row: any(_crosses(r, x) for r in row)):
        band = list(group)
        parted = not across and _parts_columns(band, x)
        found.extend((parted, row) for row in band)
    return found


def _overlap(a: Run, b: Run) -> float:
    return min(a.bottom, b.bottom) - max(a.top, b.top)


def _crosses(run: Run, x: float) -> bool:
    return run.left < x < run.right


def _gutter(lines: _Rows) -> float | None:
    """The best gutter between two columns of running text, if there is one."""
    if len(lines) < _MIN_ROWS:
        return None
    tried = ((x, sum(parted for parted, _ in _bands(lines, x))) for x in _candidates(lines))
    best = max(tried, key=lambda found: found[1], default=(0.0, 0))
    return best[0] if best[1] else None


def _candidates(lines: _Rows) -> list[float]:
    """The places that most gaps between neighbours in a row have in common."""
    edges = sorted(
        edge
        for row in lines
        for a, b in pairwise(row)
        if b.left - a.right > _GUTTER * max(a.size, b.size)
        for edge in ((a.right, 1), (b.left, -1))
    )
    depths: list[tuple[int, float]] = []
    depth = 0
    for (x, step), (after, _) in pairwise(edges):
        depth += step
        if after - x > 2 and depth >= _MIN_ROWS:
            depths.append((depth, (x + after) / 2))
    tried: list[float] = []
    for _, x in sorted(depths, reverse=True):
        if all(abs(x - other) > 12 for other in tried):
            tried.append(x)
    return tried[:_TRIES]


def _parts_columns(band: _Rows, x: float) -> bool:
    """Whether running text stands on both sides, rather than the cells of a table.

    Columns are written one after the other, or each line fills its column.
    """
    both = sum(row[0].right <= x <= row[-1].left for row in band)
    if both < _MIN_ROWS:
        return False
    left = _side(band, lambda r: r.left < x)
    right = _side(band, lambda r: r.left >= x)
    if min(_letters(left), _letters(right)) < _LETTERS:
        return False
    filled = min(_fill(left), _fill(right))
    in_turn = _turns(band, x) <= 1 + 0.1 * both
    return filled >= _RAGGED and (in_turn or filled > _FILLED)


def _side(band: _Rows, holds: Callable[[Run], bool]) -> list[list[Run]]:
    """The rows of one side of a gutter."""
    sides = ([r for r in row if holds(r)] for row in band)
    return [row for row in sides if row]


def _letters(side: _Rows) -> float:
    return median(sum(len(r.text) for r in row) for row in side)


def _fill(side: _Rows) -> float:
    """How much of the width of a side most of its rows fill."""
    width = max(row[-1].right for row in side) - min(row[0].left for row in side)
    return median(sum(r.right - r.left for r in row) for row in side) / max(width, 1)


def _turns(lines: _Rows, x: float) -> int:
    """How often the file goes back from the right side to the left one."""
    order = sorted((r for row in lines for r in row), key=lambda r: r.order)
    return sum(a.left >= x > b.left for a, b in pairwise(order))
