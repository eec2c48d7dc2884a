"""A process beside the server that does what needs much memory, one job at a time.

A worker whose process has become large ends it after the job; the next job starts a new one.
"""

from __future__ import annotations

import multiprocessing
import resource
import signal
import threading
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any

from seriatim.analysis.progress import Progress, silent
from seriatim.messages import web as messages

LARGE = 300 << 20  # bytes: above it a process is not kept waiting for the next job

Work = Callable[[Path, str, tuple[Any, ...], Progress], Any]


class JobRefused(Exception):  # noqa: N818 - it says what happened
    """A job that can't be done as it was asked; the message is one sentence for the person."""


class Worker:
    """Runs jobs on one case in a process of its own.

    ``work`` does a job: it is given the case, the job's name and arguments, and whom to tell of
    progress.  It is a function of a module, so that another process can find it.
    """

    def __init__(self, case: Path, work: Work) -> None:
        """Nothing is started before the first job."""
        self._case, self._work = case, work
        self._lock = threading.Lock()
        self._starting, self._closed = threading.Lock(), False
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def run(self, job: str, *args: Any, progress: Progress = silent) -> Any:  # noqa: ANN401 - the job's own type
        """The result of a job, after the jobs before it.  Raises JobRefused."""
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
                raise JobRefused(messages.ENDED) from None
            if rest[-1]:
                self._forget()
        if kind == "refused":
            raise JobRefused(rest[0])
        return rest[0]

    def close(self) -> None:
        """End the process, whatever it is doing; no other is started."""
        with self._starting:
            self._closed = True
            process = self._process
        if process is not None:
            process.terminate()
            process.join(5)
        self._process = self._pipe = None

    def _started(self) -> Connection:
        """The connection to the process, which is started where there is none."""
        with self._starting:
            # A process started now would outlive the server, which waits for it at its end.
            if self._closed:
                raise JobRefused(messages.CLOSING)
            if self._pipe is None or self._process is None or not self._process.is_alive():
                context = multiprocessing.get_context("spawn")
                self._pipe, other = context.Pipe()
                self._process = context.Process(
                    target=_serve, args=(self._case, self._work, other), name="seriatim-worker"
                )
                self._process.start()
                other.close()
            return self._pipe

    def _forget(self) -> None:
        """Drop a process that has ended or is about to."""
        process, pipe = self._process, self._pipe
        self._process = self._pipe = None  # another thread may close it at the same moment
        if pipe is not None:
            pipe.close()
        if process is not None:
            process.join(5)
            if process.is_alive():
                process.kill()


def _serve(case: Path, work: Work, pipe: Connection) -> None:
    """Do job after job until the pipe is closed or the process has become large."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the server ends its workers itself
    large = False
    while not large:
        try:
            job, args = pipe.recv()
        except (EOFError, OSError):
            return
        answer: tuple[str, Any]
        try:
            answer = "done", work(case, job, args, lambda *far: pipe.send(("progress", *far)))
        except JobRefused as error:
            answer = "refused", str(error)
        except OSError as error:
            answer = "refused", f"{error.filename or case}: {error.strerror or error}"
        except Exception as error:  # noqa: BLE001 - a bug ends the job, not the workbench
            answer = "refused", messages.fault(job, error)
        large = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss << 10 > LARGE
        pipe.send((*answer, large))
