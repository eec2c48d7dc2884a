"""DOCX: styles, lists, tables, notes, links and changes."""

from __future__ import annotations

import io
import zipfile
from datetime import datetime
from typing import Any

import docx
import pytest
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from tests.readers.listing import date_of, listing, problems, taken
from tests.readers.test_folders import packed


def saved(word: Any) -> bytes:
    buffer = io.BytesIO()
    word.save(buffer)
    return buffer.getvalue()


@pytest.fixture
def word() -> Any:
    return docx.Document()


def test_headings_lists_quotations_and_tables(word: Any) -> None:
    word.add_heading("The lamp at Harrow", 0)
    word.add_heading("What was found", 1)
    for text, style in (
        ("The inspector found these things:", None),
        ("The wick was old.", "List Bullet"),
        ("It was not trimmed.", "List Bullet 2"),
        ("The oil was bad.", "List Bullet"),
        ("Nothing was done.", None),
        ("I saw no light.", "Quote"),
        ("First,", "List Number"),
        ("second.", "List Number"),
    ):
        word.add_paragraph(text, style=style)
    table = word.add_table(2, 2)
    for row, cells in zip(
        table.rows, (("Date", "Event"), ("3 May 1871", "A brig struck.")), strict=True
    ):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    assert listing(saved(word)) == (
        "title: The lamp at Harrow\n"
        "heading: What was found\n"
        "paragraph: The inspector found these things:\n"
        "item:   The wick was old.\n"
        "item:     It was not trimmed.\n"
        "item:   The oil was bad.\n"
        "paragraph: Nothing was done.\n"
        "quote: I saw no light.\n"
        "item: First,\n"
        "item: second.\n"
        "header: Date Event\n"
        "row:   3 May 1871 A brig struck."
    )
    document, _ = taken(saved(word)).documents[0]
    assert "\n\n1. First,\n2. second.\n\nDate | Event\n3 May 1871 | A brig struck." in document.text


def test_without_styles_it_is_read_as_plain_text_is(word: Any) -> None:
    for text in (
        "The lamp at Harrow",
        "It failed:",
        "• once",
        "  • at night",
        "• twice",
        "Nobody knew why.",
        "What the Board Did",
        "Nothing.",
    ):
        word.add_paragraph(text)
    assert listing(saved(word)) == (
        "title: The lamp at Harrow\nparagraph: It failed:\nitem:   once\nitem:     at night\nitem:   twice\nparagraph: Nobody knew why.\n"
        "heading: What the Board Did\nparagraph: Nothing."
    )


def test_tracked_changes_are_read_as_accepted(word: Any) -> None:
    paragraph = word.add_paragraph("The lamp ")
    for xml in (
        f"<w:del {nsdecls('w')}><w:r><w:delText>burned</w:delText></w:r></w:del>",
        f"<w:ins {nsdecls('w')}><w:r><w:t>failed</w:t></w:r></w:ins>",
    ):
        paragraph._p.append(parse_xml(xml))
    paragraph.add_run(" twice.")
    assert listing(saved(word)) == "paragraph: The lamp failed twice."
    assert (
        problems(saved(word))
        == "a.txt has tracked changes, 1 put in and 1 taken out: read as accepted"
    )


def test_links_of_both_manners(word: Any) -> None:
    paragraph = word.add_paragraph("See ")
    relation = word.part.relate_to(
        "https://example.org/r",
        "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink",
        is_external=True,
    )
    paragraph._p.append(
        parse_xml(
            f'<w:hyperlink {nsdecls("w", "r")} r:id="{relation}"><w:r><w:t>the report</w:t></w:r></w:hyperlink>'
        )
    )
    for part in (
        '<w:fldChar w:fldCharType="begin"/>', '<w:instrText> HYPERLINK "https://example.org/s" </w:instrText>', '<w:fldChar w:fldCharType="separate"/>',
        '<w:t xml:space="preserve"> and more</w:t>', '<w:fldChar w:fldCharType="end"/>',
    ):  # fmt: skip
        paragraph._p.append(parse_xml(f"<w:r {nsdecls('w')}>{part}</w:r>"))
    document, passages = taken(saved(word)).documents[0]
    assert [(document.text[slice(*c.span)], c.url) for c in passages[0].citations] == [
        ("the report", "https://example.org/r"),
        (" and more", "https://example.org/s"),
    ]


def test_properties_give_title_and_day_and_a_dateline_is_surer(word: Any) -> None:
    word.core_properties.author, word.core_properties.title = "Ada Quill", "The lamp"
    word.core_properties.created = datetime(1912, 5, 4, 10)  # noqa: DTZ001 - the property has no zone
    word.add_paragraph("The lamp failed.")
    assert (date_of(saved(word)), taken(saved(word)).documents[0][0].title) == (
        "1912-05-04 metadata",
        "The lamp",
    )
    word.paragraphs[0].insert_paragraph_before("Leith, 3 May 1912")
    assert date_of(saved(word)) == "1912-05-03 dateline"


@pytest.mark.parametrize("part", ["docProps/core.xml", "word/footnotes.xml"])
def test_what_stands_beside_the_words_may_be_broken(word: Any, part: Any) -> None:
    word.add_paragraph("The lamp failed.")
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    notes = Part(
        PackURI("/word/footnotes.xml"),
        kind,
        f"<w:footnotes {nsdecls('w')}/>".encode(),
        word.part.package,
    )
    word.part.relate_to(
        notes, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    )
    with zipfile.ZipFile(io.BytesIO(saved(word))) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    broken = b"<w:footnotes" if part.startswith("word") else b'<?xml version="1.0"?><p><q/></p>'
    found = taken(packed({**members, part: broken}), "a.docx")
    assert [d.text for d, _ in found.documents] == ["The lamp failed."]
    what = "its notes" if part.startswith("word") else "its properties"
    assert [p.message for p in found.problems] == [
        f"{what} can't be read, they are broken: open it in a word processor and save it anew"
    ]


def test_the_day_of_the_librarys_template_is_no_date(word: Any) -> None:
    word.add_paragraph("The lamp failed.")
    assert date_of(saved(word)) == "None none"


def test_a_broken_part_is_said(word: Any) -> None:
    word.add_paragraph("The lamp failed.")
    data = (
        saved(word)
        .replace(b"PK\x03\x04", b"PK\x03\x05", 2)
        .replace(b"PK\x03\x05", b"PK\x03\x04", 1)
    )
    assert (
        problems(data)
        == "a.txt is a broken DOCX (BadZipFile): open it in a word processor and save it anew"
    )


def test_a_broken_file_is_said(word: Any) -> None:
    word.add_paragraph("The lamp failed.")
    assert problems(saved(word)[:3000]).startswith("a.txt is a broken archive")


def test_notes_stand_apart_at_the_end(word: Any) -> None:
    word.add_paragraph("The lamp failed.")
    word.add_paragraph("It was old.")
    note = (
        '<w:footnote w:id="1"><w:p><w:r><w:t>Minutes of 3 May 1871.</w:t></w:r></w:p></w:footnote>'
    )
    rule = '<w:footnote w:type="separator" w:id="0"><w:p><w:r><w:t>-</w:t></w:r></w:p></w:footnote>'
    content = f"<w:footnotes {nsdecls('w')}>{rule}{note}</w:footnotes>".encode()
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), kind, content, word.part.package)
    word.part.relate_to(
        part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    )
    assert (
        listing(saved(word))
        == "paragraph: The lamp failed.\nparagraph: It was old.\nparagraph: Minutes of 3 May 1871."
    )
    document, _ = taken(saved(word)).documents[0]
    assert [where.element for where in document.locations] == ["p[1]", "p[2]", "footnotes[1]"]
