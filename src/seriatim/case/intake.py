"""Documents into a case and out of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from seriatim.analysis.progress import Progress, silent
from seriatim.case.decision_log import now
from seriatim.case.documents import ADDING, CaseDocument, case_documents, read
from seriatim.case.module import CaseModule
from seriatim.messages import case as messages
from seriatim.model import Act, Chronology, Decision, Problem
from seriatim.store import folder, input_files

AT_ONCE = 64  # documents put into the log with one flush of the disk


@dataclass(frozen=True, slots=True)
class Added:
    """What was added: new documents, how many were there already, and what could not be added."""

    new: tuple[CaseDocument, ...]
    known: int
    problems: tuple[Problem, ...]


class Intake(CaseModule):
    """The documents of a case."""

    def documents(self) -> list[CaseDocument]:
        """The documents of the case, in the order in which they were added."""
        return case_documents(self.case.decisions(), self.case.settings.dates)

    def add(
        self,
        paths: Iterable[Path],
        *,
        published: str | None = None,
        who: str,
        progress: Progress = silent,
    ) -> Added:
        """What was added of some files, and of the files in some folders.

        The same bytes are added once.
        """
        new: list[CaseDocument] = []
        known, problems = 0, []
        with self.case.log.lock():
            there, number = self._there()
            waiting: list[Decision] = []
            head: str | None = None
            for found in _files(paths):
                if isinstance(found, Problem):
                    problems.append(found)
                    continue
                name, data = found
                added = self._keep(data, name, published, number, there)
                if added is None:
                    known += 1
                    continue
                number += 1
                new.append(added)
                waiting += _decisions(added, "add", who)
                if len(waiting) >= AT_ONCE:
                    head = self.case.log.extend(waiting, head)[-1].id
                    waiting = []
                progress(messages.ADDED, len(new), 0)
            self.case.log.extend(waiting, head)
        return Added(tuple(new), known, tuple(problems))

    def add_bytes(
        self,
        data: bytes,
        name: str,
        *,
        published: str | None = None,
        who: str,
        columns: tuple[str, ...] | None = None,
    ) -> Added:
        """What was added of bytes that are no file: standard input, an upload.

        With ``columns`` they are a chronology in a table, whose rows are claims.
        """
        with self.case.log.lock():
            there, number = self._there()
            added = self._keep(data, name, published, number, there)
            if added is None:
                return Added((), 1, ())
            act: Act = "add" if columns is None else "import"
            self.case.log.extend(_decisions(added, act, who, columns or ()))
        return Added((added,), 0, ())

    def prepare(
        self, texts: Sequence[tuple[bytes, str, str | None]], *, who: str
    ) -> tuple[list[Decision], Chronology]:
        """The decisions that would add some texts, and the chronology with them; none is added.

        A text is its bytes, its name and its date.  The originals are kept already.
        """
        there, number = self._there()
        made: list[Decision] = []
        documents = list(self.documents())
        for data, name, published in texts:
            added = self._keep(data, name, published, number, there)
            if added is not None:
                number += 1
                documents.append(added)
                made += _decisions(added, "add", who)
        options = self.case.builder.options()
        known = self.case.store().all_readings() if self.case.has_store() else {}
        readings = [
            r
            for d in documents
            for r in known.get(d.sha256) or read(self.path, d, options=options).readings
        ]
        return made, self.case.builder.assemble(readings, self.case.decisions())

    def remove(
        self, document: CaseDocument, *, who: str, why: str = "", seen: str | None = None
    ) -> Decision:
        """The decision that takes a document out of the chronology.

        The original and the decisions about it are kept, and undo brings both back.  ``seen`` as in
        :meth:`DecisionLog.append`.
        """
        return self.case.log.record(
            Decision(
                "",
                "remove",
                who,
                now(),
                why,
                target="document",
                document=document.sha256,
                value=document.name,
            ),
            seen=seen,
        )

    def _there(self) -> tuple[set[str], int]:
        """The hashes of the documents in the case, and the highest number given so far."""
        decisions = self.case.decisions()
        documents = case_documents(decisions, self.case.settings.dates)
        return {d.sha256 for d in documents}, sum(d.act in ADDING for d in decisions)

    def _keep(
        self, data: bytes, name: str, published: str | None, number: int, there: set[str]
    ) -> CaseDocument | None:
        """The document whose original is kept now; ``None`` where it is ``there`` already."""
        identity = hashlib.sha256(data).hexdigest()
        if identity in there:
            return None
        folder.keep(self.path, data)
        there.add(identity)
        return CaseDocument(number + 1, identity, name, published)


def _files(paths: Iterable[Path]) -> Iterator[tuple[str, bytes] | Problem]:
    """Name and bytes of each file, or why it can't be had."""
    for path in paths:
        for found in input_files.files(path):
            yield found if isinstance(found, Problem) else _bytes_of(found)


def _bytes_of(path: Path) -> tuple[str, bytes] | Problem:
    """A file's name as it is kept and its bytes, or why they can't be had."""
    from seriatim.readers.documents import MAX_BYTES

    name = input_files.printable(path)
    try:
        if path.exists() and not path.is_file():
            return Problem(name, messages.NOT_A_FILE)
        if path.stat().st_size > MAX_BYTES:
            return Problem(name, messages.too_large(MAX_BYTES >> 20))
        data = path.read_bytes()
    except FileNotFoundError:
        return Problem(name, messages.NOT_THERE)
    except (OSError, ValueError) as error:
        return Problem(name, messages.cannot_open(getattr(error, "strerror", None) or error))
    return (name, data) if data.strip() else Problem(name, messages.EMPTY)


def _decisions(
    added: CaseDocument, act: Act, who: str, columns: tuple[str, ...] = ()
) -> list[Decision]:
    """The decisions that add a document and give it the date that a person knows."""
    made = [(act, added.name, columns)]
    if added.published:
        made.append(("published", added.published, ()))
    return [
        Decision(
            "",
            what,
            who,
            now(),
            target="document",
            document=added.sha256,
            value=value,
            columns=named,
        )
        for what, value, named in made
    ]
