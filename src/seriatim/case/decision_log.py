"""The decisions of a case: read, made, undone, and checked for edit conflicts."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from seriatim.case.module import CaseModule
from seriatim.decisions.apply import active
from seriatim.decisions.edit_conflicts import edit_conflicts
from seriatim.decisions.make import DecisionRequest, Signature, make_decisions
from seriatim.messages import case as messages
from seriatim.model import Chronology, Decision
from seriatim.store import folder, known_head, log
from seriatim.store.files import CaseError, locked


class EditConflict(Exception):  # noqa: N818 - it says what happened, and is nobody's error
    """Others have decided about the same words in the meantime; ``since`` are their decisions."""

    def __init__(self, since: tuple[Decision, ...]) -> None:
        super().__init__(messages.edit_conflict(since[-1].who))
        self.since = since


class DecisionLog(CaseModule):
    """The decisions log of a case."""

    def read(self) -> log.Log:
        """The log as it is on the disk.  Raises CaseError where it is damaged, cut or missing."""
        path = self.file()
        found = log.read(path)
        moved = self.file()  # another process may have given it today's name in between
        if path != moved:
            found = log.read(moved)
        self._check_end({d.id for d in found.decisions})
        return found

    def _check_end(self, there: Collection[str]) -> None:
        """Raise CaseError where the log lacks a line that the last build or a seal knows."""
        known = known_head.of_store(self.path / folder.DERIVED)
        if known not in (None, log.FIRST) and known not in there:
            raise CaseError(messages.log_cut(self.file(), self.path))
        for head in known_head.of_seals(self.path / "seals"):
            if head != log.FIRST and head not in there:
                raise CaseError(messages.sealed_log_cut(self.file()))

    def file(self) -> Path:
        """Where the log lies.  Raises CaseError where there is none."""
        path = folder.log_path(self.path)
        if not path.exists():
            raise CaseError(messages.log_missing(path))
        return path

    def version(self) -> tuple[int, int]:
        """Size and time of the log: where they are the same, so is the log."""
        found = self.file().stat()
        return found.st_size, found.st_mtime_ns

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions, those that were undone as well, oldest first."""
        return self.read().decisions

    def active(self) -> list[Decision]:
        """The decisions that were not undone, oldest first."""
        return active(self.decisions())

    def last_active(self) -> Decision:
        """The last decision that was not undone.  Raises CaseError where there is none."""
        found = self.active()
        if not found:
            raise CaseError(messages.nothing_to_undo(self.path))
        return found[-1]

    def lock(self) -> AbstractContextManager[None]:
        """Hold the lock of the log, so that nobody else writes.  Raises CaseError."""
        return locked(self.path / folder.LOCK)

    def migrate(self) -> None:
        """Give the log of an older case today's name, without a change to its lines."""
        if self.file().name != folder.LOG:
            with self.lock():
                folder.migrate_log(self.path)

    def extend(
        self, made: Sequence[Decision], head: str | None = None, *, together: bool = False
    ) -> list[Decision]:
        """The decisions with their ids, appended by a caller who holds the lock."""
        if head is None:
            self.read()
        return log.extend(folder.migrate_log(self.path), made, head, together=together)

    def append(self, made: Sequence[Decision], *, seen: str | None = None) -> tuple[Decision, ...]:
        """The decisions with their ids, appended: all of them, or none.

        ``seen`` is the id of the last decision that the person knew.  Raises EditConflict where
        somebody has decided about the same words since.
        """
        with self.lock():
            if seen is not None:
                since = edit_conflicts(self.decisions(), seen, made)
                if since:
                    raise EditConflict(since)
            return tuple(self.extend(made, together=True))

    def not_there_yet(self, made: Sequence[Decision]) -> list[Decision]:
        """The decisions that say something that none in force says already."""
        there = {_content(d) for d in self.active()}
        return [d for d in made if _content(d) not in there]

    def record(self, decision: Decision, *, seen: str | None = None) -> Decision:
        """One decision with its id, appended; ``seen`` as in :meth:`append`."""
        return self.append([decision], seen=seen)[0]

    def decide(
        self,
        chronology: Chronology,
        request: DecisionRequest,
        *,
        who: str,
        why: str = "",
        seen: str | None = None,
    ) -> tuple[Decision, ...]:
        """The decisions that a request makes, appended.

        The request names things by the ids of ``chronology``, which holds its documents' texts.
        Raises DecisionError, EditConflict.
        """
        originals = {d.number: d.sha256 for d in self.case.documents()}
        made = make_decisions(chronology, request, Signature(who, now(), why), originals)
        return self.append(made, seen=seen)

    def undo(self, identity: str, *, who: str, why: str = "") -> Decision:
        """The decision that undoes the one whose id begins with ``identity``.

        An undo can be undone, too.  Raises CaseError where no or more than one id begins so.
        """
        with self.lock():
            decisions = self.decisions()
            found = [d for d in decisions if d.id.startswith(identity)]
            if len(found) != 1:
                raise CaseError(messages.no_such_decision(self.path, identity, len(found)))
            if found[0].act != "undo" and found[0] not in active(decisions):
                raise CaseError(messages.undone_already(self.path, identity))
            undo = Decision("", "undo", who, now(), why, target="decision")
            return self.extend([replace(undo, undoes=found[0].id)])[0]


def _content(decision: Decision) -> Decision:
    """A decision without who made it, and when."""
    return replace(decision, id="", who="", at="")


def now() -> str:
    """This moment in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
