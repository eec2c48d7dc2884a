"""A simple temporal network: statements about nodes, whether they can all hold, what they imply, one more statement at a time.

Node 0 is the epoch.  A statement says ``low <= x[b] - x[a] <= high``; a date is a statement with
``a == 0``.  The unit is the caller's.  Potentials are kept: a statement more costs what it changes
(Cotton and Maler, "Fast and flexible difference constraint propagation for DPLL(T)", SAT 2006), and
one taken out costs nothing.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from seriatim.temporal.network.graph import Graph, build, distances, potentials

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
    Ints = NDArray[np.int64]

INF = float("inf")


class Statement(NamedTuple):
    """``low <= x[b] - x[a] <= high``; infinite where the words set no limit."""

    a: int
    b: int
    low: float = -INF
    high: float = INF


class Columns(NamedTuple):
    """The same of many statements, each of shape (statements,)."""

    a: Ints
    b: Ints
    low: Floats
    high: Floats


def columns(statements: Iterable[Statement]) -> Columns:
    """Statements as columns."""
    table = np.array([tuple(s) for s in statements], np.float64).reshape(-1, 4)
    return Columns(
        table[:, 0].astype(np.int64), table[:, 1].astype(np.int64), table[:, 2], table[:, 3]
    )


class Network:
    """Statements over ``nodes`` nodes, numbered in the order in which they came; edges 2i and 2i + 1 are the two sides of statement i.

    ``held`` are potentials of the statements in force, once ``check`` has found them consistent.
    """

    def __init__(self, nodes: int, statements: Iterable[Statement] | Columns = ()) -> None:
        """A network of the statements, not checked yet."""
        self.nodes = nodes
        self.held: Floats | None = None
        self._first = statements if isinstance(statements, Columns) else columns(statements)
        self._added: list[Statement] = []
        self._beside: dict[
            int, list[tuple[int, float, int]]
        ] = {}  # edges that the graph does not hold yet: target, weight, edge
        self._off: set[int] = set()
        self._graph: Graph | None = None

    def __len__(self) -> int:
        """How many statements were made, those out of force included."""
        return len(self._first.a) + len(self._added)

    def statement(self, number: int) -> Statement:
        """The statement of that number."""
        if number >= len(self._first.a):
            return self._added[number - len(self._first.a)]
        a, b, low, high = (column[number] for column in self._first)
        return Statement(int(a), int(b), float(low), float(high))

    @property
    def graph(self) -> Graph | None:
        """The edges that were last checked or asked for windows."""
        return self._graph

    def check(self) -> list[int]:
        """Nothing where the statements in force can all hold; else the numbers of a minimal conflict, in the order of its cycle."""
        return next(iter(self.check_all()), [])

    def check_all(self) -> list[list[int]]:
        """The same, with as many minimal conflicts as one look finds, no two about the same node."""
        self.held, cycles = potentials(self._settled())
        return [[edge // 2 for edge in cycle] for cycle in cycles]

    def windows(self) -> tuple[Floats, Floats]:
        """The lowest and highest value of each node that all statements together allow, infinite where open.

        Raises ValueError where no ``check`` found the statements consistent.
        """
        graph, held = self._settled(), self._consistent()
        backward = build(graph.nodes, graph.target, graph.source, graph.weight)
        return -distances(backward, -held), distances(graph, held)

    def take_out(self, numbers: Iterable[int]) -> None:
        """Put statements out of force.  This never breaks consistency: the potentials stay."""
        self._off.update(numbers)

    def put_back(self, numbers: Iterable[int]) -> None:
        """Put statements into force again, not checked: the potentials go."""
        self._off.difference_update(numbers)
        self.held = None

    def node(self) -> int:
        """One more node, about which nothing is said yet."""
        if self.held is not None:
            self.held = np.append(self.held, 0.0)
        self.nodes += 1
        return self.nodes - 1

    def add(self, statement: Statement) -> list[int]:
        """One statement more in a consistent network: nothing; or the minimal conflict that it closes, and then it stays out of force."""
        held, number = self._consistent(), len(self)
        self._added.append(statement)
        changed: dict[int, float] = {}
        for source, target, weight, edge in _edges(number, statement):
            self._beside.setdefault(source, []).append((target, weight, edge))
            cycle = self._repair(held, changed, source, target, weight, edge)
            if cycle:
                self._off.add(number)
                return [e // 2 for e in cycle]
        for node, value in changed.items():
            held[node] = value
        return []

    def _repair(
        self,
        held: Floats,
        changed: dict[int, float],
        source: int,
        target: int,
        weight: float,
        edge: int,
    ) -> list[int]:
        """Lower potentials, into ``changed``, until the new edge holds; or the cycle that it closes."""

        def now(node: int) -> float:
            value = changed.get(node)
            return float(held[node]) if value is None else value

        fall = now(source) + weight - now(target)
        queue = [(fall, target)] if fall < 0 else []
        due, through, lowered = {target: fall}, {target: (source, edge)}, {}
        while queue:
            fall, node = heappop(queue)
            if node in lowered or fall > due[node]:
                continue
            if node == source:
                return _way(through, source)
            lowered[node] = now(node) + fall
            for after, length, along in self._edges_from(node):
                fall = lowered[node] + length - now(after)
                if after not in lowered and fall < min(0.0, due.get(after, 0.0)):
                    due[after], through[after] = fall, (node, along)
                    heappush(queue, (fall, after))
        changed.update(lowered)
        return []

    def _edges_from(self, node: int) -> Iterator[tuple[int, float, int]]:
        graph = self._graph
        if graph is not None and node < graph.nodes:
            for row in range(int(graph.begin[node]), int(graph.begin[node + 1])):
                if int(graph.edge[row]) // 2 not in self._off:
                    yield int(graph.target[row]), float(graph.weight[row]), int(graph.edge[row])
        for target, weight, edge in self._beside.get(node, ()):
            if edge // 2 not in self._off:
                yield target, weight, edge

    def _consistent(self) -> Floats:
        if self.held is None:
            raise ValueError("the network was not found consistent")
        return self.held

    def _settled(self) -> Graph:
        """The graph of all statements in force, those that were added since among them."""
        added = columns(self._added)
        a, b, low, high = (
            np.concatenate((x, y)) if len(y) else x for x, y in zip(self._first, added, strict=True)
        )
        weight = np.empty(2 * len(a))
        weight[0::2], weight[1::2] = high, -low
        for number in self._off:
            weight[2 * number : 2 * number + 2] = INF
        source, target = np.empty(2 * len(a), np.int64), np.empty(2 * len(a), np.int64)
        source[0::2], source[1::2], target[0::2], target[1::2] = a, b, b, a
        self._graph, self._beside = build(self.nodes, source, target, weight), {}
        return self._graph


def _edges(number: int, statement: Statement) -> Iterator[tuple[int, int, float, int]]:
    if statement.high < INF:
        yield statement.a, statement.b, statement.high, 2 * number
    if statement.low > -INF:
        yield statement.b, statement.a, -statement.low, 2 * number + 1


def _way(through: dict[int, tuple[int, int]], end: int) -> list[int]:
    """The edges of the way that led back to ``end``."""
    edges: list[int] = []
    node = end
    while not edges or node != end:
        node, edge = through[node]
        edges.append(edge)
    return edges[::-1]
