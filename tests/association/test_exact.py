"""Exact distributions against fractions and against counting every case."""

from __future__ import annotations

from fractions import Fraction
from itertools import product
from math import comb

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seriatim.association.exact import Chance, binomial, hypergeometric, repeated, total, uniform


@st.composite
def draws(draw: st.DrawFn) -> tuple[int, int, int]:
    slots = draw(st.integers(1, 300))
    return slots, draw(st.integers(0, slots)), draw(st.integers(0, slots))


@given(draws(), st.integers(0, 300))
def test_drawing_different_slots_is_hypergeometric(
    case: tuple[int, int, int], at_least: int
) -> None:
    slots, covered, events = case
    tail = sum(
        comb(covered, k) * comb(slots - covered, events - k) for k in range(at_least, events + 1)
    )
    expected = float(Fraction(tail, comb(slots, events)))
    found = hypergeometric(slots, covered, events).at_least(at_least)
    assert found == pytest.approx(expected, rel=1e-12) if expected else found < 1e-300


@given(st.integers(0, 200), st.integers(0, 50), st.integers(0, 200))
def test_each_by_itself_is_binomial(events: int, fiftieths: int, at_least: int) -> None:
    share = Fraction(fiftieths, 50)
    expected = float(
        sum(
            comb(events, k) * share**k * (1 - share) ** (events - k)
            for k in range(at_least, events + 1)
        )
    )
    assert binomial(events, float(share)).at_least(at_least) == pytest.approx(
        expected, rel=1e-11, abs=1e-300
    )


def test_a_deep_tail_keeps_its_digits() -> None:
    found = hypergeometric(100_000, 500, 500).at_least(60)
    exact = Fraction(
        sum(comb(500, k) * comb(99_500, 500 - k) for k in range(60, 501)), comb(100_000, 500)
    )
    assert found == pytest.approx(float(exact), rel=1e-12)
    assert found < 1e-50


@given(draws(), st.integers(0, 1000))
def test_p_is_never_0_nor_above_1(case: tuple[int, int, int], at_least: int) -> None:
    assert 0 < hypergeometric(*case).at_least(at_least) <= 1


values = st.lists(st.lists(st.integers(-5, 9), min_size=1, max_size=4), min_size=1, max_size=4)


@given(values, st.integers(-20, 40))
def test_a_sum_counts_every_combination(parts: list[list[int]], at_least: int) -> None:
    sums = [sum(combination) for combination in product(*parts)]
    expected = sum(s >= at_least for s in sums) / len(sums)
    assert total(uniform(np.array(p), 1) for p in parts).at_least(at_least) == pytest.approx(
        expected, rel=1e-12, abs=1e-300
    )


@given(st.lists(st.integers(0, 6), min_size=1, max_size=5), st.integers(0, 9))
def test_doubling_is_adding_one_by_one(part: list[int], times: int) -> None:
    one = uniform(np.array(part), 1)
    doubled, added = repeated(one, times), total([one] * times)
    assert doubled.lowest == added.lowest
    assert np.allclose(doubled.weights, added.weights, rtol=1e-12)


@given(draws())
def test_the_middle_holds_its_share(case: tuple[int, int, int]) -> None:
    chance = hypergeometric(*case)
    low, high = chance.middle(0.95)
    inside = chance.weights[(chance.values >= low) & (chance.values <= high)].sum()
    assert inside >= 0.95 - 1e-9
    assert chance.at_least(high + 1) <= 0.025 + 1e-9


def test_counts_in_parts_are_told_in_events() -> None:
    halves = Chance(1, np.array([0.5, 0.0, 0.5]), 2)
    assert halves.values.tolist() == [0.5, 1.0, 1.5]
    assert (halves.mean, halves.highest, halves.at_least(1.5)) == (1.0, 1.5, 0.5)
