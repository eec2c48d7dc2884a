"""CSV and XLSX → rows under their header; a column of dates gives each row its day."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, NamedTuple

from seriatim.analysis import table_layout
from seriatim.lang import layout
from seriatim.messages import readers as messages
from seriatim.model import Citation, Location, PassageKind, Span
from seriatim.readers import archive
from seriatim.readers.decode import decode
from seriatim.readers.draft import Block, Draft, Page, Unreadable
from seriatim.readers.links import WEB
from seriatim.readers.publication_date import find_date

_MAX_ROWS = 200_000
_MAX_COLUMNS = 200
_DELIMITERS = ",;\t|"
_SAMPLE = 65_536  # characters
_ALIKE = 0.7  # of the rows have as many cells as most
_MIN_ROWS = 3
_PLANNED = 220  # rows by which the columns are judged
_MANY_COLUMNS = 12  # with words; of more, those with the most words are read
_ESCAPED = re.compile(r"_x00(?:0[0-9A-F]|1[0-9A-F])_")
_RANGE = re.compile(r"(?P<left>[A-Z]{1,3})(?P<top>\d+):(?P<right>[A-Z]{1,3})(?P<bottom>\d+)")
_MERGE = re.compile(rb'<mergeCell\s+ref="([A-Z]+\d+:[A-Z]+\d+)"')


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns to read by their names in the first row, where detection would be wrong."""

    date: str | None = None  # the day of each row
    text: tuple[str, ...] = ()  # the words that are read; none: all columns that hold words


NO_COLUMNS = Columns()


def read_csv(data: bytes, name: str, columns: Columns = NO_COLUMNS) -> list[Draft]:  # noqa: ARG001 - every reader is called in the same way
    """One document."""
    text, notices = decode(data)
    page = Page()
    said = write(page, _csv_rows(text), columns)
    return [
        Draft(
            page.text,
            tuple(page.blocks),
            media_type="text/csv",
            locations=tuple(page.locations),
            notices=(*notices, *said),
        )
    ]


def read_xlsx(data: bytes, name: str, columns: Columns = NO_COLUMNS) -> list[Draft]:  # noqa: ARG001 - every reader is called in the same way
    """One document: its sheets one after the other, each under its name.  Raises Unreadable."""
    page = Page()
    notices: list[str] = []
    for sheet, rows in _sheets(data):
        if any(any(row) for row in rows):
            page.gap(tight=False)
            page.blocks.append(Block("heading", (page.write(sheet),), 1))
            page.gap(tight=False)
            notices.extend(write(page, rows, columns, sheet))
    media_type = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    return [
        Draft(
            page.text,
            tuple(page.blocks),
            media_type=media_type,
            locations=tuple(page.locations),
            notices=tuple(notices),
        )
    ]


def is_table(text: str, *, named: bool = False, cut: bool = False) -> bool:
    """Whether a text is a table; unless the file is ``named`` so, it needs a column of dates.

    ``cut`` tells that the text is only the start of the file, so that its last row may be broken.
    """
    delimiter = _delimiter(text, named=named, cut=cut)
    if delimiter is None:
        return False
    rows = _sample(text, delimiter)[:20]
    if named:
        return True
    found = table_layout.layout(_filled_out(rows)) if len(rows) >= _MIN_ROWS else None
    return found is not None and (
        bool(found.dates) or any(_is_named(cell, layout.DATE_COLUMNS) for cell in rows[0])
    )


def is_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names the columns."""
    return len(rows) > 1 and table_layout.header_row(_filled_out(rows)) == 0


def _is_named(cell: str, names: frozenset[str]) -> bool:
    return len(cell.split()) <= 4 and bool(names & {*table_layout.words(cell)})


def _filled_out(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """The rows, all of one width."""
    width = max((len(row) for row in rows), default=0)
    return [[*row, *[""] * (width - len(row))] for row in rows]


def _csv_rows(text: str) -> list[list[str]]:
    delimiter = _delimiter(text, named=True) or ","
    csv.field_size_limit(16 * 1024 * 1024)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False))
    except csv.Error as error:
        raise Unreadable(messages.broken_table(error)) from None
    return [[_plain(cell) for cell in row[:_MAX_COLUMNS]] for row in rows]


def _plain(cell: str) -> str:
    """The words of a cell on one line; "_x000D_" is how sheets write a carriage return."""
    return " ".join(_ESCAPED.sub(" ", cell).split())


def _sample(text: str, delimiter: str) -> list[list[str]]:
    start = io.StringIO(text[:_SAMPLE], newline="")
    return [row for row in csv.reader(start, delimiter=delimiter) if any(row)]


def _delimiter(text: str, *, named: bool, cut: bool = False) -> str | None:
    """The delimiter: the one that the rows of the start have equally often, and most often.

    In a file ``named`` as a table some rows may be shorter: titles above the header.
    """
    widths = {sign: _width(text, sign, named=named, cut=cut) for sign in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda sign: widths[sign])
    return best if widths[best] > 1 else None


def _width(text: str, delimiter: str, *, named: bool, cut: bool) -> int:
    """The number of cells that most rows have with this delimiter; 0 where it is none."""
    try:
        rows = _sample(text, delimiter)
    except csv.Error:
        return 0
    if len(rows) < 2:
        return 0
    widths = Counter(len(row) for row in (rows[:-1] if cut or len(text) > _SAMPLE else rows))
    width, often = widths.most_common(1)[0]
    return width if often >= (_ALIKE * widths.total() if named else widths.total()) else 0


def _sheets(data: bytes) -> list[tuple[str, list[list[str]]]]:
    import openpyxl

    archive.opened(data).close()
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets: list[tuple[str, list[list[str]]]] = []
        for sheet in book.worksheets:
            values = sheet.iter_rows(max_row=_MAX_ROWS + 1, max_col=_MAX_COLUMNS, values_only=True)
            cells = [[_cell(v) for v in row] for row in values]
            _merged(cells, _merged_ranges(data, len(sheets) + 1))
            sheets.append((sheet.title, cells))
        book.close()
    except Exception as error:  # noqa: BLE001 - openpyxl lets whatever a broken part raises through
        raise Unreadable(messages.broken_xlsx(type(error).__name__)) from None
    return sheets


def _merged_ranges(data: bytes, number: int) -> list[str]:
    """The merged ranges of a sheet by its number: reading row by row does not give them."""
    with archive.opened(data) as packed:
        name = f"xl/worksheets/sheet{number}.xml"
        if name not in packed.namelist():
            return []
        return [m[1].decode() for m in _MERGE.finditer(archive.member(packed, name))]


def _merged(cells: Sequence[list[str]], ranges: Iterable[str]) -> None:
    """Fill the cells of merged ranges with the words of their first one."""
    for found in map(_RANGE.fullmatch, ranges):
        if not found:
            continue
        left, right = _column_number(found["left"]), _column_number(found["right"])
        top, bottom = int(found["top"]) - 1, min(int(found["bottom"]), len(cells))
        if right > left or top >= len(cells) or left >= len(cells[top]):
            continue  # a title over several columns stays one cell
        for row in cells[top + 1 : bottom]:
            row[left] = row[left] or cells[top][left]


def _column_number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = 26 * number + ord(letter) - 64
    return number - 1


def _cell(value: Any) -> str:  # noqa: ANN401 - whatever a cell of a sheet may hold
    if value is None:
        return ""
    if isinstance(value, datetime):
        if value.time() == time():
            return f"{value:%Y-%m-%d}"
        exact = "auto" if value.second or value.microsecond else "minutes"
        return value.isoformat(" ", exact)
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return _plain(str(value))


def write(
    page: Page, rows: Sequence[Sequence[str]], columns: Columns, sheet: str = ""
) -> list[str]:
    """Write the rows and return notices about the columns.

    Raises Unreadable for too many rows, or without a column that was asked for.
    """
    filled = _filled(rows)
    plan = _plan([row for _, row in filled[:_PLANNED]], columns)
    for i, (number, row) in enumerate(filled):
        if i or sheet:
            page.gap(tight=i > 0)
        where = (number, f"{sheet}!{number}" if sheet else None)
        if i < plan.header:
            _write_title(page, row, number)
        else:
            _write_row(page, row, plan, where, is_head=plan.heads and i == plan.header)
    return [_say(filled[plan.header][1], plan, sheet)] if plan.heads else []


def _write_title(page: Page, row: list[str], number: int) -> None:
    """Write a row above the header: the title of the table, or a remark on it."""
    span = page.write(" ".join(cell for cell in row if cell))
    page.blocks.append(Block("heading" if sum(map(bool, row)) == 1 else "paragraph", (span,), 1))
    page.locations.append(Location(span, line=number))


def _filled(rows: Sequence[Sequence[str]]) -> list[tuple[int, list[str]]]:
    """The rows that are not empty, with their numbers, all of one width."""
    numbered = [(number, row) for number, row in enumerate(rows, 1) if any(row)]
    if len(numbered) > _MAX_ROWS:
        raise Unreadable(messages.too_many_rows(_MAX_ROWS))
    width = max(
        (max(i for i, cell in enumerate(row) if cell) + 1 for _, row in numbered), default=0
    )
    return [(number, [*row, *[""] * width][:width]) for number, row in numbered]


def _write_row(
    page: Page, row: list[str], plan: _Plan, where: tuple[int, str | None], *, is_head: bool
) -> None:
    """Write a row with its block and its location, which is a line and the row of a sheet."""
    spans = page.row(row)
    places = (k for k, cell in enumerate(row) if cell)
    kept = tuple(s for s, place in zip(spans, places, strict=True) if place in plan.read)
    if not kept:
        return
    published = find_date(row[plan.date]) if plan.date is not None and not is_head else None
    kind: PassageKind = "header" if is_head else "row"
    citations = _addresses(spans, row)
    page.blocks.append(Block(kind, kept, published=published, citations=citations))
    line, element = where
    page.locations.append(Location((spans[0][0], spans[-1][1]), line=line, element=element))


class _Plan(NamedTuple):
    """How the rows of a table are read."""

    heads: bool  # whether a row names the columns
    header: int  # its place
    date: int | None
    read: frozenset[int]


def _plan(rows: Sequence[Sequence[str]], columns: Columns) -> _Plan:
    found = table_layout.layout(rows) if len(rows) > 1 else None
    heads = found is not None or bool(columns.date or columns.text)
    header = found.header if found else 0
    names, body = (rows[header], rows[header + heads :]) if rows else ([], [])
    dates = found.dates if found else ()
    if columns.date:
        dates = (_named(names, columns.date),)
    read = [_named(names, name) for name in columns.text] or [*_with_words(names, body), *dates]
    return _Plan(
        heads,
        header,
        dates[0] if dates else None,
        frozenset([*read, *dates[:1]] or range(len(names))),
    )


def _with_words(names: Sequence[str], body: Sequence[Sequence[str]]) -> list[int]:
    """The columns that hold words; of many, those with the most."""
    places = [i for i in range(len(names)) if any(_has_words(row[i]) for row in body)]
    return places if len(places) <= _MANY_COLUMNS else _wordiest(body, places)


def _wordiest(rows: Sequence[Sequence[str]], places: Sequence[int]) -> list[int]:
    """The columns with the most words: codes and measures are not read as sentences."""
    counted = {i: table_layout.wordiness([row[i] for row in rows]) for i in places}
    return sorted(sorted(places, key=lambda i: -counted[i])[:_MANY_COLUMNS])


def _named(names: Sequence[str], name: str) -> int:
    for i, found in enumerate(names):
        if found.strip().lower() == name.strip().lower():
            return i
    raise Unreadable(messages.no_column(name, names))


def _has_words(cell: str) -> bool:
    return bool(re.search(r"[^\W\d_]{2}", cell)) and not re.fullmatch(r"\S*(?://|@|_|\d)\S*", cell)


def _addresses(spans: Sequence[Span], row: Sequence[str]) -> tuple[Citation, ...]:
    """The citations for cells that hold only a web address."""
    cells = zip(spans, (cell for cell in row if cell), strict=True)
    return tuple(
        Citation((start, start + len(cell)), cell)
        for (start, _), cell in cells
        if re.fullmatch(rf"{WEB}\S+", cell)
    )


def _say(names: Sequence[str], plan: _Plan, sheet: str) -> str:
    date = names[plan.date] if plan.date is not None else None
    return messages.read_as_table(sheet, date, [names[i] for i in sorted(plan.read - {plan.date})])
