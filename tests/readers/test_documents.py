"""Files in, documents and problems out: the batch goes on whatever is in it."""

from __future__ import annotations

import io
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seriatim.readers import documents as reading
from seriatim.readers import formats, media_types, read_bytes, read_paths
from seriatim.readers.draft import Draft
from tests.readers.listing import listing, problems, taken

GERMAN = (
    "Der Leuchtturm am Kap ist alt und die Lampe ist in der Nacht nicht mehr zu sehen, sagte der Wärter dem Amt, das es nicht glauben wollte. "
    * 3
)


def test_a_batch_goes_on_past_what_cannot_be_read(tmp_path: Path) -> None:
    for name, data in {
        "a.txt": b"The lamp failed.",
        "empty.txt": b" \n",
        "b.bin": bytes(range(256)),
        "c.html": b"<p>It was old.</p>",
    }.items():
        (tmp_path / name).write_bytes(data)
    found = read_paths(
        [tmp_path / n for n in ("a.txt", "gone.txt", "empty.txt", "b.bin", "c.html")]
    )
    assert [(d.id, d.path, d.text) for d, _ in found.documents] == [
        ("d1", str(tmp_path / "a.txt"), "The lamp failed."),
        ("d2", str(tmp_path / "c.html"), "It was old."),
    ]
    assert [p.where for p in found.problems] == [
        str(tmp_path / n) for n in ("gone.txt", "empty.txt", "b.bin")
    ]


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", SimpleNamespace(buffer=io.BytesIO(b"The lamp failed.")))
    assert [(d.path, d.title) for d, _ in read_paths(["-"]).documents] == [
        ("standard input", "standard input")
    ]


def test_what_is_too_large_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "MAX_BYTES", 1 << 20)
    with (tmp_path / "a.txt").open("wb") as sparse:
        sparse.truncate(200 << 20)
    assert [p.message for p in read_paths([tmp_path / "a.txt"]).problems] == [
        "is larger than 1 MB (200 MB): split it into parts"
    ]


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ("Café — “so”".encode(), "Café — “so”"),
        (b"\xef\xbb\xbfCaf\xc3\xa9", "Café"),
        ("Café".encode("utf-16"), "Café"),
        ("Café".encode("utf-32"), "Café"),
        ("The lamp failed at the café".encode("cp1252"), "The lamp failed at the café"),
        ("The lamp failed".encode("utf-16-le"), "The lamp failed"),
        (
            b"The lamp \xed\xa0\x80 failed \xe2\x80\x94" + "é".encode() * 60,
            "The lamp \ufffd\ufffd\ufffd failed —" + "é" * 60,
        ),
    ],
)
def test_encodings(data: Any, text: Any) -> None:
    assert taken(data).documents[0][0].text == text


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (
            "The lamp failed at the café".encode("cp1252"),
            "a.txt does not say its encoding and is not UTF-8: read as windows-1252, a guess (save it as UTF-8 to be sure)",
        ),
        (
            "The lamp failed".encode("utf-16-le"),
            "a.txt has no byte order mark: read as UTF-16-LE by the pattern of its bytes",
        ),
        (
            b"The lamp failed, and the oil was bad, and nobody came.\0",
            "a.txt holds NUL or broken characters: each is shown as \ufffd",
        ),
        (b"The lamp", ""),
    ],
)
def test_a_guess_is_said_to_be_one(data: Any, said: Any) -> None:
    assert problems(data) == said


def test_another_language_is_said_and_nothing_taken_from_it() -> None:
    found = taken(GERMAN)
    assert [(d.text, passages) for d, passages in found.documents] == [(GERMAN, ())]
    assert (
        problems(GERMAN)
        == "a.txt seems to be written in German: only English is read, and nothing was taken from it"
    )
    assert problems(
        "Лампа на мысе погасла ночью третьего мая, сказал смотритель маяка."
    ).startswith("a.txt seems to be written in letters other than Latin")
    assert listing("The lamp failed. " + GERMAN[:60]).startswith("paragraph: The lamp failed.")


def test_the_kind_is_found_by_content() -> None:
    assert listing("<!DOCTYPE html><p>The lamp</p>", "a.txt") == "paragraph: The lamp"
    assert listing("<p>The lamp</p>", "a") == "paragraph: The lamp"
    assert listing("The lamp < the oil", "a.txt") == "paragraph: The lamp < the oil"


def test_a_text_that_begins_like_a_mail_or_a_box_of_them_is_none() -> None:
    for source in (
        "From Leith he wrote in 1912\nthat the lamp had failed.",
        "From: Leith\n\nThe lamp failed.",
        "Note: the lamp failed.\nDate: 3 May 1912\n\nSo.",
    ):
        assert taken(source).documents[0][0].media_type == "text/plain"


def test_a_kind_that_another_package_reads(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(media_types, "_added", lambda: frozenset({"application/rtf"}))
    monkeypatch.setattr(
        "seriatim.plugins.load",
        lambda table, name: lambda _data, path: [Draft(f"{table} {name} {path}", ())],
    )
    assert formats.drafts(b"{\\rtf The lamp}", "a.rtf")[0].text == "documents application/rtf a.rtf"


@given(
    st.binary(max_size=400)
    | st.text(max_size=200).map(lambda t: t.encode("utf-8", "surrogatepass")),
    st.sampled_from(["a.txt", "a.md", "a.html"]),
)
def test_any_bytes_give_a_document_or_a_problem(data: Any, name: Any) -> None:
    found = read_bytes(data, name)
    assert found.documents or found.problems
    for document, passages in found.documents:
        document.text.encode()
        spans = [s for p in passages for s in (*p.pieces, *(c.span for c in p.citations))]
        assert all(0 <= start < end <= len(document.text) for start, end in spans)
        assert all(
            q < p.index
            for p in passages
            for q in (*p.parents, *(() if p.heading is None else (p.heading,)))
        )
    assert found == read_bytes(data, name)
