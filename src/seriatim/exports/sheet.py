"""The chronology as a table, CSV and XLSX: one row a claim, dates in EDTF and in words, quotes with their pin cites."""

from __future__ import annotations

import csv
import io
from collections import Counter

from seriatim.exports import File
from seriatim.exports.archive import without_times
from seriatim.exports.rows import Row, limits, rows
from seriatim.model import Chronology

COLUMNS = (
    "Event",
    "Date Modifier",
    "Date",
    "EDTF",
    "First Day",
    "Last Day",
    "Date Basis",
    "Words of the Date",
    "Fact Text",
    "Kind",
    "Actors",
    "Place",
    "Source(s)",
    "Hedges",
    "Certainty",
    "Source Quote",
    "Document",
    "Page",
    "Line",
    "Document Date",
    "Citations",
    "Status",
    "Independent Documents",
    "Findings",
)
FORMULA = (
    "=",
    "+",
    "-",
    "@",
    "\t",
    "\r",
)  # what a spreadsheet may take for a formula at the start of a cell
CELL_LIMIT = 32_767  # characters that a cell of XLSX can hold


def to_csv(chronology: Chronology) -> File:
    """The table as CSV: UTF-8 with a mark in front, so that spreadsheets read it as such."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    writer.writerows([safe(cell) for cell in cells(row)] for row in rows(chronology))
    return File(b"\xef\xbb\xbf" + out.getvalue().encode("utf-8", "replace"), _lost(chronology))


def to_xlsx(chronology: Chronology) -> File:
    """The table as a workbook; the same chronology gives the same bytes."""
    from openpyxl import Workbook
    from openpyxl.styles import Alignment, Font

    lost: Counter[str] = Counter(_lost(chronology))
    book = Workbook()
    sheet = book.active
    sheet.title = "Chronology"
    sheet.append(COLUMNS)
    for row in rows(chronology):
        texts = [_without_controls(safe(cell)) for cell in cells(row)]
        lost["quote or text cut to what a cell can hold"] += sum(len(t) > CELL_LIMIT for t in texts)
        sheet.append([t[:CELL_LIMIT] for t in texts])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for line in sheet.iter_rows(min_row=2):
        for cell in line:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            cell.data_type = "s"
    for name, width in zip(
        "ABCDEFGHIJKLMNOPQRSTUVWX",
        (
            8,
            12,
            22,
            22,
            12,
            12,
            11,
            20,
            44,
            14,
            30,
            16,
            24,
            16,
            14,
            60,
            24,
            7,
            7,
            12,
            24,
            10,
            12,
            40,
        ),
        strict=True,
    ):
        sheet.column_dimensions[name].width = width
    sheet.freeze_panes = "A2"
    book.properties.creator = "Seriatim"
    out = io.BytesIO()
    book.save(out)
    return File(without_times(out.getvalue()), {k: n for k, n in lost.items() if n})


def cells(row: Row) -> list[str]:
    """The cells of a row as texts, in the order of ``COLUMNS``."""
    when = row.claim.when
    first, last = limits(when.edtf)
    return [
        row.event.id,
        row.modifier,
        row.date,
        when.edtf,
        first or "",
        last or "",
        when.basis,
        when.text or "",
        row.claim.summary,
        row.event.kind,
        "; ".join(row.actors),
        row.claim.place or "",
        " < ".join(row.sources),
        "; ".join(row.hedges),
        row.surely,
        row.claim.quote,
        row.document.path,
        str(row.cite.page or ""),
        str(row.cite.line),
        row.document.published or "",
        " ".join(row.claim.citations),
        row.event.status,
        str(row.event.corroboration.independent),
        " | ".join(row.findings),
    ]


def safe(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(FORMULA) else cell


def _without_controls(text: str) -> str:
    return "".join(
        c if c in "\n\t" or ord(c) >= 32 else "�" for c in text
    )  # XML has no place for them


def _lost(chronology: Chronology) -> dict[str, int]:
    links = sum(x.basis == "stated" for x in chronology.links)
    return {"relation in time between two events": links} if links else {}
