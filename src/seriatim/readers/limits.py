"""The memory and CPU limits of the process that reads a file."""

from __future__ import annotations

import sys

MEMORY = 3 * 1024 * 1024 * 1024  # bytes of addresses; a report of 450 pages takes a tenth
OCR_PAGE = 30.0  # seconds of CPU for one page that is a picture
_confined = False


def confine() -> None:
    """Limit this process for good; only the child process that reads files calls this."""
    global _confined  # noqa: PLW0603 - limits are the process's own, once set they stay
    _confined = True
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(
            resource.RLIMIT_AS,
            (MEMORY if hard == resource.RLIM_INFINITY else min(MEMORY, hard), hard),
        )
        resource.setrlimit(resource.RLIMIT_CORE, (0, resource.getrlimit(resource.RLIMIT_CORE)[1]))


def allow(seconds: float) -> None:
    """Limit this process to so many more seconds of CPU, if it is confined."""
    if _confined and sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = int(used.ru_utime + used.ru_stime + seconds) + 1
        resource.setrlimit(
            resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard)
        )
