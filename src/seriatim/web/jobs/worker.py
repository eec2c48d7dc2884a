"""A process beside the server that holds what is large: it builds, filters, asks and exports, one job at a time.

A worker that a job has made large ends after it; the next job starts a new one.
"""

from __future__ import annotations

import multiprocessing
import resource
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

Progress = Callable[[str, int, int], None]

LARGE = 300 << 20  # bytes: above it a worker is not kept waiting for the next job


class Refused(Exception):  # noqa: N818 - it says what happened
    """A job that can't be done as it was asked; the message is one sentence for the person."""


class Worker:
    """Runs the functions of :mod:`seriatim.web.jobs.tasks` on one case in a process of its own."""

    def __init__(self, case: Path) -> None:
        """Nothing is started before the first job."""
        self._case = case
        self._lock = threading.Lock()
        self._starting, self._closed = threading.Lock(), False
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def run(self, job: str, *args: Any, progress: Progress = lambda *_: None) -> Any:  # noqa: ANN401 - what the job gives
        """What a job gives; waits for the jobs before it.  Raises Refused."""
        with self._lock:
            pipe = self._started()
            try:
                pipe.send((job, args))
                while True:
                    kind, *rest = pipe.recv()
                    if kind != "progress":
                        break
                    progress(*rest)
            except (EOFError, OSError):
                self._forget()
                raise Refused(
                    "the work was ended by the system, perhaps for want of memory; try again"
                ) from None
            if rest[-1]:
                self._forget()
        if kind == "refused":
            raise Refused(rest[0])
        return rest[0]

    def close(self) -> None:
        """End the process, whatever it is at; no other is started."""
        with self._starting:
            self._closed = True
            process = self._process
        if process is not None:
            process.terminate()
            process.join(5)
        self._process = self._pipe = None

    def _started(self) -> Connection:
        with self._starting:
            if (
                self._closed
            ):  # a process started now would outlive the server, which waits for it when it ends
                raise Refused("the workbench is closing")
            if self._pipe is None or self._process is None or not self._process.is_alive():
                context = multiprocessing.get_context("spawn")
                self._pipe, other = context.Pipe()
                self._process = context.Process(
                    target=_serve, args=(self._case, other), name="seriatim-worker"
                )
                self._process.start()
                other.close()
            return self._pipe

    def _forget(self) -> None:
        process, pipe, self._process, self._pipe = (
            self._process,
            self._pipe,
            None,
            None,
        )  # another thread may close it at the same moment
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.join(5)
            if process.is_alive():
                process.kill()


def _serve(case: Path, pipe: Connection) -> None:
    """The worker's side: job after job until the pipe is closed or a job has made the process large."""
    import signal

    from seriatim.case.case import Case
    from seriatim.web.jobs import tasks

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends its workers itself
    large = False
    while not large:
        try:
            job, args = pipe.recv()
        except (EOFError, OSError):
            return
        answer: tuple[str, Any]
        try:
            answer = (
                "done",
                tasks.JOBS[job](Case(case), *args, lambda *far: pipe.send(("progress", *far))),
            )
        except tasks.REFUSALS as error:
            answer = "refused", str(error)
        except OSError as error:
            answer = "refused", f"{error.filename or case}: {error.strerror or error}"
        except Exception as error:  # noqa: BLE001 - a fault of the program ends the job, not the workbench
            answer = (
                "refused",
                f"{job}: the program has a fault, please report it: {type(error).__name__}: {error}",
            )
        large = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10 > LARGE
        pipe.send((*answer, large))
