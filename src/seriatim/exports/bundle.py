"""The chronology for a court bundle, DOCX and PDF: a table row per event, quotes with cites."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Sequence
from importlib.resources import files
from itertools import groupby
from pathlib import Path

from seriatim.exports import File
from seriatim.exports.archive import without_times
from seriatim.exports.rows import Row, rows
from seriatim.messages import exports as messages
from seriatim.model import Chronology
from seriatim.temporal import edtf

HEADINGS = ("No.", "Date", "Event", "Source")


def to_docx(chronology: Chronology) -> File:
    """A Word document in landscape; the same chronology gives the same bytes."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Cm, Pt

    book = Document()
    section = book.sections[0]
    section.orientation, section.page_width, section.page_height = (
        WD_ORIENT.LANDSCAPE,
        Cm(29.7),
        Cm(21),
    )
    book.styles["Normal"].font.size = Pt(10)
    book.add_heading(_clean(chronology.title), level=0)
    book.add_paragraph(messages.NOTE)
    table = book.add_table(rows=1, cols=4, style="Table Grid")
    for cell, text in zip(table.rows[0].cells, HEADINGS, strict=True):
        cell.paragraphs[0].add_run(text).bold = True
    repeated = OxmlElement("w:tblHeader")
    repeated.set(qn("w:val"), "true")
    table.rows[0]._tr.get_or_add_trPr().append(repeated)  # noqa: SLF001 - python-docx has no call for a heading row
    for line in _lines(chronology):
        cells = table.add_row().cells
        for cell, text in zip(cells, line, strict=True):
            cell.text = _clean(text)
    table.autofit = False
    for column, width in zip(table.columns, (Cm(1.2), Cm(4.2), Cm(9), Cm(9)), strict=True):
        for cell in (column, *column.cells):
            cell.width = width
    if chronology.findings:
        book.add_heading(messages.FINDINGS, level=1)
        for finding in chronology.findings:
            book.add_paragraph(
                _clean(f"{finding.severity}: {finding.message}"), style="List Bullet"
            )
    book.add_heading(messages.DOCUMENTS, level=1)
    for text in _documents(chronology):
        book.add_paragraph(_clean(text), style="List Bullet")
    book.core_properties.author = "Seriatim"
    book.core_properties.title = _clean(chronology.title)
    out = io.BytesIO()
    book.save(out)
    return File(without_times(out.getvalue()), _lost(chronology))


def to_pdf(chronology: Chronology) -> File:
    """A PDF in landscape with page numbers; the same chronology gives the same bytes."""
    import typst

    data = {
        "title": chronology.title,
        "note": messages.NOTE,
        "findings-heading": messages.FINDINGS,
        "documents-heading": messages.DOCUMENTS,
        "headings": HEADINGS,
        "rows": list(_lines(chronology)),
        "findings": [f"{f.severity}: {f.message}" for f in chronology.findings],
        "documents": list(_documents(chronology)),
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder)
        (path / "data.json").write_text(
            json.dumps(data, ensure_ascii=False), encoding="utf-8", errors="replace"
        )
        template = files("seriatim.exports").joinpath("bundle.typ").read_text("utf-8")
        (path / "main.typ").write_text(template, encoding="utf-8")
        made: bytes = typst.compile(
            str(path / "main.typ"), root=str(path), format="pdf", timestamp=0
        )
    return File(made, _lost(chronology))


def _lines(chronology: Chronology) -> Sequence[tuple[str, str, str, str]]:
    """Number, date in words, summary and sources of each event."""
    made = []
    for number, (_, group) in enumerate(groupby(rows(chronology), key=lambda r: r.event.id), 1):
        claims = list(group)
        event = claims[0].event
        made.append(
            (
                str(number),
                edtf.say(event.when.edtf),
                messages.with_status(event.summary, event.status),
                "\n\n".join(map(_source, claims)),
            )
        )
    return made


def _source(row: Row) -> str:
    when = row.claim.when
    parts = [f"{row.cite}{messages.citing(row.sources)}"]
    parts += [messages.hedged(row.hedges)] if row.hedges else []
    parts.append(row.factuality)
    if when.edtf != row.event.when.edtf or when.basis == "corrected":
        parts.append(row.dated)
    return f"“{' '.join(row.claim.quote.split())}” ({'; '.join(parts)})"


def _documents(chronology: Chronology) -> Sequence[str]:
    made = []
    for r in chronology.readings:
        d = r.document
        dated = messages.document_date(d.published, d.published_basis)
        made.append(f"{d.path}: {d.title}; {dated}; sha256 {d.sha256}")
    return made


def _lost(chronology: Chronology) -> dict[str, int]:
    links = sum(x.basis == "stated" for x in chronology.links)
    return {messages.RELATIONS: links} if links else {}


def _clean(text: str) -> str:
    """The text without characters that XML can't hold."""
    return "".join(
        c if c in "\n\t" or (ord(c) >= 32 and not 0xD800 <= ord(c) <= 0xDFFF) else "�" for c in text
    )
