"""One case, as commands, the workbench and scripts use it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from seriatim.analysis.progress import Progress, silent
from seriatim.case.blocks import Blocks
from seriatim.case.build import Builder, Built
from seriatim.case.decision_log import DecisionLog
from seriatim.case.documents import CaseDocument
from seriatim.case.intake import Added, Intake
from seriatim.case.questions import Questions
from seriatim.case.results import Results
from seriatim.case.seal import Seals
from seriatim.case.verify import BlockMaker, Verifier
from seriatim.model import Chronology, Decision, Problem
from seriatim.store import folder
from seriatim.store.derived import Store


class Case:
    """A case folder.

    Each part of the work is an object of its own: ``log`` (decisions), ``intake`` (documents),
    ``builder``, ``results`` (of the last build), ``questions`` (about coincidence), ``blocks``
    (what a browser is given), ``verifier`` and ``seals``.  What everybody needs is a
    method of the case.
    """

    def __init__(self, path: Path) -> None:
        """Open a case; nothing is written.  Raises CaseError where there is none."""
        self.path = path
        self.settings = folder.settings(path)
        self.log = DecisionLog(self)
        self.intake = Intake(self)
        self.builder = Builder(self)
        self.results = Results(self)
        self.questions = Questions(self)
        self.blocks = Blocks(self)
        self.verifier = Verifier(self)
        self.seals = Seals(self)

    @classmethod
    def create(cls, path: Path, title: str) -> Case:
        """A new case in a new folder.  Raises CaseError where there is something already."""
        folder.create(path, title)
        return cls(path)

    def store(self) -> Store:
        """The derived store, made where it is missing."""
        return Store(self.path / folder.DERIVED)

    def has_store(self) -> bool:
        """Whether there is a derived store."""
        return (self.path / folder.DERIVED).exists()

    def add(
        self,
        paths: Iterable[Path],
        *,
        published: str | None = None,
        who: str,
        progress: Progress = silent,
    ) -> Added:
        """What was added of some files and folders (:meth:`Intake.add`)."""
        return self.intake.add(paths, published=published, who=who, progress=progress)

    def documents(self) -> list[CaseDocument]:
        """The documents of the case, in the order in which they were added."""
        return self.intake.documents()

    def decisions(self) -> tuple[Decision, ...]:
        """All decisions, those that were undone as well, oldest first."""
        return self.log.decisions()

    def undo(self, identity: str, *, who: str, why: str = "") -> Decision:
        """The decision that undoes another (:meth:`DecisionLog.undo`)."""
        return self.log.undo(identity, who=who, why=why)

    def build(
        self,
        *,
        processes: int | None = None,
        model: bool | None = None,
        strict: bool | None = None,
        retry: bool = False,
        progress: Progress = silent,
    ) -> Built:
        """The case brought up to date (:meth:`Builder.build`)."""
        return self.builder.build(
            processes=processes, model=model, strict=strict, retry=retry, progress=progress
        )

    def chronology(self, *, whole: bool = True) -> Chronology:
        """The chronology as last built (:meth:`Results.chronology`)."""
        return self.results.chronology(whole=whole)

    def verify(
        self,
        *,
        quick: bool = False,
        blocks: BlockMaker | None = None,
        keys: Sequence[str] = (),
        authorities: Sequence[bytes] = (),
        progress: Progress = silent,
    ) -> list[Problem]:
        """Everything that is wrong with the case (:meth:`Verifier.verify`)."""
        return self.verifier.verify(
            quick=quick, blocks=blocks, keys=keys, authorities=authorities, progress=progress
        )
