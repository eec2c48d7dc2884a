"""The oracles beside the project: counts and p equal to 1e-12."""

from __future__ import annotations

import json
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest

from benchmarks.tasks import chance
from seriatim.association import scan_statistic


def test_exact_counts(shared: Path) -> None:
    for case in json.loads((shared / "oracle" / "eca_oracle.json").read_text()):
        found = chance.answer(case)
        assert (case["name"], found["K"]) == (case["name"], case["K_precursor"])
        assert found["p_exact"] == pytest.approx(
            float(Fraction(case["p_exact_hypergeom_fraction"])), rel=1e-12
        ), case["name"]


def test_block_shift(shared: Path) -> None:
    for case in json.loads((shared / "oracle" / "blockshift_oracle.json").read_text()):
        found = chance.answer({"tau": 0, **case})
        assert (case["name"], found["K"]) == (case["name"], case["K"])
        assert found["p_blockshift"] == pytest.approx(
            float(Fraction(case["p_fraction"])), rel=1e-12
        ), case["name"]


def test_waits(shared: Path) -> None:
    for case in json.loads((shared / "oracle" / "waittime_ks_oracle.json").read_text()):
        found = scan_statistic.waits(np.array(case["A"]), np.array(case["B"]), case["T"])
        assert found.shares.tolist() == pytest.approx(case["U"], abs=1e-12)
        assert (found.distance, found.p) == pytest.approx(
            (case["D_plus"], case["p_exact_ksone"]), abs=1e-12
        )
