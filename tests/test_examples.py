"""Our own texts against their gold: invariants for each text, floors for all together."""

from __future__ import annotations

import tomllib
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from seriatim.temporal import edtf
from tests import gold

ROOT = Path(__file__).parent.parent
FLOORS = tomllib.loads((ROOT / "benchmarks/floors.toml").read_text("utf8"))["examples"]


@cache
def scored(case: Path) -> tuple[Counter[str], tuple[str, ...]]:
    misses: list[str] = []
    counts = gold.score(case, *gold.load(case), misses)
    return counts, tuple(misses)


@pytest.mark.parametrize("case", gold.CASES, ids=lambda case: case.name)
def test_no_date_is_narrower_than_its_source(case: Any) -> None:
    counts, misses = scored(case)
    assert not counts["narrower"], [miss for miss in misses if miss.startswith("narrower")]


@pytest.mark.parametrize("case", gold.CASES, ids=lambda case: case.name)
def test_every_quote_is_the_document_at_its_span(case: Any) -> None:
    counts, _ = scored(case)
    assert counts["claims"] == counts["quotes"] > 0


def test_the_figures_stay_above_their_floors() -> None:
    total: Counter[str] = sum((scored(case)[0] for case in gold.CASES), Counter())
    found = gold.figures(total)
    below = {
        key: (found[key], floor) for key, floor in FLOORS["at_least"].items() if found[key] < floor
    }
    above = {
        key: (found[key], limit) for key, limit in FLOORS["at_most"].items() if found[key] > limit
    }
    assert (below, above) == ({}, {}), (
        "(measured, floor): python -m tests.gold EXAMPLE lists the errors"
    )


@pytest.mark.parametrize("case", gold.CASES, ids=lambda case: case.name)
def test_the_gold_spans_match_their_context(case: Any) -> None:
    gold_of, text = gold.read(case)
    for item in (
        *gold_of["events"],
        *gold_of["links"],
        *(f for f in gold_of["findings"] if "span" in f),
    ):
        words = text[slice(*item["span"])].replace("\xa0", " ")
        assert f"[{words}]" in item["in"], f"run python tools/mark_gold.py {case}"
    assert all(edtf.is_valid(value) for event in gold_of["events"] for value in event["when"])


@pytest.mark.parametrize(
    ("value", "answer", "narrower"),
    [
        ("1917-02-19", "1917-02", True),
        ("1917-02", "1917-02-19", False),
        ("1917-02-19", "1917-02-19~", False),
        ("1917-02-19", "unknown", True),
        ("1917-03-01", "../1917-02-19", False),
        ("1917-02-19", "../1917-02-19", True),
        ("1917-01-01/1917-12-31", "1917", False),
    ],
)
def test_what_counts_as_narrower(value: Any, answer: Any, narrower: Any) -> None:
    assert gold.narrower(value, [answer]) is narrower
