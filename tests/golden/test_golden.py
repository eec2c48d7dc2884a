"""What the program makes of our own texts, line by line.

A change that is meant is written with ``make golden``; the difference is then read before it is
committed.  The sample is read as one case, as ``make demo`` does it; the other examples each alone.
"""

from __future__ import annotations

import difflib
import os
from pathlib import Path
from typing import Any

import pytest

from seriatim import pipeline, readers
from tests import gold
from tests.listing import listing

HERE = Path(__file__).parent
SAMPLE = HERE.parent.parent / "src/seriatim/samples/zimmermann"
CASES = {"zimmermann": None} | {
    case.name: case for case in gold.CASES if not case.name.startswith("zimmermann")
}


@pytest.mark.parametrize("name", CASES)
def test_what_comes_out_is_what_came_out(name: Any) -> None:
    path = HERE / f"{name}.txt"
    made = listing(chronology(CASES[name]))
    if os.environ.get("SERIATIM_GOLDEN") == "write":
        path.write_text(made, "utf8")
    kept = path.read_text("utf8") if path.exists() else ""
    changed = "".join(
        difflib.unified_diff(
            kept.splitlines(keepends=True), made.splitlines(keepends=True), "kept", "made"
        )
    )
    assert not changed, f"where this is meant: make golden\n{changed}"


def chronology(case: Any) -> Any:
    if case is not None:
        return gold.load(case)[1]
    taken = readers.read_paths(sorted(SAMPLE.iterdir()))
    return pipeline.assemble(
        [pipeline.read(document, passages) for document, passages in taken.documents],
        title="The telegram of 1917",
    )
