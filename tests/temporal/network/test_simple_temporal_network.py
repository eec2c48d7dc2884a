"""The network against slow and obvious ways of finding the same."""

from __future__ import annotations

from collections.abc import Sequence
from time import process_time

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seriatim.temporal.network.simple_temporal_network import INF, Network, Statement

TRIES = 400


def floyd_warshall(nodes: int, statements: Sequence[Statement]) -> np.ndarray:
    """All shortest distances, n³."""
    far = np.full((nodes, nodes), np.inf)
    np.fill_diagonal(far, 0.0)
    for s in statements:
        far[s.a, s.b] = min(far[s.a, s.b], s.high)
        far[s.b, s.a] = min(far[s.b, s.a], -s.low)
    for k in range(nodes):
        far = np.minimum(far, far[:, k : k + 1] + far[k : k + 1, :])
    return far


def consistent(nodes: int, statements: Sequence[Statement]) -> bool:
    return bool((np.diagonal(floyd_warshall(nodes, statements)) >= 0).all())


def random_statements(seed: int) -> tuple[int, list[Statement]]:
    """A few events on a line of days; most of the statements are true of it."""
    random = np.random.default_rng(seed)
    nodes = int(random.integers(2, 12))
    day = np.concatenate(([0], random.integers(0, 60, nodes - 1)))
    statements = []
    for _ in range(int(random.integers(1, 3 * nodes))):
        a, b = (int(x) for x in random.choice(nodes, 2, replace=False))
        apart = float(day[b] - day[a]) + (random.integers(-9, 10) if random.random() < 0.15 else 0)
        low, high = apart - random.integers(0, 4), apart + random.integers(0, 4)
        statements.append(
            Statement(
                a, b, low if random.random() < 0.8 else -INF, high if random.random() < 0.8 else INF
            )
        )
    return nodes, statements


def test_as_floyd_and_warshall_on_400_random_networks() -> None:
    clashes = 0
    for seed in range(TRIES):
        nodes, statements = random_statements(seed)
        network, far = Network(nodes, statements), floyd_warshall(nodes, statements)
        conflict = network.check()
        assert bool(conflict) == bool((np.diagonal(far) < 0).any())
        if conflict:
            clashes += 1
            assert not consistent(nodes, [statements[i] for i in conflict])
            for left_out in conflict:
                assert consistent(nodes, [statements[i] for i in conflict if i != left_out])
        else:
            low, high = network.windows()
            np.testing.assert_array_equal(high, far[0])
            np.testing.assert_array_equal(low, -far[:, 0])
    assert 80 < clashes < 320  # both outcomes are tried in earnest


def test_one_at_a_time_as_all_at_once() -> None:
    for seed in range(TRIES):
        nodes, statements = random_statements(seed)
        network = Network(nodes)
        assert not network.check()
        kept: list[Statement] = []
        for number, statement in enumerate(statements):
            conflict = network.add(statement)
            assert bool(conflict) == (not consistent(nodes, [*kept, statement]))
            if conflict:
                assert number in conflict
                assert not consistent(nodes, [statements[i] for i in conflict])
            else:
                kept.append(statement)
        low, high = network.windows()
        far = floyd_warshall(nodes, kept)
        np.testing.assert_array_equal(high, far[0])
        np.testing.assert_array_equal(low, -far[:, 0])


def test_a_statement_taken_out_no_longer_counts() -> None:
    network = Network(2, [Statement(0, 1, 10, 10), Statement(0, 1, 12, 12)])
    assert sorted(network.check()) == [0, 1]
    network.take_out([1])
    assert network.check() == []
    low, high = network.windows()
    assert (low[1], high[1]) == (10, 10)
    assert network.add(Statement(0, 1, 12, 12)) == [2, 0] or network.add(
        Statement(0, 1, 12, 12)
    ) == [0, 2]


def test_a_node_that_comes_later() -> None:
    network = Network(2, [Statement(0, 1, 10, 10)])
    network.check()
    later = network.node()
    assert network.add(Statement(1, later, 2, 3)) == []
    low, high = network.windows()
    assert (low[later], high[later]) == (12, 13)


def test_windows_of_a_network_that_was_not_checked_are_refused() -> None:
    with pytest.raises(ValueError, match="not found consistent"):
        Network(2, [Statement(0, 1, 10, 10)]).windows()


def test_long_chains_without_dates() -> None:
    chain = [Statement(i, i + 1, 1.0) for i in range(2, 500)]
    assert Network(501, chain).check() == []
    assert len(Network(501, [*chain, Statement(500, 2, 0.0)]).check()) == 499


def test_a_chain_ten_times_as_long_takes_no_hundred_times_as_long() -> None:
    def seconds(length: int) -> float:
        network = Network(length + 1, [Statement(i, i + 1, 1.0) for i in range(1, length)])
        start = process_time()
        assert network.check() == []
        return process_time() - start

    seconds(10)
    assert seconds(20_000) < 40 * seconds(2_000)


@settings(max_examples=60, deadline=None)
@given(st.integers(0, 10_000))
def test_windows_hold_every_solution(seed: int) -> None:
    nodes, statements = random_statements(seed)
    network = Network(nodes, statements)
    if not network.check():
        assert network.held is not None
        at = network.held - network.held[0]
        low, high = network.windows()
        assert ((low <= at) & (at <= high)).all()
        assert all(s.low <= at[s.b] - at[s.a] <= s.high for s in statements)
