"""How fast the network is on chronologies of 10,000, 100,000 and a million events, with rustworkx and networkx beside it.

usage: python benchmarks/order_speed.py [EVENTS …]

All in one run and in CPU-seconds, on the same networks: events in order of time, four in five with
a date (to the day, a fortnight or a year), 19 relations for 20 events between near neighbours
(exact, within a day or three, or "later"); 3.2 edges an event.  The inconsistent one has one date
whose year slipped.  "certificate" is the limit: one pass over the edges that verifies potentials.
networkx runs up to 10,000 events only.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

import networkx as nx
import numpy as np
import rustworkx

from seriatim.temporal.network.graph import Graph
from seriatim.temporal.network.simple_temporal_network import Columns, Network, Statement

YEAR = 365
SIZES = (10_000, 100_000, 1_000_000)
INSERTED = 1_000


def main() -> None:
    """One table."""
    sizes = tuple(int(a) for a in sys.argv[1:]) or SIZES
    warm = Network(11, chronology(10, slips=0))
    warm.check()
    warm.windows()
    print(f"{'events':>9} {'edges':>9}  {'task':<44} {'CPU-s':>9}")
    for size in sizes:
        rows = measure(size)
        edges = rows.pop("edges")
        for task, seconds in rows.items():
            print(f"{size:>9} {edges:>9.0f}  {task:<44} {seconds:>9.5f}")


def chronology(events: int, *, slips: int) -> Columns:
    """Statements that are true of a made-up order of events, but for the years of ``slips`` dates."""
    random = np.random.default_rng(events + slips)
    day = np.concatenate(
        ([0], np.sort(random.integers(600_000, 600_000 + events // 2 + 10, events)))
    ).astype(np.float64)
    dated = np.flatnonzero(random.random(events) < 0.8) + 1
    wide = random.choice([0.0, 0.0, 0.0, 0.0, 7.0, 180.0], len(dated))
    first = random.integers(1, max(2, events - 6), int(0.95 * events))
    second = np.minimum(first + random.integers(1, 6, len(first)), events)
    apart, slack = day[second] - day[first], random.choice([0.0, 0.0, 1.0, 3.0], len(first))
    low = np.concatenate((day[dated] - wide, apart - slack))
    high = np.concatenate(
        (day[dated] + wide, np.where(random.random(len(first)) < 0.3, np.inf, apart + slack))
    )
    exact = np.full(events + 1, -1)
    exact[dated[wide == 0]] = np.flatnonzero(wide == 0)
    tied = np.flatnonzero(
        (exact[first] >= 0) & (exact[second] >= 0) & np.isfinite(high[len(dated) :])
    )
    slipped = exact[first[random.choice(tied, slips, replace=False)]]
    low[slipped] += YEAR
    high[slipped] += YEAR
    return Columns(
        np.concatenate((np.zeros(len(dated), np.int64), first)),
        np.concatenate((dated, second)),
        low,
        high,
    )


def measure(events: int) -> dict[str, float]:
    """CPU-seconds of every task."""
    right, wrong = (Network(events + 1, chronology(events, slips=n)) for n in (0, 1))
    rows = {
        "seriatim: check a consistent one (with build)": seconds(right.check),
        "seriatim: check and explain (with build)": seconds(wrong.check),
    }
    rows["seriatim: windows of all events"] = seconds(right.windows)
    random = np.random.default_rng(1)
    starts = random.integers(1, events - 3, INSERTED)
    rows["seriatim: one statement more (mean)"] = (
        seconds(lambda: [right.add(Statement(int(s), int(s) + 2, -9, 9_999)) for s in starts])
        / INSERTED
    )
    graph = right.graph
    if graph is None or right.held is None:
        raise RuntimeError("the generator made an inconsistent network")
    held = right.held
    rows["the limit: one pass over a certificate"] = seconds(
        lambda: bool((held[graph.source] + graph.weight >= held[graph.target]).all())
    )
    rows["rustworkx: negative cycle (with build)"] = seconds(lambda: rustworkx_cycle(wrong.graph))
    if events <= 10_000:
        rows["networkx: negative cycle (with build)"] = seconds(lambda: networkx_cycle(wrong.graph))
    return {"edges": float(len(graph.edge)), **rows}


def rustworkx_cycle(graph: Graph | None) -> bool:
    """Whether there is one, after building rustworkx's own graph from the same edges."""
    if graph is None:
        return False
    other = rustworkx.PyDiGraph(multigraph=True)
    other.add_nodes_from(range(graph.nodes))
    other.add_edges_from(
        list(zip(graph.source.tolist(), graph.target.tolist(), graph.weight.tolist(), strict=True))
    )
    return len(rustworkx.find_negative_cycle(other, float)) > 0


def networkx_cycle(graph: Graph | None) -> bool:
    """The same by networkx, which keeps one edge a pair: the tightest."""
    if graph is None:
        return False
    other = nx.DiGraph()
    order = np.argsort(-graph.weight, kind="stable")
    other.add_weighted_edges_from(
        zip(
            graph.source[order].tolist(),
            graph.target[order].tolist(),
            graph.weight[order].tolist(),
            strict=True,
        )
    )
    return bool(nx.negative_edge_cycle(other))


def seconds(task: Callable[[], object]) -> float:
    """CPU time of one run."""
    start = time.process_time()
    task()
    return time.process_time() - start


if __name__ == "__main__":
    main()
