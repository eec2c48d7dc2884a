"""A PDF page → its lines in reading order, column by column, with boxes and font sizes."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from statistics import median

_NEW_CELL = 1.6  # heights of a letter: a wider gap separates columns or cells
_WORD_GAP = 0.22  # heights of a letter: a narrower one is no space
_MIN_ROWS = 6  # lines; with fewer, columns and tables look alike
_STEP = 3.0  # points between the places where a gutter is looked for
_PRIVATE = {0xF0B7: "•", 0xF0A7: "▪", 0xF0D8: "➢", 0xF0FC: "✓", 0x02: "-", 0xFFFE: "-", 0xAD: "-"}
_BOLD = 600
_SPACES, _LINE_ENDS = (32, 160), (10, 13)
_WHITE = (0, *_SPACES, *_LINE_ENDS)


@dataclass(slots=True)
class Run:
    """Letters that stand next to each other."""

    left: float
    top: float
    right: float
    bottom: float
    size: float = 0.0
    bold: bool = False
    text: str = ""
    links: list[tuple[int, int, str]] = field(default_factory=list)

    @property
    def height(self) -> float:
        """The height in points."""
        return self.bottom - self.top


@dataclass(slots=True)
class PageLine:
    """A line of a column; ``column`` numbers the columns of a page in reading order."""

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
    number: int = 0  # on its page, from 1
    start: int = 0  # in the document's text
    end: int = 0

    @property
    def letter(self) -> float:
        """The width of a letter, on average."""
        return (self.right - self.left) / max(len(self.text), 1)


def page_lines(
    textpage: object,
    height: float,
    page: int,
    links: Sequence[tuple[tuple[float, float, float, float], str]] = (),
) -> list[PageLine]:
    """The lines of a page in reading order; boxes in points from the upper left corner."""
    return lines_of(list(_runs(textpage, height, links)), page)


def lines_of(runs: Sequence[Run], page: int) -> list[PageLine]:
    """The lines that runs of letters make up, in reading order."""
    lines: list[PageLine] = []
    for column, rows in enumerate(_columns(runs)):
        lines.extend(_line(row, page, column) for row in rows)
    return lines


_Links = Sequence[tuple[tuple[float, float, float, float], str]]


def _runs(textpage: object, height: float, links: _Links) -> Iterator[Run]:
    """The runs of letters of a page, in the order of the file."""
    import pypdfium2.raw as pdfium

    rect = pdfium.FS_RECTF()
    at = ctypes.byref(rect)
    unicode, box = pdfium.FPDFText_GetUnicode, pdfium.FPDFText_GetLooseCharBox
    writer = _RunWriter(textpage, links)
    for i in range(pdfium.FPDFText_CountChars(textpage)):
        code = unicode(textpage, i)
        if code in _WHITE or not box(textpage, i, at):
            done = writer.white(code)
        else:
            box_of = (rect.left, height - rect.top, rect.right, height - rect.bottom)
            done = writer.letter(i, code, box_of)
        if done:
            yield done
    if last := writer.end():
        yield last


class _RunWriter:
    """The run that is being written, letter by letter."""

    def __init__(self, textpage: object, links: _Links) -> None:
        self.textpage = textpage
        self.links = links
        self.run: Run | None = None
        self.letters: list[str] = []
        self.indices: list[int] = []
        self.space = False

    def white(self, code: int) -> Run | None:
        """Take a character without a box; the run that a line end has finished."""
        self.space = self.space or code in _SPACES
        return self.end() if code in _LINE_ENDS else None

    def letter(self, i: int, code: int, box: tuple[float, float, float, float]) -> Run | None:
        """Take a letter; the run before it, if the letter is too far away to belong to it."""
        left, top, right, bottom = box
        tall, run, done = bottom - top, self.run, None
        if run and not (
            abs(bottom - run.bottom) < 0.6 * tall and -tall < left - run.right < _NEW_CELL * tall
        ):
            done, run = self.end(), None
        if run is None:
            run = self.run = Run(left, top, right, bottom)
            self.letters, self.indices = [], []
        elif self.space or left - run.right > _WORD_GAP * tall:
            self.letters.append(" ")
        self.letters.append(_PRIVATE.get(code) or _letter(code))
        self.indices.append(i)
        run.right, run.top, run.bottom = (
            max(run.right, right),
            min(run.top, top),
            max(run.bottom, bottom),
        )
        self.space = False
        return done

    def end(self) -> Run | None:
        """The finished run, with the size and weight of most of its letters.

        A bullet or a first word may have others.
        """
        import pypdfium2.raw as pdfium

        run, self.run = self.run, None
        if run is None:
            return None
        self.space = False
        some = [self.indices[len(self.indices) * part // 4] for part in (1, 2, 3)]
        run.size = median(pdfium.FPDFText_GetFontSize(self.textpage, i) for i in some)
        run.bold = sum(_is_bold(self.textpage, i) for i in some) >= 2
        run.text = "".join(self.letters)
        run.links = _carried(run, self.links)
        return run


def _is_bold(textpage: object, i: int) -> bool:
    """Whether a letter is bold, by the font's weight or name; standard fonts have no weight."""
    import pypdfium2.raw as pdfium

    if pdfium.FPDFText_GetFontWeight(textpage, i) >= _BOLD:
        return True
    name = ctypes.create_string_buffer(128)
    pdfium.FPDFText_GetFontInfo(textpage, i, name, 128, None)
    return b"bold" in name.value.lower() or b"black" in name.value.lower()


def _letter(code: int) -> str:
    """A letter, or U+FFFD where a broken font gives none."""
    return "\ufffd" if code < 32 or 0xD800 <= code <= 0xDFFF or code > 0x10FFFF else chr(code)


def _carried(
    run: Run, links: Sequence[tuple[tuple[float, float, float, float], str]]
) -> list[tuple[int, int, str]]:
    """The links whose boxes overlap the run: first and last letter by the boxes, and address."""
    letter = (run.right - run.left) / max(len(run.text), 1)
    found = []
    for (left, top, right, bottom), url in links:
        if (
            letter > 0
            and top <= (run.top + run.bottom) / 2 <= bottom
            and left < run.right
            and right > run.left
        ):
            found.append(
                (
                    max(0, round((left - run.left) / letter)),
                    min(len(run.text), round((right - run.left) / letter)),
                    url,
                )
            )
    return found


def _rows(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs by line, from the top of the page and from the left."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda r: (r.top + r.bottom) / 2):
        row = rows[-1] if rows else None
        if row and _overlap(run, row[0]) > 0.5 * min(run.height, row[0].height):
            row.append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda r: r.left) for row in rows]


def _overlap(a: Run, b: Run) -> float:
    return min(a.bottom, b.bottom) - max(a.top, b.top)


def _columns(runs: Sequence[Run], depth: int = 0) -> Iterator[list[list[Run]]]:
    """The rows of each column in reading order; lines across the gutter separate bands."""
    rows = _rows(runs)
    gutter = _gutter(rows) if depth < 3 else None
    if gutter is None:
        if rows:
            yield rows
        return
    for across, group in groupby(rows, key=lambda row: any(r.left < gutter < r.right for r in row)):
        if across:
            yield list(group)
            continue
        band = [r for row in group for r in row]
        yield from _columns([r for r in band if r.right <= gutter], depth + 1)
        yield from _columns([r for r in band if r.left >= gutter], depth + 1)


def _gutter(rows: Sequence[Sequence[Run]]) -> float | None:
    """The gutter between two columns of running text, if there is one.

    Few lines cross it, and most rows have wide lines on both sides.  A narrow column of dates
    beside a wide one is a table, and read row by row.
    """
    runs = [r for row in rows for r in row]
    if len(rows) < _MIN_ROWS or len(runs) < 1.4 * len(rows):
        return None
    left, right = min(r.left for r in runs), max(r.right for r in runs)
    crossed = _crossings(rows, left, right - left)
    if not crossed:
        return None
    least = min(crossed.values())
    best = [x for x, crossings in crossed.items() if crossings == least]
    x = best[len(best) // 2]
    both = [row for row in rows if row[0].right <= x <= row[-1].left]
    if least > 0.4 * len(rows) or len(both) < max(4, 0.4 * (len(rows) - least)):
        return None
    left_fill = median(row[0].right - row[0].left for row in both) / (x - left)
    right_fill = median(row[-1].right - row[-1].left for row in both) / (right - x)
    return x if min(left_fill, right_fill) > 0.6 else None


def _crossings(rows: Sequence[Sequence[Run]], left: float, width: float) -> dict[float, int]:
    """The places where a gutter may be → the number of rows that cross each."""
    places = (left + 0.3 * width + _STEP * i for i in range(int(0.4 * width / _STEP)))
    return {x: sum(any(r.left < x < r.right for r in row) for row in rows) for x in places}


def _line(row: Sequence[Run], page: int, column: int) -> PageLine:
    longest = max(row, key=lambda r: len(r.text))
    top, bottom = min(r.top for r in row), max(r.bottom for r in row)
    text = " ".join(r.text for r in row)
    return PageLine(
        page,
        column,
        list(row),
        row[0].left,
        top,
        max(r.right for r in row),
        bottom,
        longest.size,
        longest.bold,
        text,
    )
