"""All conflicts of a network, and the least trusted statements that resolve them if left out.

An implicit hitting set with the cycles as cores (Reiter 1987; Davies and Bacchus 2011): find
conflicts that share no statement, take out the cheapest set that hits all conflicts found so far,
and repeat until the rest is consistent.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from seriatim.temporal.network.simple_temporal_network import Network

# How unlikely it is that a statement is the wrong one; above 0.
Trust = Callable[[int], float]
# Steps of the exact search for one group of conflicts, after which the best set so far is taken.
SEARCH = 20_000


def conflicts(network: Network, trust: Trust) -> tuple[list[list[int]], set[int]]:
    """Minimal conflicts, and a set of statements without which the rest is consistent.

    A conflict is its statements in the order of its cycle.  The network is left checked, with that
    set out of force.
    """
    cores: list[list[int]] = []
    blamed: set[int] = set()
    while True:
        found = _disjoint(network, blamed)
        if not found:
            return cores, blamed
        cores += found
        blamed = cheapest_hitting_set(cores, trust)


def _disjoint(network: Network, blamed: set[int]) -> list[list[int]]:
    """Conflicts in what is left without ``blamed``, no two with a statement in common."""
    found: list[list[int]] = []
    out = set(blamed)
    network.take_out(out)
    while met := network.check_all():
        found += met
        out.update(number for conflict in met for number in conflict)
        network.take_out(out)
    if found:
        network.put_back(out)
    return found


def cheapest_hitting_set(cores: Sequence[Sequence[int]], trust: Trust) -> set[int]:
    """A set that hits each core, of the least total trust (ties: the lower numbers)."""
    chosen: set[int] = set()
    for group in _groups(cores):
        chosen |= _cheapest(group, trust)
    return chosen


def _groups(cores: Sequence[Sequence[int]]) -> list[list[frozenset[int]]]:
    """The cores, those that share statements together."""
    groups: list[tuple[set[int], list[frozenset[int]]]] = []
    for core in dict.fromkeys(frozenset(c) for c in cores):
        near = [g for g in groups if g[0] & core]
        groups = [g for g in groups if not g[0] & core]
        groups.append(
            (set(core).union(*(g[0] for g in near)), [core, *(c for g in near for c in g[1])])
        )
    return [members for _, members in groups]


def _cheapest(cores: list[frozenset[int]], trust: Trust) -> set[int]:
    best, best_cost, steps = set(_greedy(cores, trust)), 0.0, 0
    best_cost = sum(map(trust, best))

    def search(chosen: frozenset[int], cost: float) -> None:
        nonlocal best, best_cost, steps
        steps += 1
        left = [c for c in cores if not c & chosen]
        if not left:
            if cost < best_cost:
                best, best_cost = set(chosen), cost
            return
        narrow: Collection[int] = min(left, key=_short_first)
        for statement in sorted(narrow, key=lambda s: (trust(s), s)):
            if cost + trust(statement) < best_cost and steps < SEARCH:
                search(chosen | {statement}, cost + trust(statement))

    search(frozenset(), 0.0)
    return best


def _short_first(core: Collection[int]) -> tuple[int, list[int]]:
    return len(core), sorted(core)


def _greedy(cores: Iterable[frozenset[int]], trust: Trust) -> list[int]:
    left, chosen = list(cores), []
    while left:
        counts: dict[int, int] = {}
        for core in left:
            for statement in core:
                counts[statement] = counts.get(statement, 0) + 1
        best = min(counts, key=lambda s: (trust(s) / counts[s], s))
        chosen.append(best)
        left = [c for c in left if best not in c]
    return chosen
