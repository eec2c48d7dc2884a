"""The chronology for a court bundle: DOCX (python-docx) and PDF (typst), a table row an event, quotes with pin cites, findings behind."""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Sequence
from itertools import groupby
from pathlib import Path

from seriatim.exports import File
from seriatim.exports.archive import without_times
from seriatim.exports.rows import Row, rows
from seriatim.model import Chronology
from seriatim.temporal import edtf

HEADINGS = ("No.", "Date", "Event", "Source")
NOTE = "This chronology says what documents say: which document, from whom it has it, and how surely. It does not say that anything happened."


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
    book.add_paragraph(NOTE)
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
        book.add_heading("Findings", level=1)
        for finding in chronology.findings:
            book.add_paragraph(
                _clean(f"{finding.severity}: {finding.message}"), style="List Bullet"
            )
    book.add_heading("Documents", level=1)
    for text in _documents(chronology):
        book.add_paragraph(_clean(text), style="List Bullet")
    book.core_properties.author = "Seriatim"
    book.core_properties.title = _clean(chronology.title)
    out = io.BytesIO()
    book.save(out)
    return File(without_times(out.getvalue()), _lost(chronology))


def to_pdf(chronology: Chronology) -> File:
    """A PDF in landscape with page numbers, typeset by typst from the same rows; the same chronology gives the same bytes."""
    import typst

    data = {
        "title": chronology.title,
        "note": NOTE,
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
        (path / "main.typ").write_text(_TYPST, encoding="utf-8")
        made: bytes = typst.compile(
            str(path / "main.typ"), root=str(path), format="pdf", timestamp=0
        )
    return File(made, _lost(chronology))


# The texts come as data, so that nothing in a document is taken for typst's own marks.
_TYPST = """\
#let data = json("data.json")
#set document(title: data.title, author: "Seriatim")
#set page(paper: "a4", flipped: true, margin: (x: 1.6cm, y: 1.8cm), numbering: "1 / 1")
#set text(size: 9.5pt, lang: "en")
#set par(justify: false)
#text(size: 17pt, weight: "bold", data.title)
#v(2pt)
#text(size: 9pt, style: "italic", data.note)
#v(4pt)
#table(
  columns: (1.1cm, 3.9cm, 1fr, 1.1fr), stroke: 0.4pt + luma(160), inset: 5pt,
  table.header(..data.headings.map(h => strong(h))),
  ..data.rows.flatten().map(c => [#c])
)
#if data.findings.len() > 0 [
  #heading(level: 1, "Findings")
  #list(..data.findings.map(f => [#f]))
]
#heading(level: 1, "Documents")
#list(..data.documents.map(d => [#d]))
"""


def _lines(chronology: Chronology) -> Sequence[tuple[str, str, str, str]]:
    """Number, date in words, what is told, and where it stands, an event at a time."""
    made = []
    for number, (_, group) in enumerate(groupby(rows(chronology), key=lambda r: r.event.id), 1):
        claims = list(group)
        event = claims[0].event
        status = "" if event.status == "proposed" else f" ({event.status})"
        made.append(
            (
                str(number),
                edtf.say(event.when.edtf),
                f"{event.summary}{status}",
                "\n\n".join(map(_source, claims)),
            )
        )
    return made


def _source(row: Row) -> str:
    chain = "".join(f", who has it from {s}" for s in row.sources)
    hedges = f"; hedged: {', '.join(row.hedges)}" if row.hedges else ""
    other = (
        f"; {row.dated}"
        if row.claim.when.edtf != row.event.when.edtf or row.claim.when.basis == "corrected"
        else ""
    )
    return f"“{' '.join(row.claim.quote.split())}” ({row.cite}{chain}{hedges}; {row.surely}{other})"


def _documents(chronology: Chronology) -> Sequence[str]:
    made = []
    for r in chronology.readings:
        d = r.document
        dated = (
            f"{edtf.say(d.published)} ({d.published_basis})" if d.published else "date not known"
        )
        made.append(f"{d.path}: {d.title}; {dated}; sha256 {d.sha256}")
    return made


def _lost(chronology: Chronology) -> dict[str, int]:
    links = sum(x.basis == "stated" for x in chronology.links)
    return {"relation in time between two events": links} if links else {}


def _clean(text: str) -> str:
    return "".join(
        c if c in "\n\t" or (ord(c) >= 32 and not 0xD800 <= ord(c) <= 0xDFFF) else "�" for c in text
    )  # XML has no place for them
