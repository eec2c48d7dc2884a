"""How far a long work is: what is done, how much of it, of how much; told at most five times a second."""

from __future__ import annotations

import time
from collections.abc import Callable

Progress = Callable[[str, int, int], None]
PAUSE = 0.2  # seconds between two words of it


def silent(_doing: str, _done: int, _of: int) -> None:
    """Nobody wants to know."""


def under(name: str, progress: Progress) -> Progress:
    """The same, with a name before what is being done."""
    return lambda doing, done, of: progress(f"{name}{doing}", done, of)


def paced(progress: Progress) -> Progress:
    """The same, told only when the pause is over: it may be called for every word."""
    last = 0.0

    def tell(doing: str, done: int, of: int) -> None:
        nonlocal last
        if time.monotonic() - last >= PAUSE:
            last = time.monotonic()
            progress(doing, done, of)

    return tell
