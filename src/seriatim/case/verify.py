"""Verification: log, originals, quotes, and that a rebuild gives what is in the store."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from functools import partial

from seriatim import workers
from seriatim.analysis.progress import Progress, silent
from seriatim.case import documents
from seriatim.case.build import last_options
from seriatim.case.documents import CaseDocument, ReadingOptions
from seriatim.case.module import CaseModule
from seriatim.messages import case as messages
from seriatim.model import Chronology, Problem, Reading
from seriatim.store import folder
from seriatim.store.files import CaseError


class Verifier(CaseModule):
    """The verification of a case."""

    def verify(self, *, progress: Progress = silent) -> list[Problem]:
        """Everything that is wrong with the case; nothing where it is whole.

        Checks the chain of the log, every original against its hash, every quote against its
        document, and the derived store against a new build.
        """
        try:
            inside = self.case.documents()
        except CaseError as error:
            return [self._as_problem(error)]
        problems = [*self._log(), *(p for d in inside if (p := self._original(d)))]
        if not problems and self.case.has_store():
            problems += self._derived(inside, progress)
        return problems

    def _as_problem(self, error: CaseError) -> Problem:
        """What makes the log unreadable, as a problem of its file."""
        message, where = str(error), str(self.path)
        for name in (folder.LOG, folder.OLD_LOG):
            if message.startswith(str(self.path / name)):
                where = str(self.path / name)
        return Problem(where, message.removeprefix(where).lstrip(",: "))

    def _log(self) -> Iterator[Problem]:
        """What is wrong with the end of the log."""
        found, path = self.case.log.read(), str(self.case.log.file())
        if found.torn:
            yield Problem(path, messages.line_incomplete(len(found.decisions) + 1))

    def _original(self, document: CaseDocument) -> Problem | None:
        """What is wrong with an original."""
        path = folder.original(self.path, document.sha256)
        try:
            data = path.read_bytes()
        except OSError as error:
            return Problem(str(path), messages.original_unreadable(document.name, error.strerror))
        if hashlib.sha256(data).hexdigest() != document.sha256:
            return Problem(str(path), messages.original_changed(document.name))
        return None

    def _derived(self, inside: list[CaseDocument], progress: Progress) -> Iterator[Problem]:
        """What is wrong with the derived store."""
        store = self.case.store()
        if not self.case.builder.is_built_from(store):
            yield Problem(str(store.path), messages.OUT_OF_DATE)
            return
        kept = self.case.chronology()
        yield from _quotes(kept)
        readings = self._read_again(inside, progress, last_options(store))
        if readings != kept.readings:
            yield Problem(str(store.path), messages.READINGS_DIFFER)
        elif self.case.builder.assemble(readings, self.case.decisions()) != kept:
            yield Problem(str(store.path), messages.CHRONOLOGY_DIFFERS)

    def _read_again(
        self, inside: list[CaseDocument], progress: Progress, options: ReadingOptions
    ) -> tuple[Reading, ...]:
        """What is read in all documents now."""
        work = partial(documents.read, self.path, options=options)
        processes = min(workers.available(), max(1, len(inside) // 4))
        again: dict[str, tuple[Reading, ...]] = {}
        for n, (document, found) in enumerate(workers.run(work, inside, processes=processes), 1):
            again[document.sha256] = found
            progress(messages.CHECKED, n, len(inside))
        return tuple(r for d in inside for r in again[d.sha256])


def _quotes(chronology: Chronology) -> Iterator[Problem]:
    """Every quote that is not its document's text."""
    for reading in chronology.readings:
        text = reading.document.text
        for claim in reading.claims:
            if text[slice(*claim.span)] != claim.quote:
                yield Problem(reading.document.path, messages.quote_differs(claim.id))
