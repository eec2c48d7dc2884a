"""How many documents are read at once: in turn, or in processes."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def available() -> int:
    """The number of processor cores that this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def run(work: Callable[[A], B], items: Iterable[A], *, processes: int) -> Iterator[tuple[A, B]]:
    """Each item with what ``work`` makes of it, in any order; with more than one process, ``work`` and the items are picklable."""
    if processes <= 1:
        return ((item, work(item)) for item in items)
    from seriatim.workers.processes import run_in_processes

    return run_in_processes(work, items, processes)
