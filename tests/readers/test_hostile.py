"""Files that mean harm, or are broken enough to do some: bounded, named, and the rest of the batch goes on."""

from __future__ import annotations

import resource
import zlib
from pathlib import Path
from typing import Any

import pytest

from seriatim.readers import read_paths, sandbox
from seriatim.readers.draft import Unreadable
from seriatim.readers.limits import MEMORY
from seriatim.readers.sandbox import Confined
from tests.readers.listing import problems, taken
from tests.readers.pdfs import column, pdf
from tests.readers.test_folders import packed

LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(
        f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefghi", "bcdefghij", strict=True)
    )
    + "]>"
)
WORD = '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:body></w:document>'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" '
    'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
    'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)


def bomb() -> bytes:
    """A page whose content unpacks to 600 megabytes."""
    packer = zlib.compressobj(9)
    content = b"".join([*(packer.compress(b" " * (1 << 20)) for _ in range(600)), packer.flush()])
    data = pdf([column(["The lamp failed."])])
    old = data[data.index(b"3 0 obj") : data.index(b"4 0 obj")]
    return data.replace(
        old,
        b"3 0 obj\n<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream\nendobj\n"
        % (len(content), content),
    )


def test_a_file_that_takes_too_long_is_ended_named_and_the_rest_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sandbox, "SECONDS", 0.5)
    monkeypatch.setattr(sandbox, "SECONDS_A_MEGABYTE", 0.0)
    (tmp_path / "a.html").write_text("<ul><li>" * 60_000)
    (tmp_path / "b.pdf").write_bytes(pdf([column(["The lamp failed."])]))
    found = read_paths([tmp_path / "a.html", tmp_path / "b.pdf"])
    assert [(p.where, p.message[:17]) for p in found.problems] == [
        (str(tmp_path / "a.html"), "took more than 0 ")
    ]
    assert [d.text for d, _ in found.documents] == ["The lamp failed."]


def test_a_pdf_bomb_does_not_take_the_memory() -> None:
    found = taken(bomb(), "bomb.pdf")
    assert found.documents or found.problems
    assert resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss < MEMORY / 1024


def test_entities_that_grow_without_end() -> None:
    word = packed(
        {
            "[Content_Types].xml": TYPES,
            "_rels/.rels": RELATIONS,
            "word/document.xml": LAUGHS + WORD.format("The lamp &j; failed."),
        }
    )
    found = taken(word, "a.docx")
    assert all(len(d.text) < 1000 for d, _ in found.documents)
    assert found.documents or found.problems


@pytest.mark.parametrize("cut", range(0, 1400, 100))
def test_a_pdf_that_breaks_off_anywhere(cut: Any) -> None:
    data = pdf([column(["The lamp failed on 3 May.", "It was old."]), column(["Nobody came."])])
    found = taken(data[:cut] + data[cut + 60 :], "a.pdf")
    assert found.documents or found.problems


def test_marks_that_turn_the_direction_of_letters_are_kept_in_the_text_and_not_read() -> None:
    document, passages = taken("The lamp \u202edeliaf\u202c on 3 May.").documents[0]
    assert document.text == "The lamp \u202edeliaf\u202c on 3 May."
    assert passages[0].span == (0, len(document.text))


def test_a_very_long_line_and_very_many_lines_take_linear_time() -> None:
    for source in (
        "The lamp failed, he said: " * 20_000,
        "A lamp\n" * 60_000,
        "- a\n  - b\n" * 20_000,
        "> " * 100_000,
        "(" * 200_000,
        "*_[" * 60_000,
    ):
        found = taken(source, "a.md")
        assert found.documents or found.problems


def test_a_child_that_is_gone_is_replaced() -> None:
    reader = Confined()
    data = pdf([column(["The lamp failed."])])
    assert reader.drafts(data, "a.pdf")[0].text == "The lamp failed."
    assert reader.child is not None
    reader.child.kill()
    reader.child.wait()
    assert reader.drafts(data, "a.pdf")[0].text == "The lamp failed."
    reader.close()


def test_an_office_file_with_a_password_or_of_the_old_kind() -> None:
    assert problems(bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "a.docx") == (
        "a.docx is an Office file in the old format, or an encrypted one: save it as DOCX or XLSX without a password."
    )


def test_the_child_reads_no_modules_from_the_folder_of_the_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pypdfium2.py").write_text("raise SystemExit")
    monkeypatch.chdir(tmp_path)
    assert not problems(pdf([column(["The lamp failed."])]), "a.pdf")
    assert Path("pypdfium2.py").exists()


def test_unreadable_is_told_through_the_child() -> None:
    reader = Confined()
    with pytest.raises(Unreadable, match="damaged PDF"):
        reader.drafts(b"%PDF-1.4 nothing", "a.pdf")
    reader.close()
