"""Damage to documents, and what holds whatever the damage: for the tests, and for ``tools/fuzz_documents.py``."""

import io
import random
import zipfile
from collections.abc import Callable, Sequence
from datetime import datetime

import docx
import openpyxl
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from seriatim.readers import ReadResult
from tests.readers import test_same_in_every_format as same
from tests.readers.pdfs import column, pdf
from tests.readers.test_folders import packed
from tests.readers.test_html import ENCYCLOPEDIA
from tests.readers.test_mail import BOX, FORWARDED, MANY, PLAIN

TOKENS = [
    b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"<", b">", b"&#0;", b"&#xD800;", b"<ul><li>", b"</p>", b"<pre>", b"<table><tr><th>", b"\n\n", b"\r", b"\n> ", b"\n- ", b"\n1. ",
    b"\n|a|b|\n|-|-|\n", b"](", b"**", b"```", b"---\n", b"From: a@b\nTo: c\n\n", b"From x 1912\n", b"Content-Type: multipart/mixed; boundary=x\n\n--x\n", b"=?utf-8?q?=FF?=",
    b"9" * 40, b"\xe2\x80\xae", b"3 May 1912", b"stream\n", b"endobj", b" 0 R", b"<< /Length -1 >>", b"/Kids [2 0 R]", b"PK\x03\x04", b'","', b";;;",
]  # fmt: skip


def _sheet() -> bytes:
    book = openpyxl.Workbook()
    for row in (
        ("Date", "Event"),
        ("3 May 1871", "The lamp failed."),
        ("4 May 1871", "It failed again."),
    ):
        book.active.append(row)
    book.active.append((datetime(1871, 5, 5, 9, 30), "=A1", 12.5, True))  # noqa: DTZ001 - a cell has no zone
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _word() -> bytes:
    """With a table, changes, a link in a field, and a note."""
    word = docx.Document(io.BytesIO(same.as_docx()))
    word.add_table(2, 2).cell(0, 0).text = "The lamp"
    paragraph = word.add_paragraph("The lamp ")
    for xml in (
        "<w:del {}><w:r><w:delText>burned</w:delText></w:r></w:del>",
        "<w:ins {}><w:r><w:t>failed</w:t></w:r></w:ins>",
        '<w:r {}><w:fldChar w:fldCharType="begin"/><w:instrText> HYPERLINK "https://example.org/s" </w:instrText><w:fldChar w:fldCharType="separate"/></w:r>',
        '<w:r {}><w:t>twice</w:t><w:fldChar w:fldCharType="end"/><w:footnoteReference w:id="1"/></w:r>',
    ):
        paragraph._p.append(parse_xml(xml.format(nsdecls("w"))))
    note = f'<w:footnotes {nsdecls("w")}><w:footnote w:id="1"><w:p><w:r><w:t>Minutes of 3 May 1871.</w:t></w:r></w:p></w:footnote></w:footnotes>'
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, note.encode(), word.part.package)
    word.part.relate_to(
        part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    )
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


def _columns() -> bytes:
    """Two columns with a heading over both, a footnote, a table, a link, and properties."""
    told = "The keeper wrote to the Board that the lamp had failed, and nobody came"
    lines = [told[i % 5 * 6 :][:36] for i in range(16)]
    left, right = column(lines, x=72, top=700), column(lines[::-1], x=320, top=700)
    rows = [
        cell
        for i in range(4)
        for cell in (
            (72, 420 - 14 * i, f"{i + 1} May 1871"),
            (200, 420 - 14 * i, "The lamp failed again."),
        )
    ]
    first = [
        (72, 740, "The Lamp at Harrow", 18, "F2"),
        *left,
        *right,
        *rows,
        (72, 60, "1 Minutes of the Board, 1871.", 7),
    ]
    link = "/Annots [<< /Type /Annot /Subtype /Link /Rect [72 690 200 712] /A << /S /URI /URI (https://example.org/r) >> >>]"
    return pdf(
        [first, column(["It failed again.", "Nobody came."])],
        "/Title (The lamp) /CreationDate (D:19120503101500+01'00')",
        link,
    )


_STAMP = '<article><time datetime="1912-05-03T{0}:00Z">{0}</time><p>At that hour the lamp was seen to burn, said the keeper.</p></article>'
LIVE = (
    '<html><head><meta charset=utf-8><meta property="article:published_time" content="1912-05-03T01:00Z"><script type="application/ld+json">'
    '{"@graph":[{"@type":["NewsArticle"],"headline":"The lamp","datePublished":"1912-05-03T23:30:00-05:00"}]}</script></head><body><nav><ul><li>'
    "<a href=/>Home</a></ul></nav><main><h1>The lamp, live</h1><div>"
    + "".join(_STAMP.format(t) for t in ("14:05", "13:10", "12:00"))
    + "</div>"
    "<pre>It failed:\n  - once\n</pre><table><tr><th>Date<th>Event<tr><td>3 May 1912<td>It failed.</table><blockquote><p>So he said.</blockquote></main>"
).encode()
LINES = (
    b'{"message": "The lamp failed.", "datetime": "1912-05-03T10:00:00+00:00", "timestamp_desc": "Seen"}\n'
    b'{"message": "It failed again.", "datetime": "1912-05-04T10:00:00+00:00", "timestamp_desc": "Seen", "tag": ["a", 1, null]}\n'
)
TEXT = (
    "The lamp at Harrow\n\nLEITH, May 3, 1912 (Harrow Wire) \u2014 It failed.\n\nCaptain Moor: I saw it.\n\nAda Quill: So did I.\n\n"
    "On Thu, 2 May 1912 at 09:00, Ben Moor <ben@example.org> wrote:\n> Did it\n> fail?\n> > It did.\n\n1. First\n   a) then\n2. last [1]\n\n[1] https://example.org/r\n"
)
MARKS = (
    "---\ntitle: The lamp\ndate: 1912-05-03\n---\n\n# The lamp\n\n| Date | Event |\n|---|---|\n| 3 May | It *failed* |\n\n> He said [so](https://example.org/r).\n\n"
    "```\nno words\n```\n\n1. First\n   - then `it`\n2. last[^1]\n\n[^1]: A note.\n"
)
_CSV = b'Date,Event\n3 May 1871,"The lamp, failed"\n4 May 1871,Again\n'

# Each format's own files: the damage is done to one of them, taken by chance.
SAMPLES: dict[str, Callable[[], tuple[bytes, ...]]] = {
    "a.txt": lambda: (same.as_wrapped_text(), TEXT.encode()),
    "a.md": lambda: (same.as_markdown(), MARKS.encode()),
    "a.html": lambda: (same.as_html(), LIVE, ENCYCLOPEDIA.encode()),
    "a.pdf": lambda: (same.as_pdf(), _columns()),
    "a.docx": lambda: (_word(),),
    "a.xlsx": lambda: (_sheet(),),
    "a.csv": lambda: (
        _CSV,
        "Datum;Fact;Who\r\n03.05.1871;\u201cIt failed\u201d;Quill\r\n".encode("utf-16"),
    ),
    "a.jsonl": lambda: (LINES,),
    "a.eml": lambda: (same.as_mail(), PLAIN.encode(), FORWARDED.encode(), MANY.encode()),
    "a.mbox": lambda: (
        BOX.encode(),
        b"From a@example.org Fri May  3 23:12:00 1912\n" + same.as_mail(),
    ),
    "a.zip": lambda: (
        packed(
            {
                "a.txt": same.as_text(),
                "b.eml": MANY.encode(),
                "c/d.csv": _CSV,
                "e.zip": packed({"f.html": LIVE}),
            }
        ),
        packed(
            {
                "a.html": LIVE,
                "a_files/frame.html": ENCYCLOPEDIA.encode(),
                "b.pdf": same.as_pdf(),
                "c.jsonl": LINES,
            }
        ),
    ),
}


def damaged(samples: Sequence[bytes], chance: random.Random) -> bytes:
    """One of the samples with one to eight places cut, turned, doubled, or overwritten; of an archive mostly those of a part, packed soundly again."""
    data = chance.choice(samples)
    if not data.startswith(b"PK") or chance.random() < 0.2:
        return _damaged(data, samples, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(list(members))
    return packed({**members, name: _damaged(members[name], list(members.values()), chance)})


def _damaged(data: bytes, others: Sequence[bytes], chance: random.Random) -> bytes:
    found = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(found) + 1)
        length = int(chance.expovariate(1 / 12))
        kind = chance.randrange(6)
        if kind == 0:
            del found[at : at + length]
        elif kind == 1:
            for i in range(at, min(at + length, len(found))):
                found[i] = chance.randrange(256)
        elif kind == 2:
            found[at:at] = found[at : at + length * 20]
        elif kind == 3:
            token = chance.choice(TOKENS)
            found[at : at + chance.choice((0, len(token)))] = token
        elif kind == 4:
            found[at:at] = chance.choice(TOKENS) * chance.randint(1, 200)
        else:
            other = chance.choice(others)
            start = chance.randrange(len(other) + 1)
            found[at:at] = other[start : start + length * 20]
    return bytes(found)


def check(found: ReadResult) -> None:
    """What every reading keeps to."""
    assert found.documents or found.problems
    for document, passages in found.documents:
        document.text.encode()
        spans = [s for p in passages for s in (*p.pieces, *(c.span for c in p.citations))]
        assert all(0 <= start < end <= len(document.text) for start, end in spans)
        assert all(
            0 <= where.span[0] <= where.span[1] <= len(document.text)
            for where in document.locations
        )
        assert all(
            q < p.index
            for p in passages
            for q in (*p.parents, *(() if p.heading is None else (p.heading,)))
        )
        assert "\0" not in document.text
