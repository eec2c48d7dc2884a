"""The answers of ``benchmarks/predict.py order``, against networks small enough to be worked out by hand; and the oracle, where it is at hand."""

from __future__ import annotations

import importlib.util
import json
from datetime import date
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parents[3]


@pytest.fixture(scope="module")
def task() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "order_task", ROOT / "benchmarks" / "tasks" / "order.py"
    )
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_a_year_that_slipped(task: ModuleType) -> None:
    eve = date(1911, 11, 20).toordinal()
    said = [
        {"type": "date", "e": 1, "lo": eve, "hi": eve, "text": "1911-11-20", "prec": "day"},
        {
            "type": "date",
            "e": 2,
            "lo": eve - 364,
            "hi": eve - 364,
            "text": "1910-11-21",
            "prec": "day",
        },
        {"type": "rel", "a": 1, "b": 2, "min": 1, "max": 1, "text": "one day later"},
    ]
    answer = task.answer({"name": "slip", "n_nodes": 3, "statements": said})
    assert answer["conflict"] == [0, 1, 2]
    assert [(r["kind"], r["new"]) for r in answer["repairs"]] == [
        ("year-1", "1910-11-20"),
        ("year+1", "1911-11-21"),
    ]


def test_the_oracle(task: ModuleType, shared: Path) -> None:
    for known in json.loads((shared / "oracle" / "stn_oracle.json").read_text("utf8")):
        answer = task.answer({k: known[k] for k in ("name", "n_nodes", "statements")})
        assert answer["consistent"] == known["consistent"]
        if known["consistent"]:
            assert answer["windows"] == known["windows"]
        else:
            assert answer["conflict"] in known["all_minimal_conflict_sets"]
            assert answer["repairs"] == known["single_change_repairs"]
