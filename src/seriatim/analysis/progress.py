"""Progress of a long task: what is being done, how much of it, and how much there is.

It is reported at most five times a second.
"""

from __future__ import annotations

import time
from collections.abc import Callable

Progress = Callable[[str, int, int], None]
PAUSE = 0.2  # seconds between two reports


def silent(_doing: str, _done: int, _of: int) -> None:
    """Report nothing."""


def under(name: str, progress: Progress) -> Progress:
    """A progress report with a name in front of the task."""
    return lambda doing, done, of: progress(f"{name}{doing}", done, of)


def paced(progress: Progress) -> Progress:
    """A progress report that passes on one call per pause, and so may be called for every word."""
    last = 0.0

    def report(doing: str, done: int, of: int) -> None:
        nonlocal last
        if time.monotonic() - last >= PAUSE:
            last = time.monotonic()
            progress(doing, done, of)

    return report
