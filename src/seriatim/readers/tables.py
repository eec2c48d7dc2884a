"""CSV and XLSX → rows under their header; a column of dates gives each row its day."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Any, NamedTuple

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


def is_table(text: str, *, named: bool = False) -> bool:
    """Whether a text is a table; unless the file is ``named`` so, it needs a column of dates."""
    delimiter = _delimiter(text)
    if delimiter is None:
        return False
    rows = [
        row
        for row in csv.reader(io.StringIO(text[:_SAMPLE], newline=""), delimiter=delimiter)
        if row
    ][:20]
    return named or (
        len(rows) >= 3
        and is_header(rows)
        and any(_is_named(cell, layout.DATE_COLUMNS) for cell in rows[0])
    )


def is_header(rows: Sequence[Sequence[str]]) -> bool:
    """Whether the first row names the columns: short, distinct cells without digits."""
    if (
        len(rows) < 2
        or not all(rows[0])
        or len(set(rows[0])) < len(rows[0])
        or any(len(cell) > 60 or cell.endswith((".", "!", "?")) for cell in rows[0])
    ):
        return False
    if any(_is_named(cell, layout.DATE_COLUMNS | layout.TEXT_COLUMNS) for cell in rows[0]):
        return True
    digits = [
        any(any(c.isdigit() for c in row[i]) for row in rows[1:] if i < len(row))
        for i in range(len(rows[0]))
    ]
    return any(digits) and not any(c.isdigit() for cell in rows[0] for c in cell)


def _is_named(cell: str, names: frozenset[str]) -> bool:
    return len(cell.split()) <= 4 and bool(names & {*re.findall(r"[a-z]+", cell.lower())})


def _csv_rows(text: str) -> list[list[str]]:
    delimiter = _delimiter(text) or ","
    csv.field_size_limit(16 * 1024 * 1024)
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=False))
    except csv.Error as error:
        raise Unreadable(messages.broken_table(error)) from None
    return [[" ".join(cell.split()) for cell in row[:_MAX_COLUMNS]] for row in rows]


def _delimiter(text: str) -> str | None:
    """The delimiter: the one that all rows of the start have equally often, and most often."""
    best: tuple[int, str] | None = None
    for sign in _DELIMITERS:
        try:
            rows = [
                row
                for row in csv.reader(io.StringIO(text[:_SAMPLE], newline=""), delimiter=sign)
                if row
            ]
        except csv.Error:
            continue
        widths = {len(row) for row in (rows[:-1] if len(text) > _SAMPLE else rows)}
        if (
            len(rows) >= 2
            and len(widths) == 1
            and min(widths) > 1
            and (best is None or min(widths) > best[0])
        ):
            best = (min(widths), sign)
    return best[1] if best else None


def _sheets(data: bytes) -> list[tuple[str, list[list[str]]]]:
    import openpyxl

    archive.opened(data).close()
    try:
        book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        sheets = []
        for sheet in book.worksheets:
            values = sheet.iter_rows(max_row=_MAX_ROWS + 1, max_col=_MAX_COLUMNS, values_only=True)
            sheets.append((sheet.title, [[_cell(v) for v in row] for row in values]))
        book.close()
    except Exception as error:  # noqa: BLE001 - openpyxl lets whatever a broken part raises through
        raise Unreadable(messages.broken_xlsx(type(error).__name__)) from None
    return sheets


def _cell(value: Any) -> str:  # noqa: ANN401 - whatever a cell of a sheet may hold
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%Y-%m-%d}" if value.time() == time() else f"{value:%Y-%m-%d %H:%M}"
    if isinstance(value, date):
        return f"{value:%Y-%m-%d}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return " ".join(str(value).split())


def write(
    page: Page, rows: Sequence[Sequence[str]], columns: Columns, sheet: str = ""
) -> list[str]:
    """Write the rows and return notices about the columns.

    Raises Unreadable for too many rows, or without a column that was asked for.
    """
    filled = _filled(rows)
    plan = _plan([row for _, row in filled[:200]], columns)
    for i, (number, row) in enumerate(filled):
        if i or sheet:
            page.gap(tight=i > 0)
        where = (number, f"{sheet}!{number}" if sheet else None)
        _write_row(page, row, plan, where, is_head=plan.heads and i == 0)
    return [_say(filled[0][1], plan, sheet)] if plan.heads else []


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

    heads: bool  # whether the first row names the columns
    date: int | None
    read: frozenset[int]


def _plan(rows: Sequence[Sequence[str]], columns: Columns) -> _Plan:
    heads = is_header(rows) or bool(columns.date or columns.text)
    names = rows[0] if rows else []
    date_column = _date_column(names, rows[1:]) if heads else None
    if columns.date:
        date_column = _named(names, columns.date)
    words = [i for i in range(len(names)) if any(_has_words(row[i]) for row in rows[heads:])]
    if columns.text:
        words = [_named(names, name) for name in columns.text]
    return _Plan(
        heads,
        date_column,
        frozenset([*words, *([] if date_column is None else [date_column])] or range(len(names))),
    )


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


def _date_column(names: Sequence[str], rows: Sequence[Sequence[str]]) -> int | None:
    """The first column that is named after dates, if most of its cells have one."""
    for i, name in enumerate(names):
        if (
            _is_named(name, layout.DATE_COLUMNS)
            and sum(find_date(row[i]) is not None for row in rows) > len(rows) / 2
        ):
            return i
    return None


def _say(names: Sequence[str], plan: _Plan, sheet: str) -> str:
    date = names[plan.date] if plan.date is not None else None
    return messages.read_as_table(sheet, date, [names[i] for i in sorted(plan.read - {plan.date})])
