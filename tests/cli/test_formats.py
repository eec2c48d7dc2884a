"""What the commands that list write for programs: JSON, JSON lines and CSV with the same rows."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from typing import Any

import pytest
from click.testing import CliRunner

from seriatim.case import Case
from seriatim.cli import group

TEXT = """Ada Quill met Ben Moor on 3 May 1908 and signed the lease.

On Wednesday, 9 May 1908 the crane collapsed. Ben Moor denied that he had been warned.
"""
COMMANDS: dict[str, tuple[tuple[str, ...], str | None]] = {
    "show": ((), "entries"),
    "search": (("crane",), "hits"),
    "contacts": ((), "contacts"),
    "evidence": ((), "evidence"),
    "log": ((), "decisions"),
    "review": ((), None),
    "check": ((), None),
}
Run = Callable[..., str]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> Run:
    folder = tmp_path_factory.mktemp("formats")
    (folder / "dock.txt").write_text(TEXT, "utf8")
    made = Case.create(folder / "case", "Dock")
    made.add([folder / "dock.txt"], who="Ada", published="1908-06")
    made.build(processes=1, model=False)

    def output(command: str, *arguments: str) -> str:
        done = CliRunner().invoke(group, [command, str(folder / "case"), *arguments])
        assert done.exit_code in (0, 1), done.output
        return done.stdout

    return output


@pytest.mark.parametrize("command", list(COMMANDS))
def test_json_lines_and_json_have_the_same_objects(run: Run, command: str) -> None:
    arguments, name = COMMANDS[command]
    whole: Any = json.loads(run(command, *arguments, "--format", "json"))
    objects = whole[name] if name else whole
    lines = run(command, *arguments, "--format", "jsonl").splitlines()
    assert objects
    assert [json.loads(line) for line in lines] == objects


@pytest.mark.parametrize("command", list(COMMANDS))
def test_csv_has_a_header_and_rows_of_its_length(run: Run, command: str) -> None:
    arguments, _ = COMMANDS[command]
    header, *rows = csv.reader(io.StringIO(run(command, *arguments, "--format", "csv")))
    assert len(set(header)) == len(header)
    assert rows
    assert {len(row) for row in rows} == {len(header)}


def test_an_entry_has_what_the_chronology_file_promises(run: Run) -> None:
    (first, *_) = json.loads(run("show", "--key", "1", "--format", "json"))["entries"]
    assert set(first) == {
        *("id", "headline", "when", "events", "actors", "sources", "hedges", "polarity"),
        *("rank", "because"),
    }
    assert first["rank"] == 1
    assert first["id"] == first["events"][0]


def test_a_hit_has_the_words_at_its_span(run: Run) -> None:
    for hit in json.loads(run("search", "crane", "--format", "json"))["hits"]:
        assert TEXT[slice(*hit["span"])] == hit["quote"]
        assert hit["when"]["edtf"] == "1908-05-09"


def test_no_cell_is_a_formula(run: Run) -> None:
    for command, (arguments, _) in COMMANDS.items():
        for row in csv.reader(io.StringIO(run(command, *arguments, "--format", "csv"))):
            assert not [cell for cell in row if len(cell) > 1 and cell[0] in "=+-@\t\r"]
