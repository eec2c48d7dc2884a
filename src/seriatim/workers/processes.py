"""Documents read in parallel processes, each with its own models, started afresh so that no thread is carried over."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from itertools import islice
from typing import TypeVar

A = TypeVar("A")
B = TypeVar("B")


def run_in_processes(
    work: Callable[[A], B], items: Iterable[A], processes: int
) -> Iterator[tuple[A, B]]:
    """Each item with what ``work`` makes of it, as they are done; a few are under way at once, so that memory stays flat."""
    # One thread a process: two that each take every core are slower than one.
    os.environ.setdefault("OMP_NUM_THREADS", "1")
    source = iter(items)
    with ProcessPoolExecutor(processes, mp_context=multiprocessing.get_context("spawn")) as pool:
        running: dict[Future[B], A] = {
            pool.submit(work, item): item for item in islice(source, 2 * processes)
        }
        while running:
            done, _ = wait(running, return_when=FIRST_COMPLETED)
            for future in done:
                yield running.pop(future), future.result()
                for item in islice(source, 1):
                    running[pool.submit(work, item)] = item
