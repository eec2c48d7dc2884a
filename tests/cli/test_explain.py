"""``seriatim explain`` as a person runs it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from seriatim.cli import group

NOTE = (
    "LOWICK, 3 March 1911 - Ada Quill resigned on 2 March 1911. "
    "The clerk said that Ben Moor left the board on 1 March 1911.\n"
)
Explain = Callable[..., Result]


@pytest.fixture
def explain(tmp_path: Path) -> Explain:
    """Runs ``explain`` on the chronology of NOTE."""
    note, written = tmp_path / "note.txt", tmp_path / "note.json"
    note.write_text(NOTE, "utf8")
    CliRunner().invoke(
        group,
        ["timeline", str(note), "--no-model", "--json", str(written)],
        catch_exceptions=False,
    )
    return lambda *args: CliRunner().invoke(group, ["explain", str(written), *args])


def number_of(words: str, explain: Explain) -> str:
    """The number of the event with these words in a quote."""
    for number in range(1, 9):
        found = explain(f"e{number}")
        if words in found.output:
            return f"e{number}"
    raise AssertionError(words)


def test_an_event_is_explained_by_its_words(explain: Explain) -> None:
    found = explain(number_of("resigned", explain))
    assert found.exit_code == 0
    assert "  date: 2 March 1911, stated\n" in found.output
    assert "  agent: Ada Quill\n" in found.output
    assert "source: the author" in found.output


def test_a_source_has_the_words_that_name_it(explain: Explain) -> None:
    found = explain(number_of("left the board", explain))
    assert "source: clerk, cue “said”" in found.output


def test_json_has_the_event_as_in_the_file_with_its_names(explain: Explain, tmp_path: Path) -> None:
    number = number_of("left the board", explain)
    told = json.loads(explain(number, "--format", "json").output)
    file = json.loads((tmp_path / "note.json").read_text("utf8"))
    assert told["event"] == next(e for e in file["events"] if e["id"] == number)
    assert {a["id"] for a in told["actors"]} == {a["actor"] for a in told["event"]["actors"]}
    assert "Ben Moor" in {a["name"] for a in told["actors"]}
    assert [d["title"] for d in told["documents"]] == [file["documents"][0]["title"]]


def test_a_claim_leads_to_its_event(explain: Explain) -> None:
    told = json.loads(explain("e1", "--format", "json").output)
    claim = told["event"]["claims"][0]["id"]
    assert explain(claim).output == explain("e1").output


def test_a_number_that_nothing_has_is_wrong_use(explain: Explain) -> None:
    found = explain("e99")
    assert found.exit_code != 0
    assert "e99: no event or claim has this number" in found.output
