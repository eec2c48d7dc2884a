"""Damage to documents, and what holds whatever the damage: for the tests, and for ``tools/fuzz_documents.py``."""

import io
import random
import zipfile

import docx
import openpyxl

from seriatim.documents import Taken
from tests.documents import test_same_in_every_format as same
from tests.documents.test_folders import packed

TOKENS = [
    b"\0", b"\xff\xfe", b"\xed\xa0\x80", b"<", b">", b"&#0;", b"&#xD800;", b"<ul><li>", b"</p>", b"<pre>", b"<table><tr><th>", b"\n\n", b"\r", b"\n> ", b"\n- ", b"\n1. ",
    b"\n|a|b|\n|-|-|\n", b"](", b"**", b"```", b"---\n", b"From: a@b\nTo: c\n\n", b"From x 1912\n", b"Content-Type: multipart/mixed; boundary=x\n\n--x\n", b"=?utf-8?q?=FF?=",
    b"9" * 40, b"\xe2\x80\xae", b"3 May 1912", b"stream\n", b"endobj", b" 0 R", b"<< /Length -1 >>", b"/Kids [2 0 R]", b"PK\x03\x04", b'","', b";;;",
]  # fmt: skip


def _sheet() -> bytes:
    book = openpyxl.Workbook()
    for row in (("Date", "Event"), ("3 May 1871", "The lamp failed."), ("4 May 1871", "It failed again.")):
        book.active.append(row)
    buffer = io.BytesIO()
    book.save(buffer)
    return buffer.getvalue()


def _word() -> bytes:
    word = docx.Document(io.BytesIO(same.as_docx()))
    word.add_table(2, 2).cell(0, 0).text = "The lamp"
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


SAMPLES = {
    "a.txt": same.as_wrapped_text,
    "a.md": same.as_markdown,
    "a.html": same.as_html,
    "a.pdf": same.as_pdf,
    "a.docx": _word,
    "a.xlsx": _sheet,
    "a.csv": lambda: b'Date,Event\n3 May 1871,"The lamp, failed"\n4 May 1871,Again\n',
    "a.eml": same.as_mail,
    "a.mbox": lambda: b"From a@example.org Fri May  3 23:12:00 1912\n" + same.as_mail(),
    "a.zip": lambda: packed({"a.txt": same.as_text(), "b.eml": same.as_mail(), "c/d.csv": b"Date,Event\n1912,x\n"}),
}


def damaged(data: bytes, chance: random.Random) -> bytes:
    """The bytes with one to eight places cut, turned, doubled, or overwritten; of an archive mostly those of a part, packed soundly again."""
    if not data.startswith(b"PK") or chance.random() < 0.2:
        return _damaged(data, chance)
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    name = chance.choice(list(members))
    return packed({**members, name: _damaged(members[name], chance)})


def _damaged(data: bytes, chance: random.Random) -> bytes:
    found = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(found) + 1)
        length = int(chance.expovariate(1 / 12))
        kind = chance.randrange(5)
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
        else:
            found[at:at] = chance.choice(TOKENS) * chance.randint(1, 200)
    return bytes(found)


def check(found: Taken) -> None:
    """What every reading keeps to."""
    assert found.documents or found.problems
    for document, passages in found.documents:
        document.text.encode()
        spans = [s for p in passages for s in (*p.pieces, *(c.span for c in p.citations))]
        assert all(0 <= start < end <= len(document.text) for start, end in spans)
        assert all(0 <= where.span[0] <= where.span[1] <= len(document.text) for where in document.locations)
        assert all(q < p.index for p in passages for q in (*p.parents, *(() if p.heading is None else (p.heading,))))
        assert "\0" not in document.text
