"""The floors bite: a figure below its floor, above its limit or not measured at all is a failure."""

from __future__ import annotations

import importlib
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).parent.parent.parent
TABLE = """
gold             events_p   events_r  events_f1       when   narrower   invented
a-case               50.0       50.0       50.0       50.0        9.0          –
pooled               61.0       59.0       60.0       75.5        0.0          –
times/timebank                 3.1 s  gold 9 system 9 docs 3 F1 P R strict 87.10 87.0 87.2 relaxed 94.00 94.0 94.0 type 90.00 90.0 90.0 value 86.50 86.0 87.0 strict_value 80.00
attribution/polnear.dev       60.2 s  exact F1 source 80.1 cue 72.3 content 68.4  all 48.0  source end to end 72.2  speaker of direct quotes 88.1
events/a-corpus              149.0 s  B3 P 70.0 R 80.0 F1 74.7 MUC P 60.0 R 70.0 F1 64.6 mentions 10829
coref/none                   FAILED: nothing said
""".splitlines()


@pytest.fixture(scope="module")
def accuracy() -> Any:
    return importlib.import_module("benchmarks.accuracy")


@pytest.mark.parametrize(
    ("row", "name", "value"),
    [
        ("pooled", "events_f1", 60.0),
        ("pooled", "narrower", 0.0),
        ("pooled", "invented", None),
        ("pooled", "links_f1", None),
        ("times/timebank", "strict", 87.1),
        ("times/timebank", "value", 86.5),
        ("attribution/polnear.dev", "source", 80.1),
        ("attribution/polnear.dev", "source end to end", 72.2),
        ("events/a-corpus", "B3 F1", 74.7),
        ("events/a-corpus", "MUC F1", 64.6),
        ("events/a-corpus", "B3 R", 80.0),
        ("coref/none", "B3", None),
        ("not/there", "value", None),
    ],
)
def test_a_figure_is_found_by_its_row_and_name(
    accuracy: Any, row: Any, name: Any, value: Any
) -> None:
    assert accuracy.figure(TABLE, row, name) == value


@pytest.mark.parametrize(
    ("floors", "status"),
    [
        ({"pooled": {"at_least": {"events_f1": 60}, "at_most": {"narrower": 0}}}, 0),
        ({"pooled": {"at_least": {"events_f1": 60.1}}}, 1),
        ({"times/timebank": {"at_most": {"value": 86}}}, 1),
        ({"coref/none": {"at_least": {"F1": 10}}}, 1),
    ],
)
def test_what_is_below_its_floor_or_missing_fails(
    accuracy: Any, floors: Any, status: Any, capsys: pytest.CaptureFixture[str]
) -> None:
    assert accuracy.report(TABLE, floors, partly=False) == status
    assert ("NOT KEPT" in capsys.readouterr().out) == bool(status)
