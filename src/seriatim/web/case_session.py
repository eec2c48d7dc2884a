"""A case that people work on: its present state, its builds, and who is notified of changes."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from seriatim.case import Case, CaseDocument
from seriatim.messages.case import READING
from seriatim.model import Decision
from seriatim.store.files import CaseError
from seriatim.web.jobs import tasks
from seriatim.web.jobs.worker import JobRefused, Worker

LOOK_SECONDS = 1.0  # how often the log is looked at, since a command can change the case as well
WAITING = 256  # changes that a browser may be behind; after that it reads the state again

Name = Literal["decided", "working", "built", "problem"]


@dataclass(frozen=True, slots=True)
class Change:
    """A change that browsers are notified of."""

    name: Name
    content: dict[str, Any]


@dataclass(frozen=True, slots=True)
class LogState:
    """The present log: its decisions, and the documents in the case after them."""

    decisions: tuple[Decision, ...]
    documents: tuple[CaseDocument, ...]
    version: tuple[int, int] = (0, 0)  # size and time of the file

    @property
    def head(self) -> str:
        """The id of the last decision; zeros where there is none."""
        return self.decisions[-1].id if self.decisions else "0" * 64


@dataclass(slots=True)
class BuildState:
    """What the builder is doing, and the problems of the last build."""

    working: dict[str, Any] | None = None
    problems: list[dict[str, str]] = field(default_factory=list)
    built: str | None = None  # the build whose blocks can be read
    knows: str | None = None  # head of the log that this build includes


class CaseSession:
    """One case that people work on.

    Its methods may be called from any thread, but ``changes`` belongs to the event loop.
    """

    def __init__(self, path: Path, describe: Callable[[Decision], str] = lambda d: d.act) -> None:
        """Open the case at a path; ``describe`` puts a decision into words."""
        self.case = Case(path)
        self.asking, self._building = Worker(path, tasks.run), Worker(path, tasks.run)
        self._describe = describe
        self._log: LogState | None = None
        self._parts: tuple[str | None, dict[str, str]] = (None, {})
        self._guard = threading.Lock()
        self._listeners: dict[asyncio.Queue[Change], asyncio.AbstractEventLoop] = {}
        self._wanted, self._closing = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None
        self._work = BuildState(built=self.case.blocks.build())

    # What there is

    def log(self) -> LogState:
        """The present log, read again only where its file has changed.

        Raises CaseError where it is damaged.
        """
        with self._guard:
            version = self.case.log.version()
            if self._log is None or self._log.version != version:
                self._log = LogState(self.case.decisions(), tuple(self.case.documents()), version)
            return self._log

    def numbers(self) -> dict[str, str]:
        """The ids of the documents by their hashes, with the parts of archives that are built."""
        built = self._work.built
        if built != self._parts[0]:
            with contextlib.suppress(CaseError):
                self._parts = (
                    built,
                    {d.sha256: d.id for d in self.case.results.documents() if "." in d.id},
                )
        return self._parts[1] | {h.sha256: f"d{h.number}" for h in self.log().documents}

    def state(self) -> dict[str, Any]:
        """The state of the case, which a browser asks for first."""
        log, work = self.log(), self._work
        return {
            "title": self.case.settings.title,
            "built": work.built,
            "head": log.head,
            "knows": work.knows,
            "current": work.working is None and work.knows == log.head,
            "working": work.working,
            "decisions": len(log.decisions),
            "documents": len(log.documents),
            "problems": work.problems,
        }

    def heads(self, identity: str) -> tuple[str, str]:
        """The id of the decision before another, and that of the other."""
        ids = ["0" * 64, *(j.id for j in self.log().decisions)]
        place = ids.index(identity)
        return ids[place - 1], identity

    # Building

    def open(self) -> None:
        """Begin to build the case: now, and after every change."""
        self._wanted.set()
        self._thread = threading.Thread(
            target=self._follow_log, name="seriatim-case-session", daemon=True
        )
        self._thread.start()

    def close(self) -> None:
        """Stop; a running build is ended, what it has read is kept."""
        self._closing.set()
        self._wanted.set()
        self._building.close()
        self.asking.close()
        if self._thread is not None:
            self._thread.join(10)

    def changed(self) -> None:
        """Look at the log now, notify of what is new, and build.

        A running build goes on, and another follows.
        """
        self._wanted.set()

    def _follow_log(self) -> None:
        """Notify of what is new in the log, and build, until the session is closed."""
        try:
            known = self.log()
        except CaseError:
            known = LogState((), ())
        while not self._closing.is_set():
            wanted = self._wanted.wait(LOOK_SECONDS)
            self._wanted.clear()
            if self._closing.is_set():
                return
            # Errors are reported to who asks; a log that is being repaired is whole a moment later.
            with contextlib.suppress(CaseError, OSError):
                now = self.log()
                self._notify_of(known, now)
                if wanted or now.head != known.head:
                    known = now
                    self._build(now)

    def _notify_of(self, before: LogState, now: LogState) -> None:
        """Notify of what was appended, unless the log is another one (restored from a copy)."""
        n = len(before.decisions)
        appended = (
            now.decisions[n:]
            if not n or [j.id for j in now.decisions[n - 1 : n]] == [before.head]
            else ()
        )
        for j in appended:
            self.notify(
                Change(
                    "decided", {"head": j.id, "who": j.who, "act": j.act, "says": self._describe(j)}
                )
            )

    def _build(self, log: LogState) -> None:
        """Build the case and notify of how it went."""

        def progress(doing: str, done: int, of: int) -> None:
            self._work.working = {"doing": doing, "done": done, "of": of}
            self.notify(Change("working", self._work.working))

        progress(READING, 0, 0)
        try:
            built, problems = self._building.run("build", progress=progress)
        except JobRefused as error:
            self._work.working = None
            self._work.problems = [{"path": str(self.case.path), "message": str(error)}]
            if not self._closing.is_set():
                self.notify(Change("problem", {"message": str(error)}))
            return
        self._work = BuildState(
            None,
            [{"path": path, "message": message} for path, message in problems],
            built,
            log.head,
        )
        self.notify(Change("built", {"built": built, "head": log.head}))

    # Notifying browsers

    def notify(self, change: Change) -> None:
        """Notify every browser of a change."""
        with self._guard:
            listeners = list(self._listeners.items())
        for queue, loop in listeners:
            with contextlib.suppress(RuntimeError):  # its loop has ended
                loop.call_soon_threadsafe(_put, queue, change)

    async def changes(self) -> AsyncIterator[Change | None]:
        """The changes from now on, for one browser; ``None`` after 15 seconds without one.

        Ends where the browser is too far behind.
        """
        queue: asyncio.Queue[Change] = asyncio.Queue(WAITING)
        with self._guard:
            self._listeners[queue] = asyncio.get_running_loop()
        try:
            while not queue.full() and not self._closing.is_set():
                try:
                    yield await asyncio.wait_for(queue.get(), 15)
                except TimeoutError:
                    yield None
        finally:
            with self._guard:
                self._listeners.pop(queue, None)


def _put(queue: asyncio.Queue[Change], change: Change) -> None:
    """Give a change to a listener, unless it is too far behind."""
    if not queue.full():
        queue.put_nowait(change)
