"""``seriatim timeline``, from the command line to the files: what a person gets, and what is said where something is wrong."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from seriatim import cli
from seriatim.cli.timeline import counts
from seriatim.model import Chronology, Event, When

NOTE = "LOWICK, 3 March 1911 - Ada Quill resigned on Friday. Ben Moor said that he would not follow her.\n"


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Any:
    """Runs the program in an empty folder; gives its exit status and what it said."""
    monkeypatch.chdir(tmp_path)

    def run(*args: Any) -> Any:
        try:
            cli.main(list(args))
            status = 0
        except SystemExit as stop:
            status = stop.code or 0
        said = capsys.readouterr()
        assert "Traceback" not in said.err
        return status, said.out, said.err

    return run


def note(name: str = "note.txt", text: Any = NOTE) -> Any:
    Path(name).write_text(text, "utf8")
    return name


def pasted(monkeypatch: pytest.MonkeyPatch, text: Any) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode("utf8")), "utf8"))


def test_the_page_goes_beside_the_first_file_and_the_summary_counts(run: Any) -> None:
    status, out, err = run("timeline", note())
    assert (status, out) == (0, "")
    assert "1 document; " in err
    assert "dated, " in err
    assert Path("note.html").read_text("utf8").lstrip().lower().startswith("<!doctype html>")


def test_pasted_text_becomes_a_page_here(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pasted(monkeypatch, NOTE)
    assert run("timeline", "-")[0] == 0
    assert Path("timeline.html").exists()


def test_a_web_page_is_not_overwritten_by_its_timeline(run: Any) -> None:
    page = note("report.html", f"<html><body><p>{NOTE}</p></body></html>")
    before = Path(page).read_bytes()
    assert run("timeline", page)[0] == 0
    assert Path(page).read_bytes() == before


def test_the_json_matches_its_schema(run: Any) -> None:
    assert run("timeline", note(), "--json", "out.json")[0] == 0
    _, printed, _ = run("schema")
    made = json.loads(Path("out.json").read_text("utf8"))
    jsonschema.Draft202012Validator(json.loads(printed)).validate(made)
    assert [d["published"] for d in made["documents"]] == ["1911-03-03"]
    assert made["documents"][0]["published_basis"] == "dateline"


def test_a_date_that_is_given_is_taken_and_said_to_be_given(run: Any) -> None:
    assert (
        run(
            "timeline",
            note(text="Ada Quill resigned on Friday.\n"),
            "--published",
            "1911-03-05",
            "--json",
            "out.json",
        )[0]
        == 0
    )
    made = json.loads(Path("out.json").read_text("utf8"))
    assert made["documents"][0]["published_basis"] == "given"
    assert [e["when"]["edtf"] for e in made["events"]] == ["1911-03-03"]


def test_without_a_date_what_depends_on_it_stays_open_and_that_is_said(run: Any) -> None:
    status, _, err = run(
        "timeline", note(text="Ada Quill resigned on Friday.\n"), "--json", "out.json"
    )
    made = json.loads(Path("out.json").read_text("utf8"))
    assert status == 0
    assert [e["when"]["edtf"] for e in made["events"]] == ["unknown"]
    assert "note.txt: its date is not known" in err
    assert "--published" in err


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("empty.txt", b"", "empty.txt: "),
        ("blank.txt", b" \n\t\n", "blank.txt: "),
        ("binary.txt", bytes(range(256)) * 40, "binary.txt: "),
    ],
)
def test_a_file_without_text_is_named_and_nothing_is_written(
    run: Any, name: Any, data: Any, said: Any
) -> None:
    Path(name).write_bytes(data)
    status, _, err = run("timeline", name, "-o", "page.html", "--json", "out.json")
    assert status == 2
    assert said in err
    assert not Path("page.html").exists()
    assert not Path("out.json").exists()


def test_a_file_that_is_not_there_is_named(run: Any) -> None:
    status, _, err = run("timeline", "nowhere.txt")
    assert status == 2
    assert "nowhere.txt" in err
    assert list(Path().iterdir()) == []


def test_one_bad_file_does_not_stop_the_others(run: Any) -> None:
    Path("empty.txt").write_bytes(b"")
    status, _, err = run("timeline", "empty.txt", note())
    assert status == 0
    assert "empty.txt: " in err
    assert "1 document; " in err


def test_a_file_that_is_too_large_is_named_at_once(run: Any) -> None:
    with Path("large.txt").open("wb") as file:
        file.truncate(200 << 20)
    status, _, err = run("timeline", "large.txt")
    assert status == 2
    assert "large.txt: is larger than" in err


def test_another_language_is_said_to_be_one(run: Any) -> None:
    text = (
        "Der Minister trat am 3. März 1911 zurück, und der Kanzler nahm den Rücktritt an. Die Zeitung schrieb nichts davon.\n"
        * 4
    )
    status, _, err = run("timeline", note("brief.txt", text), "--json", "out.json")
    assert status == 0
    assert "brief.txt: " in err
    assert "English" in err
    assert json.loads(Path("out.json").read_text("utf8"))["events"] == []


def test_a_page_nested_ten_thousand_deep_is_read(run: Any) -> None:
    page = note(
        "deep.html",
        "<html><body>"
        + "<div><ul><li>" * 10_000
        + "Ada Quill resigned on 3 March 1911."
        + "</body></html>",
    )
    status, _, err = run("timeline", page, "-o", "page.html")
    assert (status == 0) == Path("page.html").exists()
    assert "deep.html" in err or "1 document" in err


def test_an_output_that_cannot_be_written_leaves_nothing_behind(run: Any) -> None:
    status, _, err = run("timeline", note(), "-o", "no/such/folder/page.html")
    assert status == 2
    assert "no/such/folder/page.html" in err
    assert sorted(path.name for path in Path().iterdir()) == ["note.txt"]


@pytest.mark.parametrize(
    "value", ["yesterday", "1911-13", "1911-02-30", "12/03/1911", "1911~/1912"]
)
def test_a_date_that_is_none_is_refused_with_what_to_write(run: Any, value: Any) -> None:
    status, _, err = run("timeline", note(), "--published", value)
    assert status == 2
    assert "2016-07-20" in err


def test_a_pipe_hears_nothing_but_the_summary(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text(NOTE, "utf8")
    program = Path(sys.executable).with_name("seriatim")
    made = subprocess.run(
        [program, "timeline", "note.txt"], cwd=tmp_path, capture_output=True, text=True, check=True
    )
    assert made.stdout == ""
    assert "\r" not in made.stderr
    assert len(made.stderr.splitlines()) <= 3


def test_the_columns_of_a_table_can_be_named(run: Any) -> None:
    table = note(
        "log.csv",
        "Seen,Noted,Fact\n1911-03-03,1911-03-09,Ada Quill met Ben Moor.\n1911-03-04,1911-03-09,Ada Quill met Cy Fenn.\n",
    )
    assert (
        run(
            "timeline",
            table,
            "--column",
            "date=Seen",
            "--column",
            "text=Fact",
            "--json",
            "out.json",
        )[0]
        == 0
    )
    made = json.loads(Path("out.json").read_text("utf8"))
    assert [e["when"]["edtf"] for e in made["events"]] == ["1911-03-03", "1911-03-04"]
    assert run("timeline", table, "--column", "Seen")[0] == 2
    assert "has no column 'Day'" in run("timeline", table, "--column", "date=Day")[2]


def test_a_folder_that_is_not_there_is_said_before_anything_is_read(
    run: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("seriatim.readers.read_paths", lambda *_, **__: pytest.fail("read first"))
    assert "there is no folder no" in run("timeline", note(), "-o", "no/page.html")[2]


def test_a_missing_date_is_not_mentioned_where_nothing_counts_from_it(run: Any) -> None:
    assert (
        "its date is not known"
        not in run("timeline", note(text="Ada Quill resigned on 3 March 1911.\n"), "--no-model")[2]
    )


def test_without_the_weights_it_says_so_and_goes_on(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("seriatim.analysis.spans.is_installed", lambda: False)
    (tmp_path / "a.txt").write_text("On 5 March 1911 Ada Quill met Ben Moor, a clerk said.")
    status, _, said = run("timeline", "a.txt", "-o", "a.html")
    assert status == 0
    assert "found by rules alone" in said
    assert (tmp_path / "a.html").exists()


def test_what_the_checks_found_is_counted_as_on_the_page(run: Any) -> None:
    path = note("ferry.txt", "The ferry sank on Wednesday, 9 March 1909.\n")
    assert (
        "1 document; 1 event: 1 dated, 0 relative, 0 undated; 2 findings, 1 of them notes"
        in run("timeline", path)[2]
    )
    assert (
        run("timeline", path, "--published", "1912-05-01")[2]
        .splitlines()[0]
        .endswith("; 1 finding")
    )


def test_what_was_rejected_is_counted_apart() -> None:
    events = [
        Event(f"e{n}", "act", "told", When(date), (), status=status)
        for n, (date, status) in enumerate((("1911", "proposed"), ("unknown", "rejected")))
    ]
    assert (
        counts(Chronology("", (), events=tuple(events)))
        == "0 documents; 1 event: 1 dated, 0 relative, 0 undated; 1 rejected; 0 findings"
    )
