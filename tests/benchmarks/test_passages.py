"""The figures of the passages: counts add up by genre, and what is missing is skipped by name."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path

import pytest

from benchmarks import passages

COUNTS = {Path("letters/one"): 1, Path("letters/two"): 3, Path("logs/three"): 5}


@pytest.fixture
def scorer(monkeypatch: pytest.MonkeyPatch) -> None:
    def score(path: Path, _: passages.Chronology) -> dict[str, int]:
        return {"found": COUNTS[path], "when": 1}

    def figures(counts: Mapping[str, int]) -> passages.Figures:
        return {"when": round(100 * counts["when"] / counts["found"], 1), "links_f1": None}

    monkeypatch.setattr(passages, "scorer", lambda: passages.Scorer(score, figures))


@pytest.mark.usefixtures("scorer")
def test_counts_add_up_by_genre_and_over_all() -> None:
    counts = passages.score_all({path: {} for path in COUNTS})
    assert counts == {
        "letters": Counter(found=4, when=2),
        "logs": Counter(found=5, when=1),
        "pooled": Counter(found=9, when=3),
    }
    assert [line.split() for line in passages.table(counts).splitlines()] == [
        ["passages", "when", "links_f1"],
        ["letters", "50.0", "–"],
        ["logs", "20.0", "–"],
        ["pooled", "33.3", "–"],
    ]


def test_passages_are_read_in_one_process_by_their_paths(tmp_path: Path) -> None:
    for name, text in (
        ("one", "On 5 March 1911 Ada Quill met Ben Moor."),
        ("two", "The board voted."),
    ):
        folder = tmp_path / "letters" / name
        folder.mkdir(parents=True)
        (folder / "article.txt").write_text(text)
        (folder / "gold.json").write_text(
            json.dumps({"document": "article.txt", "published": "1911"})
        )
    found = passages.cases(tmp_path)
    read = passages.read_all(found)
    assert list(read) == found == [tmp_path / "letters" / "one", tmp_path / "letters" / "two"]
    assert [e["when"]["edtf"] for e in read[found[0]]["events"]] == ["1911-03-05"]


def test_missing_passages_are_skipped(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(passages, "PASSAGES", tmp_path / "passages")
    monkeypatch.setattr(sys, "argv", ["passages.py"])
    assert passages.main() == 0
    assert capsys.readouterr().out.startswith("skipped: ")
