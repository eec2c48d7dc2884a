"""Several errors at once."""

from __future__ import annotations

from itertools import combinations

import pytest

from seriatim.temporal.network.conflicts import cheapest_hitting_set, conflicts
from seriatim.temporal.network.simple_temporal_network import Network, Statement


def even(_: int) -> float:
    return 1.0


def cheapest_by_trying(cores: list[list[int]], trust: dict[int, float]) -> float:
    pool = sorted({s for core in cores for s in core})
    hits = (
        c
        for n in range(len(pool) + 1)
        for c in combinations(pool, n)
        if all(set(core) & set(c) for core in cores)
    )
    return min(sum(trust[s] for s in c) for c in hits)


@pytest.mark.parametrize(
    "cores",
    [
        [[0, 1, 2], [2, 3], [3, 4, 5]],
        [[0, 1], [1, 2], [2, 0]],
        [[0, 1, 2], [3, 4, 5], [0, 3], [1, 4], [2, 5]],
        [[7, 8]],
        [],
    ],
)
def test_no_cheaper_set_meets_all_conflicts(cores: list[list[int]]) -> None:
    trust = {s: 1.0 + (s * 7 % 5) / 10 for core in cores for s in core}
    chosen = cheapest_hitting_set(cores, trust.__getitem__)
    assert all(set(core) & chosen for core in cores)
    assert sum(trust[s] for s in chosen) == pytest.approx(cheapest_by_trying(cores, trust))


def test_two_errors_are_told_apart() -> None:
    one = [Statement(0, 1, 10, 10), Statement(0, 2, 20, 20), Statement(1, 2, 1, 1)]
    two = [Statement(0, 3, 50, 50), Statement(0, 4, 55, 55), Statement(3, 4, 2, 2)]
    found, blamed = conflicts(Network(5, [*one, *two]), even)
    assert sorted(sorted(c) for c in found) == [[0, 1, 2], [3, 4, 5]]
    assert len(blamed) == 2


def test_the_date_that_two_others_speak_against_is_blamed() -> None:
    dates = [Statement(0, e, day, day) for e, day in ((1, 10), (2, 400), (3, 12))]
    chain = [Statement(1, 2, 1, 1), Statement(2, 3, 1, 1)]
    found, blamed = conflicts(Network(4, [*dates, *chain]), lambda s: 1.0 if s < 3 else 2.0)
    assert blamed == {1}
    assert all(1 in c for c in found)


def test_the_network_is_left_consistent() -> None:
    network = Network(3, [Statement(0, 1, 10, 10), Statement(0, 1, 11, 11), Statement(1, 2, 0, 5)])
    conflicts(network, lambda s: 1.0 + s)
    low, high = network.windows()
    assert (low[2], high[2]) == (11, 16)


def test_nothing_is_blamed_where_all_can_hold() -> None:
    assert conflicts(Network(2, [Statement(0, 1, 1, 2)]), even) == ([], set())
