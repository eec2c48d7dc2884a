"""The calendar in slots: what windows cover, and years of whole weeks."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seriatim.association import block_shift
from seriatim.association.calendar import Row, Window, cover, points, row, year_blocks
from seriatim.temporal import edtf

SLOTS = 25
windows = st.builds(Window, st.integers(0, 6), st.integers(0, 4), st.booleans())


@st.composite
def rows(draw: st.DrawFn, longest: int) -> Row:
    lengths = draw(st.lists(st.integers(1, longest), min_size=1, max_size=3))
    starts = [draw(st.integers(0, SLOTS - n)) for n in lengths]
    return row([(s, s + n) for s, n in zip(starts, lengths, strict=True)])


@given(rows(4), windows)
def test_cover_is_the_share_of_all_places_that_the_events_may_have(
    events: Row, window: Window
) -> None:
    places = list(product(*(range(s, e) for s, e in zip(events.starts, events.ends, strict=True))))
    low, high = window.reach
    expected = np.zeros(SLOTS)
    for at in places:
        expected += [any(low <= slot - b <= high for b in at) for slot in range(SLOTS)]
    assert np.allclose(cover(events, SLOTS, window), expected / len(places))


@given(rows(6))
def test_an_imprecise_event_counts_once(events: Row) -> None:
    weights = events.weights(SLOTS)
    assert weights.sum() == pytest.approx(len(events))
    assert all(weights[s:e].min() > 0 for s, e in zip(events.starts, events.ends, strict=True))


@given(st.integers(-20_000, 20_000), st.integers(1, 9_000))
def test_years_of_whole_weeks_hold_every_day_once(first_day: int, days: int) -> None:
    blocks = year_blocks(first_day, days, 7)
    assert [start for start, _ in blocks] == [0, *(end for _, end in blocks[:-1])]
    assert blocks[-1][1] == days
    shifted = [b for b in blocks if b[1] - b[0] >= 7]
    assert all((end - start) % 7 == 0 for start, end in shifted)
    assert all(26 * 7 <= end - start < 79 * 7 for start, end in shifted[:-1])


def test_blocks_begin_at_the_week_nearest_to_the_new_year() -> None:
    first = edtf.days_from_civil(1901, 3, 1)
    starts = [
        edtf.day(first + start) for start, end in year_blocks(first, 5 * 365, 7) if end - start >= 7
    ]
    assert starts == ["1901-03-01", "1902-01-03", "1903-01-02", "1904-01-01", "1904-12-30"]


@given(
    st.sets(st.integers(0, 27), min_size=1),
    st.sets(st.integers(0, 27), min_size=1),
    st.integers(0, 3),
)
def test_block_shift_counts_every_shifted_calendar(
    of: set[int], after: set[int], width: int
) -> None:
    covered = cover(points(sorted(after)), 28, Window(width))
    blocks = [(0, 14), (14, 28)]
    counts = block_shift.scores(points(sorted(of)).weights(28), covered, blocks, 7, 1)
    calendars = [
        sum(covered[s + (a - s + shift[a >= 14]) % 14] for a in of for s in [14 * (a >= 14)])
        for shift in product((0, 7), (0, 7))
    ]
    seen = block_shift.seen(counts, 1)
    assert seen == calendars[0] == covered[sorted(of)].sum()
    assert block_shift.chance(counts, 1).at_least(seen) == pytest.approx(
        np.mean([c >= seen for c in calendars])
    )
