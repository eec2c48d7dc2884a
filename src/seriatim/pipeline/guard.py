"""Limits on time, memory, depth and size for one document, so that it cannot stop the others."""

from __future__ import annotations

import resource
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import NamedTuple

from seriatim.messages import reading as messages
from seriatim.model import Document, Passage, Problem, Reading

SECONDS = 120.0  # of CPU for a document, however small
SECONDS_A_MEGABYTE = 900.0  # of its text; a report of 450 pages (1 MB) takes 100
MEMORY = 4 << 30  # bytes beyond those that the process has; the report takes 0.5 GB
PASSAGE = 100_000  # characters: the longest passage of a novel has 10,000

Work = Callable[[Document, Sequence[Passage]], Reading]


class Guarded(NamedTuple):
    """The reading of a document, and whether its analysis had to be given up."""

    reading: Reading
    failed: bool


class _TooSlowError(Exception):
    """A document has taken more time than it may."""


def guarded(document: Document, passages: Sequence[Passage], work: Work) -> Guarded:
    """The reading of a document within the limits.

    Where the analysis fails or breaks a limit, the document has its text and passages, no claims,
    and a problem that says why.  Passages that are too long are left out.
    """
    short = [p for p in passages if p.span[1] - p.span[0] <= PASSAGE]
    long = len(passages) - len(short)
    left_out = (Problem(document.path, messages.long_passages(long, PASSAGE)),) if long else ()
    try:
        with _limits(SECONDS + SECONDS_A_MEGABYTE * len(document.text) / 1e6):
            reading = work(document, short)
    except Exception as error:  # noqa: BLE001 - whatever a document makes the analysis raise, it is that document that is left out
        why = Problem(document.path, reason(error))
        return Guarded(Reading(document, tuple(passages), problems=(*left_out, why)), failed=True)
    if not long:
        return Guarded(reading, failed=False)
    return Guarded(
        Reading(
            reading.document,
            tuple(passages),
            reading.expressions,
            reading.mentions,
            reading.claims,
            reading.relations,
            (*left_out, *reading.problems),
        ),
        failed=False,
    )


def reason(error: Exception) -> str:
    """Why an analysis was given up, for a person."""
    if isinstance(error, _TooSlowError):
        return messages.TOO_SLOW
    if isinstance(error, MemoryError) or "bad_alloc" in str(error):
        return messages.TOO_MUCH_MEMORY
    if isinstance(error, RecursionError):
        return messages.TOO_DEEP
    return messages.analysis_failed(type(error).__name__)


@contextmanager
def _limits(seconds: float) -> Iterator[None]:
    """Limits on CPU time and memory while a document is read.

    A signal can only be had in a process's main thread; elsewhere there is no limit on time.
    """
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return

    def stop(_signal: int, _frame: FrameType | None) -> None:
        raise _TooSlowError

    before = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _address_space() + MEMORY
    if soft == resource.RLIM_INFINITY or soft > most:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def _address_space() -> int:
    """The bytes of addresses that this process has."""
    try:
        pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    except (OSError, ValueError):  # no such file on this system
        return 16 << 30
    return pages * resource.getpagesize()
