"""The case as it is worked with: what it holds now, who is told of changes, and the building that follows each of them."""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

from seriatim.case.case import Case
from seriatim.case.originals import Held
from seriatim.model import Decision
from seriatim.store.files import CaseError
from seriatim.web.jobs.worker import Refused, Worker

LOOK_SECONDS = 1.0  # how often the log is looked at, since a command can change the case as well
WAITING = 256  # changes that one browser may be behind; after that it reads the state anew

Name = Literal["judged", "working", "built", "problem"]


@dataclass(frozen=True, slots=True)
class Change:
    """Something that browsers are told."""

    name: Name
    content: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Log:
    """The log as it stands: its judgements, the id of the last, and the documents that they hold in the case."""

    judgements: tuple[Decision, ...]
    documents: tuple[Held, ...]
    mark: tuple[int, int] = (0, 0)  # size and time of the file

    @property
    def head(self) -> str:
        """The id of the last judgement; zeros where there is none."""
        return self.judgements[-1].id if self.judgements else "0" * 64


@dataclass(slots=True)
class Work:
    """What the builder is at, and what it met."""

    working: dict[str, Any] | None = None
    problems: list[dict[str, str]] = field(default_factory=list)
    built: str | None = None  # the build whose blocks can be read
    knows: str | None = None  # head of the log that this build tells


class Desk:
    """One case that is worked with.  Its methods may be called from any thread; ``changes`` belongs to the event loop."""

    def __init__(self, path: Path, say: Callable[[Decision], str] = lambda j: j.act) -> None:
        """``say``: a judgement in words, for those who are told of it."""
        self.case = Case(path)
        self.asking, self._building = Worker(path), Worker(path)
        self._say = say
        self._log: Log | None = None
        self._parts: tuple[str | None, dict[str, str]] = (None, {})
        self._guard = threading.Lock()
        self._listeners: dict[asyncio.Queue[Change], asyncio.AbstractEventLoop] = {}
        self._wanted, self._closing = threading.Event(), threading.Event()
        self._thread: threading.Thread | None = None
        self._work = Work(built=self.case.blocks_of())

    # What there is

    def log(self) -> Log:
        """The log as it stands; read again only where its file has changed.  Raises CaseError where it is damaged."""
        with self._guard:
            mark = self.case.mark()
            if self._log is None or self._log.mark != mark:
                self._log = Log(self.case.judgements(), tuple(self.case.documents()), mark)
            return self._log

    def numbers(self) -> dict[str, str]:
        """The ids of the documents by their hashes; those of what archives and mails hold as far as they are built."""
        built = self._work.built
        if built != self._parts[0]:
            with contextlib.suppress(CaseError):
                self._parts = (built, {d.sha256: d.id for d in self.case.made_of() if "." in d.id})
        return self._parts[1] | {h.sha256: f"d{h.number}" for h in self.log().documents}

    def state(self) -> dict[str, Any]:
        """What a browser asks first."""
        log, work = self.log(), self._work
        return {
            "title": self.case.settings.title,
            "built": work.built,
            "head": log.head,
            "knows": work.knows,
            "current": work.working is None and work.knows == log.head,
            "working": work.working,
            "judgements": len(log.judgements),
            "documents": len(log.documents),
            "problems": work.problems,
        }

    def heads(self, identity: str) -> tuple[str, str]:
        """The id of the judgement before one, and its own."""
        ids = ["0" * 64, *(j.id for j in self.log().judgements)]
        place = ids.index(identity)
        return ids[place - 1], identity

    # Building

    def open(self) -> None:
        """Begin to look after the case: what is not built is built now, and after every change."""
        self._wanted.set()
        self._thread = threading.Thread(target=self._look_after, name="seriatim-desk", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop; a build that is under way is ended, what it read stays."""
        self._closing.set()
        self._wanted.set()
        self._building.close()
        self.asking.close()
        if self._thread is not None:
            self._thread.join(10)

    def changed(self) -> None:
        """Look at the log now: tell of what is new in it, and build.  A build that is under way goes on, and another follows."""
        self._wanted.set()

    def _look_after(self) -> None:
        try:
            told = self.log()
        except CaseError:
            told = Log((), ())
        while not self._closing.is_set():
            wanted = self._wanted.wait(LOOK_SECONDS)
            self._wanted.clear()
            if self._closing.is_set():
                return
            with contextlib.suppress(
                CaseError, OSError
            ):  # said where it is asked for; a log that is being mended is whole a moment later
                now = self.log()
                self._tell_of(told, now)
                if wanted or now.head != told.head:
                    told = now
                    self._build(now)

    def _tell_of(self, before: Log, now: Log) -> None:
        """Tell of what was appended; of a log that is another one (restored from a copy) only the build tells."""
        n = len(before.judgements)
        appended = (
            now.judgements[n:]
            if not n or [j.id for j in now.judgements[n - 1 : n]] == [before.head]
            else ()
        )
        for j in appended:
            self.tell(
                Change("judged", {"head": j.id, "who": j.who, "act": j.act, "says": self._say(j)})
            )

    def _build(self, log: Log) -> None:
        def progress(doing: str, done: int, of: int) -> None:
            self._work.working = {"doing": doing, "done": done, "of": of}
            self.tell(Change("working", self._work.working))

        progress("reading", 0, 0)
        try:
            built, problems = self._building.run("build", progress=progress)
        except Refused as error:
            self._work.working = None
            self._work.problems = [{"path": str(self.case.path), "message": str(error)}]
            if not self._closing.is_set():
                self.tell(Change("problem", {"message": str(error)}))
            return
        self._work = Work(
            None,
            [{"path": path, "message": message} for path, message in problems],
            built,
            log.head,
        )
        self.tell(Change("built", {"built": built, "head": log.head}))

    # Telling

    def tell(self, change: Change) -> None:
        """Tell every browser of a change."""
        with self._guard:
            listeners = list(self._listeners.items())
        for queue, loop in listeners:
            with contextlib.suppress(RuntimeError):  # its loop has ended
                loop.call_soon_threadsafe(_put, queue, change)

    async def changes(self) -> AsyncIterator[Change | None]:
        """Changes from now on, one browser's; ``None`` where nothing happened for 15 seconds.  Ends where the browser is too far behind."""
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
    if not queue.full():
        queue.put_nowait(change)
