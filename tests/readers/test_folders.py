"""Folders and ZIP files of documents."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from typing import Any

from seriatim.readers import read_paths
from tests.readers.listing import problems, taken


def packed(members: Any, **options: Any) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, **options) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def test_a_member_whose_packing_is_broken_is_named_and_the_rest_read() -> None:
    data = bytearray(packed({"a.txt": "The lamp failed. " * 40, "b.txt": "It failed again."}))
    start = data.index(b"a.txt") + 5
    data[start : start + 8] = b"\xff" * 8
    found = taken(bytes(data), "a.zip")
    assert ([d.text for d, _ in found.documents], [p.where for p in found.problems]) == (
        ["It failed again."],
        ["a.zip/a.txt"],
    )


PAGE = "<html><body><p>The lamp failed.</p></body></html>"
MEMBERS: dict[str, str | bytes] = {
    "b/letter.txt": "It failed again.",
    "a.html": PAGE,
    "a_files/frame.html": PAGE,
    "a_files/style.css": "p {}",
    ".hidden.txt": "no",
    "__MACOSX/b.txt": "no",
    "x.bin": bytes(range(256)),
}


def test_a_folder_of_documents(tmp_path: Path) -> None:
    for name, data in MEMBERS.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if isinstance(data, bytes) else data.encode())
    (tmp_path / "loop").symlink_to(tmp_path)
    found = read_paths([tmp_path])
    assert [(d.id, d.path) for d, _ in found.documents] == [
        ("d1", str(tmp_path / "a.html")),
        ("d2", str(tmp_path / "b/letter.txt")),
    ]
    assert [p.where for p in found.problems] == [str(tmp_path / "x.bin")]


def test_a_folder_without_documents(tmp_path: Path) -> None:
    assert [p.message for p in read_paths([tmp_path]).problems] == [
        "is a folder without documents."
    ]


def test_an_archive_of_documents() -> None:
    found = taken(packed(MEMBERS), "a.zip")
    assert [(d.id, d.path) for d, _ in found.documents] == [
        ("d1", "a.zip/a.html"),
        ("d2", "a.zip/b/letter.txt"),
    ]
    assert [p.where for p in found.problems] == ["a.zip/x.bin"]


def test_names_that_lead_out_of_an_archive_lead_nowhere() -> None:
    found = taken(
        packed(
            {
                "../../etc/a.txt": "The lamp failed.",
                "/b.txt": "It failed again.",
                "c\\..\\d.txt": "And again.",
            }
        ),
        "a.zip",
    )
    assert [d.path for d, _ in found.documents] == [
        "a.zip/etc/a.txt",
        "a.zip/b.txt",
        "a.zip/c/d.txt",
    ]


def test_archives_in_archives_down_to_a_limit() -> None:
    inner = packed({"a.txt": "The lamp failed."})
    assert [d.path for d, _ in taken(packed({"b.zip": inner}), "c.zip").documents] == [
        "c.zip/b.zip/a.txt"
    ]
    for _ in range(8):
        inner = packed({"x.zip": inner})
    assert "is an archive inside archives inside archives" in problems(inner, "c.zip")


def test_bombs_are_not_unpacked() -> None:
    bomb = packed({"a.txt": b"\0" * (64 << 20)})
    assert (
        problems(bomb, "a.zip")
        == "a.zip would unpack to far more than its size, like a zip bomb. It was not unpacked."
    )


def test_a_broken_member_is_named_and_the_rest_read() -> None:
    data = bytearray(packed({"a.txt": "The lamp failed. " * 50, "b.txt": "It failed again."}))
    data[45] ^= 0xFF
    found = taken(bytes(data), "a.zip")
    assert [d.path for d, _ in found.documents] == ["a.zip/b.txt"]
    assert [p.where for p in found.problems] == ["a.zip/a.txt"]


def test_pictures_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The lamp failed on 3 May 1912.")
    (tmp_path / "lamp.jpg").write_bytes(b"\xff\xd8\xff")
    (tmp_path / "page_files").mkdir()
    (tmp_path / "page.html").write_text("<p>The lamp failed.</p>")
    (tmp_path / "page_files" / "logo.png").write_bytes(b"\x89PNG")
    (problem,) = read_paths([tmp_path]).problems
    assert problem.message == (
        "holds a picture, which was not read: lamp.jpg. Save them as PDF with recognized text."
    )


def test_a_web_address_is_told_what_to_do() -> None:
    (problem,) = read_paths([Path("https://example.org/lamp")]).problems
    assert problem.message == (
        "is a web address, and nothing is fetched. Save the page as HTML and add the file."
    )
