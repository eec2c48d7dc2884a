"""Difference constraints as a graph: potentials, or a negative cycle, by rounds of relaxation over arrays.

An edge u → v of weight w says ``x[v] - x[u] <= w``.  The constraints can all hold exactly where no
cycle has a negative sum; the distances from any start are then an assignment that satisfies them
("potentials").  The rounds relax only the edges of nodes that changed, so that a round costs what
it changes; a cycle is looked for in the graph of parents at rounds 4, 8, 16, … (Cherkassky and
Goldberg, "Negative-cycle detection algorithms", Math. Programming 85, 1999).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Ints = NDArray[np.int64]
    Floats = NDArray[np.float64]

FAR = float(
    2**40
)  # above any potential that a date gives (minutes of 2 million years), below what float64 adds exactly


@dataclass(frozen=True, slots=True)
class Graph:
    """Edges in the order of their sources: those of node u are ``begin[u]:begin[u + 1]``; ``edge[i]`` is the number that the caller gave.

    Shapes: ``begin`` (n + 1,), the others (m,).  A weight of ``inf`` is an edge that says nothing.
    """

    begin: Ints
    source: Ints
    target: Ints
    weight: Floats
    edge: Ints

    @property
    def nodes(self) -> int:
        """How many nodes there are."""
        return len(self.begin) - 1


def build(nodes: int, source: Ints, target: Ints, weight: Floats) -> Graph:
    """The graph of edges ``source[i] → target[i]``; edges of infinite weight are left out."""
    from scipy.sparse import coo_array

    kept = np.flatnonzero(np.isfinite(weight))
    # A matrix of node × edge has one entry an edge: its rows are the edges of each node, by a
    # counting sort.
    rows: Any = coo_array(
        (np.ones(len(kept), np.int8), (source[kept], np.arange(len(kept)))),
        shape=(nodes, len(kept)),
    ).tocsr()
    edge = kept[rows.indices]
    return Graph(rows.indptr.astype(np.int64), source[edge], target[edge], weight[edge], edge)


def potentials(graph: Graph, root: int = 0) -> tuple[Floats | None, list[list[int]]]:
    """Potentials of all nodes and no cycle; or None and some negative cycles without a node in common, each as its edges in order."""
    far = np.full(graph.nodes, np.inf)
    parent = np.full(graph.nodes, -1, np.int64)
    far[root] = 0.0
    cycles = _relax(graph, far, parent, np.array([root], np.int64))
    for start in (
        _sources,
        _all,
    ):  # what no date reaches: from its ends, so that a long chain is gone along once
        unreached = start(graph, np.isinf(far))
        if not cycles and len(unreached):
            far[unreached] = FAR
            cycles = _relax(graph, far, parent, unreached)
    return (None, cycles) if cycles else (far, [])


def _sources(graph: Graph, among: NDArray[np.bool_]) -> Ints:
    """The nodes that no edge from another of them leads to."""
    led_to = np.zeros(graph.nodes, bool)
    led_to[graph.target[among[graph.source]]] = True
    return np.flatnonzero(among & ~led_to)


def _all(_graph: Graph, among: NDArray[np.bool_]) -> Ints:
    return np.flatnonzero(among)


def distances(graph: Graph, held: Floats, root: int = 0) -> Floats:
    """Shortest distances from ``root`` to all nodes by Dijkstra on the weights reduced by the potentials ``held``; ``inf`` where none."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    reduced = np.maximum(graph.weight + held[graph.source] - held[graph.target], 0.0)
    matrix: Any = csr_array(
        (reduced, graph.target.astype(np.int32), graph.begin.astype(np.int32)),
        shape=(graph.nodes, graph.nodes),
    )
    shortest: Any = dijkstra  # its types know dense matrices only
    found = shortest(matrix, indices=root)
    return np.asarray(found - held[root] + held, np.float64)


def _relax(graph: Graph, far: Floats, parent: Ints, active: Ints) -> list[list[int]]:
    """Relax from the active nodes until nothing changes (``far`` and ``parent`` are changed in place) or negative cycles have closed."""
    rounds, look = 0, 4
    while len(active):
        rows = _edges_of(graph, active)
        target = graph.target[rows]
        reach = far[graph.source[rows]] + graph.weight[rows]
        better = np.flatnonzero(reach < far[target])
        rows, target, reach = rows[better], target[better], reach[better]
        np.minimum.at(far, target, reach)
        best = np.flatnonzero(far[target] == reach)
        parent[target[best]] = rows[best]
        active = _distinct(target[best], graph.nodes)
        rounds += 1
        if rounds >= look and len(active):
            look *= 2
            cycles = _cycles(graph, parent, active)
            if cycles:
                return cycles
    return []


def _edges_of(graph: Graph, active: Ints) -> Ints:
    begin = graph.begin[active]
    count = graph.begin[active + 1] - begin
    total = int(count.sum())
    offsets = np.repeat(begin - np.concatenate(([0], np.cumsum(count)[:-1])), count)
    return offsets + np.arange(total, dtype=np.int64)


def _distinct(nodes: Ints, total: int) -> Ints:
    if len(nodes) * 8 < total:
        return np.unique(nodes)
    seen = np.zeros(total, bool)
    seen[nodes] = True
    return np.flatnonzero(seen)


def _cycles(graph: Graph, parent: Ints, active: Ints) -> list[list[int]]:
    """The edges of each cycle among the parents, in order.  A cycle among parents is always negative."""
    above = np.where(parent >= 0, graph.source[parent], np.arange(graph.nodes))
    ahead, steps = above, 1
    while steps < graph.nodes:  # after 2^k steps up, only nodes under a cycle are not at a root
        ahead, steps = ahead[ahead], steps * 2
    caught = np.unique(ahead[active])
    cycles: list[list[int]] = []
    seen: set[int] = set()
    for start in (int(node) for node in caught[parent[caught] >= 0]):
        if start not in seen:
            nodes = _around(above, start)
            seen.update(nodes)
            cycles.append([int(graph.edge[parent[node]]) for node in reversed(nodes)])
    return cycles


def _around(above: Ints, start: int) -> list[int]:
    """The nodes of a cycle, each followed by the one above it."""
    nodes, node = [start], int(above[start])
    while node != start:
        nodes.append(node)
        node = int(above[node])
    return nodes
