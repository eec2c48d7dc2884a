"""All windows at once, against counting every calendar."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seriatim.association import scan_statistic

counts = st.lists(
    st.lists(st.integers(0, 4), min_size=3, max_size=3), min_size=2, max_size=2
)  # two blocks of three shifts


@given(st.lists(counts, min_size=1, max_size=4))
def test_the_best_window_is_ranked_among_the_best_of_all_calendars(
    windows: list[list[list[int]]],
) -> None:
    calendars = list(product(range(3), range(3)))
    sums = [
        [sum(block[s] for block, s in zip(w, shift, strict=True)) for shift in calendars]
        for w in windows
    ]
    smallest = [
        min(sum(other >= column[c] for other in column) for column in sums)
        for c in range(len(calendars))
    ]
    found = scan_statistic.best_window([[np.array(block) for block in w] for w in windows])
    assert found.p == pytest.approx(sum(s <= smallest[0] for s in smallest) / len(calendars))
    assert found.calendars == len(calendars)


def test_many_calendars_are_drawn_and_the_one_seen_is_among_them() -> None:
    best = scan_statistic.best_window([[np.array([9, *[0] * 51])] * 4])
    assert best.calendars == scan_statistic.DRAWN + 1
    assert best.p == pytest.approx(1 / best.calendars)
    assert best == scan_statistic.best_window([[np.array([9, *[0] * 51])] * 4])


times = st.lists(st.integers(0, 99), min_size=1, max_size=8)


@given(times, times)
def test_the_share_of_a_wait_is_the_part_of_the_period_with_as_short_a_wait(
    of: list[int], after: list[int]
) -> None:
    found = scan_statistic.waits(
        np.array(of, dtype=float), np.array(after, dtype=float), 100.0, slot=1.0
    )
    waited = [min((slot - b) % 100 for b in after) for slot in range(100)]
    assert found.waits.tolist() == [waited[a] + 1 for a in of]
    assert found.shares.tolist() == pytest.approx(
        [sum(w <= waited[a] for w in waited) / 100 for a in of]
    )
