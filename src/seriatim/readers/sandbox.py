"""A child process with limits on time and memory, so that no file can end the whole run.

What is small and plain is read in this process; PDF, office files, archives and whatever is large
are read in the child.  The child lives as long as it behaves: one that breaks a limit is ended, the
file is named, and the next file gets a new one.
"""

from __future__ import annotations

import atexit
import os
import pickle
import selectors
import signal
import struct
import subprocess
import sys
import threading
import time
from contextlib import suppress
from typing import IO, Any

from seriatim.analysis.progress import Progress, paced, silent
from seriatim.messages import readers as messages
from seriatim.readers import formats
from seriatim.readers.draft import Draft, Unreadable
from seriatim.readers.limits import OCR_PAGE, allow, confine
from seriatim.readers.media_types import media_type
from seriatim.readers.tables import Columns

SECONDS = 20.0  # of CPU for a file, however small
SECONDS_A_MEGABYTE = 6.0
WALL = 10  # times the CPU seconds: a busy machine is slow, a child that hangs is ended
_AT_HOME = frozenset({"text/plain", "text/markdown", "text/html", "text/csv"})
_SMALL = 96 * 1024  # bytes: a page of this size of nested lists takes a second
_LENGTH = struct.Struct(">Q")
_SERVE: tuple[str, ...] = ("-m", "seriatim.readers")  # what the child process runs


class Confined:
    """A reader with its child process, which reads one file at a time for any thread."""

    def __init__(self) -> None:
        self.child: subprocess.Popen[bytes] | None = None
        self.process = os.getpid()
        self.turn = threading.Lock()

    def drafts(
        self, data: bytes, name: str, columns: Columns | None = None, progress: Progress = silent
    ) -> list[Draft]:
        """The drafts of these bytes.  Raises Unreadable, also if reading exceeds the limits."""
        if len(data) <= _SMALL and media_type(data, name) in _AT_HOME:
            try:
                return formats.drafts(data, name, columns)
            except Exception as error:
                raise Unreadable(formats.why(error)) from error
        with self.turn:
            answer = self._asked(data, name, columns, progress)
        if isinstance(answer, str):
            raise Unreadable(answer)
        return answer

    def _asked(
        self, data: bytes, name: str, columns: Columns | None, progress: Progress
    ) -> list[Draft] | str:
        """The child's answer: drafts, or an error."""
        seconds = _seconds(data)
        try:
            child = self._running()
            _send(child.stdin, (data, name, columns, seconds))
            end = time.monotonic() + WALL * seconds + OCR_PAGE * _pictures()
            while isinstance(answer := _receive(child, end), tuple):
                progress(*answer)
        except (OSError, EOFError, TimeoutError, pickle.UnpicklingError):
            self.close()
            return messages.took_too_long(seconds)
        told: list[Draft] | str = answer
        return told

    def _running(self) -> subprocess.Popen[bytes]:
        if self.child is not None and self.child.poll() is not None:
            self.close()
        if self.child is None:
            paths = os.pathsep.join(p for p in sys.path if p)
            self.child = subprocess.Popen(  # noqa: S603 - this Python and this package
                [sys.executable, "-P", *_SERVE],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={**os.environ, "PYTHONPATH": paths},
            )
        return self.child

    def close(self) -> None:
        """End the child, if there is one."""
        if self.child is not None:
            self.child.kill()
            self.child.wait()
            for pipe in (self.child.stdin, self.child.stdout):
                with suppress(OSError):  # what was still to be sent to a dead child is lost
                    pipe.close() if pipe else None
            self.child = None


_shared: Confined | None = None


def shared() -> Confined:
    """The reader of this process; a forked process has its own."""
    global _shared  # noqa: PLW0603 - one child a process: starting it takes 0.2 s of CPU
    if _shared is None or _shared.process != os.getpid():
        _shared = Confined()
        atexit.register(_shared.close)
    return _shared


def serve() -> None:
    """Serve requests as the child process until there are none."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent ends this process by closing its pipe
    confine()
    answers, sys.stdout = sys.stdout.buffer, sys.stderr
    while True:
        try:
            data, name, columns, seconds = _read(sys.stdin.buffer)
        except EOFError:
            return
        allow(seconds)
        answer: list[Draft] | str
        try:
            answer = formats.drafts(
                data, name, columns, progress=paced(lambda *far: _send(answers, far))
            )
        except Exception as error:  # noqa: BLE001 - whatever a file makes a reader raise, it is that file that is broken
            answer = formats.why(error)
        _send(answers, answer)


def _seconds(data: bytes) -> float:
    return SECONDS + SECONDS_A_MEGABYTE * len(data) / (1 << 20)


def _pictures() -> int:
    """The number of pages that may need recognition, 0 without the optional package."""
    from importlib.util import find_spec

    return 1000 if find_spec("rapidocr") else 0


def _send(pipe: IO[bytes] | None, value: Any) -> None:  # noqa: ANN401 - requests and answers
    if pipe is None:
        raise EOFError
    packed = pickle.dumps(value, pickle.HIGHEST_PROTOCOL)
    pipe.write(_LENGTH.pack(len(packed)))
    pipe.write(packed)
    pipe.flush()


def _read(pipe: IO[bytes]) -> Any:  # noqa: ANN401 - requests and answers
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        raise EOFError
    return pickle.loads(pipe.read(_LENGTH.unpack(head)[0]))  # noqa: S301 - both ends of the pipe are this program


def _receive(child: subprocess.Popen[bytes], end: float) -> Any:  # noqa: ANN401 - an answer, or how far it is
    if child.stdout is None:
        raise EOFError
    with selectors.DefaultSelector() as waiting:
        waiting.register(child.stdout, selectors.EVENT_READ)
        while not waiting.select(timeout=1.0):
            if time.monotonic() > end:
                raise TimeoutError
    size = _LENGTH.unpack(_exactly(child.stdout, _LENGTH.size))[0]
    return pickle.loads(_exactly(child.stdout, size))  # noqa: S301 - both ends of the pipe are this program


def _exactly(pipe: IO[bytes], size: int) -> bytes:
    """So many bytes, read past the pipe's buffer, as one cannot wait for what it holds."""
    parts = []
    while size:
        part = os.read(pipe.fileno(), min(size, 1 << 20))
        if not part:
            raise EOFError
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
