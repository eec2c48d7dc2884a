"""Several errors at once: every conflict that is met, and the least trusted statements that would have to go.

An implicit hitting set with the cycles as cores (Reiter 1987; Davies and Bacchus 2011): find
conflicts that share no statement, take the cheapest set that meets all conflicts found so far out,
look again, until the rest can hold.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence

from seriatim.temporal.network.simple_temporal_network import Network

Trust = Callable[
    [int], float
]  # how unlikely it is that the statement is the one that is wrong; above 0
SEARCH = 20_000  # steps of the exact search for one group of conflicts, after which the best set so far is taken


def conflicts(network: Network, trust: Trust) -> tuple[list[list[int]], set[int]]:
    """Minimal conflicts, each as statements in the order of its cycle, and a set of statements without which the rest can hold.

    The network is left checked, with that set out of force.
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
    """A set with at least one statement of each core, of the least trust in sum (ties: the lower numbers)."""
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
