"""One document that cannot be read does not stop the others."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from seriatim import cli, pipeline
from seriatim.case import Case
from seriatim.messages import reading as messages
from seriatim.model import Document, Passage, Reading
from seriatim.pipeline import guard

LETTER = "Ada Quill met Ben Moor on 5 March 1911 in Harwich.\n"
HARD = {
    "brackets.md": "[" * 1000 + "x" + "]" * 1000,
    "quotes.md": "> " * 2000 + "The mill burned on 3 May 1911.",
    "wide.csv": ",".join(f"c{n}" for n in range(100_000)) + "\n" + ",".join("x" * 100_000),
    "long.txt": "word " * 300_000,
    "tags.html": "<div>" * 50_000 + "The mill burned on 3 May 1911." + "</div>" * 50_000,
    "lists.md": "\n".join(" " * n + "- x" for n in range(800)),
}


def run(*words: object) -> int:
    with pytest.raises(SystemExit) as ended:
        cli.main([str(word) for word in words])
    return int(ended.value.code or 0)


@pytest.mark.parametrize("name", HARD)
def test_the_others_are_built(
    name: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    case = Case.create(tmp_path / "case", "Notes")
    (tmp_path / name).write_text(HARD[name], "utf8")
    (tmp_path / "letter.txt").write_text(LETTER, "utf8")
    case.add([tmp_path / name, tmp_path / "letter.txt"], who="Ada")
    assert run("build", case.path, "--no-model", "--processes", "1") in (0, 1)
    assert "Traceback" not in capsys.readouterr().err
    assert [e.when.edtf for e in case.chronology().events if "Harwich" in e.claims[0].quote] == [
        "1911-03-05"
    ]


def test_what_fails_is_set_apart_until_somebody_tries_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    case = Case.create(tmp_path / "case", "Notes")
    for name, text in (("bad.txt", "Nora Vale spoke on 1 May 1911.\n"), ("letter.txt", LETTER)):
        (tmp_path / name).write_text(text, "utf8")
        case.add([tmp_path / name], who="Ada")
    read, tried = pipeline.read, []

    def fails(document: Document, passages: tuple[Passage, ...], **options: Any) -> Reading:
        if document.path.endswith("bad.txt"):
            tried.append(document.id)
            raise RecursionError
        return read(document, passages, **options)

    monkeypatch.setattr(pipeline, "read", fails)
    assert run("build", case.path, "--no-model", "--processes", "1") == 1
    told = capsys.readouterr().err
    assert "bad.txt: could not be analysed: it is nested too deeply" in told
    assert f"seriatim build {case.path} --retry" in told
    assert len(case.chronology().events) == 1
    assert run("build", case.path) == 1
    assert tried == ["d1"]
    assert [p.message for p in case.verify()] == []
    monkeypatch.undo()
    assert run("build", case.path, "--retry") == 0
    assert len(case.chronology().events) == 2


def test_a_document_has_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    def forever(*_: object) -> Reading:
        while True:
            pass

    def much(document: Document, _: object) -> Reading:
        held = [bytearray(1 << 28) for _ in range(1000)]
        return Reading(document, (), problems=tuple(held))  # type: ignore[arg-type]

    monkeypatch.setattr(guard, "SECONDS", 0.3)
    document = Document("d1", "a.txt", "a", "words", "0" * 64)
    slow = guard.guarded(document, (), forever)
    monkeypatch.setattr(guard, "SECONDS", 60.0)
    large = guard.guarded(document, (), much)
    assert (slow.failed, slow.reading.problems[0].message) == (True, messages.TOO_SLOW)
    assert (large.failed, large.reading.problems[0].message) == (
        True,
        messages.TOO_MUCH_MEMORY,
    )
