"""Verification: log, files, originals, quotes, and that a rebuild gives what is in the store."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

from seriatim import workers
from seriatim.analysis.progress import Progress, silent
from seriatim.case import documents, fingerprints
from seriatim.case.build import last_options
from seriatim.case.documents import CaseDocument, ReadingOptions
from seriatim.case.module import CaseModule
from seriatim.messages import case as messages
from seriatim.model import Chronology, Problem, Reading
from seriatim.store import folder
from seriatim.store.derived import Store
from seriatim.store.files import CaseError

# What makes the blocks for browsers of a chronology, by name.
BlockMaker = Callable[[Chronology], Iterable[tuple[str, bytes]]]


class Verifier(CaseModule):
    """The verification of a case."""

    def verify(
        self,
        *,
        quick: bool = False,
        blocks: BlockMaker | None = None,
        keys: Sequence[str] = (),
        authorities: Sequence[bytes] = (),
        progress: Progress = silent,
    ) -> list[Problem]:
        """Everything that is wrong with the case; nothing where it is whole.  It changes nothing.

        Checks the chain of the log, every file of the folder, every original against its hash and
        every quote against its document.  Unless ``quick``, it reads every document again and
        compares each table of the derived store with a new build; with ``blocks``, what a browser
        is given as well.  Seals are checked, against ``keys`` and ``authorities`` where these are
        given (:meth:`Seals.verify`).
        """
        try:
            inside = self.case.documents()
        except CaseError as error:
            return [_as_problem(error, self.path)]
        problems = [*self._log(), *self._files()]
        problems += [p for d in inside if (p := self._original(d))]
        problems += self.case.seals.verify(self.case.decisions(), keys, authorities)
        if not problems and self.case.has_store():
            try:
                problems += self._derived(inside, progress, blocks, quick=quick)
            except CaseError as error:
                problems.append(_as_problem(error, self.path))
        return problems

    def _log(self) -> Iterator[Problem]:
        """What is wrong with the end of the log."""
        found, path = self.case.log.read(), str(self.case.log.file())
        if found.torn:
            yield Problem(path, messages.line_incomplete(len(found.decisions) + 1))

    def _files(self) -> Iterator[Problem]:
        """The files of the folder that are none of a case, and originals that no line names."""
        named = {d.document for d in self.case.decisions() if d.document}
        for path in sorted(self.path.iterdir()):
            if not folder.is_known(path.name):
                yield Problem(str(path), messages.UNKNOWN_FILE)
        root = self.path / folder.DOCUMENTS
        for path in sorted(root.rglob("*")):
            is_place = path == root / path.name[:2] / path.name
            if path.is_symlink():
                yield Problem(str(path), messages.IS_A_LINK)
            elif path.is_dir():
                continue
            elif not is_place or not folder.is_hash(path.name):
                yield Problem(str(path), messages.UNKNOWN_FILE)
            elif path.name not in named:
                yield Problem(str(path), messages.NO_LINE)

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

    def _derived(
        self,
        inside: list[CaseDocument],
        progress: Progress,
        blocks: BlockMaker | None,
        *,
        quick: bool,
    ) -> Iterator[Problem]:
        """What is wrong with the derived store."""
        store = Store(self.path / folder.DERIVED, write=False)
        where = str(store.path)
        try:
            if damage := store.integrity():
                yield Problem(where, messages.sqlite_complains(damage))
                return
            if not self.case.builder.is_built_from(store):
                yield Problem(where, messages.OUT_OF_DATE)
                return
            kept = self.case.results.chronology_of(store)
            yield from _quotes(kept)
            if quick:
                return
            readings = self._read_again(inside, progress, last_options(store))
            if self._in_order(inside, readings) != kept.readings:
                yield Problem(where, messages.READINGS_DIFFER)
                return
            again = self.case.builder.assemble(kept.readings, self.case.decisions())
            if again != kept:
                yield Problem(where, messages.CHRONOLOGY_DIFFERS)
                return
            yield from self._tables(store, inside, readings, again)
            if blocks and store.get("blocks") == store.get("made from"):
                yield from _blocks(store, blocks(kept))
        finally:
            store.close()

    def _tables(
        self,
        store: Store,
        inside: Iterable[CaseDocument],
        readings: dict[str, tuple[Reading, ...]],
        chronology: Chronology,
    ) -> Iterator[Problem]:
        """The tables that differ from those of a new store."""
        from seriatim.case.listing_index import ListingIndex

        options, there = last_options(store), store.fingerprints()
        with tempfile.TemporaryDirectory() as place:
            new = Store(Path(place) / folder.DERIVED)
            for document in inside:
                mark = fingerprints.of_reading(document, self.case.settings, options)
                if there.get(document.sha256) == fingerprints.failed(mark):
                    mark = fingerprints.failed(mark)
                new.keep_readings(document.sha256, mark, readings[document.sha256])
            notes = self.case.builder.notes(options)
            new.keep_chronology(
                chronology, notes, ListingIndex(chronology, fingerprints.all_code())
            )
            wanted, kept = new.table_digests(), store.table_digests()
            new.close()
        if different := [name for name, mark in wanted.items() if kept.get(name) != mark]:
            yield Problem(str(store.path), messages.tables_differ(different))

    def _in_order(
        self, inside: Iterable[CaseDocument], readings: dict[str, tuple[Reading, ...]]
    ) -> tuple[Reading, ...]:
        """The readings in the order of the chronology."""
        return tuple(r for d in inside for r in readings[d.sha256])

    def _read_again(
        self, inside: list[CaseDocument], progress: Progress, options: ReadingOptions
    ) -> dict[str, tuple[Reading, ...]]:
        """What is read in all documents now, by hash."""
        work = partial(documents.read, self.path, options=options)
        processes = min(workers.available(), max(1, len(inside) // 4))
        again: dict[str, tuple[Reading, ...]] = {}
        for n, (document, found) in enumerate(workers.run(work, inside, processes=processes), 1):
            again[document.sha256] = found.readings
            progress(messages.CHECKED, n, len(inside))
        return again


def _as_problem(error: CaseError, case: Path) -> Problem:
    """An error as a problem of the file that it names."""
    message, where = str(error), str(case)
    for name in (folder.LOG, folder.OLD_LOG, folder.DERIVED):
        if message.startswith(str(case / name)):
            where = str(case / name)
    return Problem(where, message.removeprefix(where).lstrip(",: "))


def _quotes(chronology: Chronology) -> Iterator[Problem]:
    """Every quote that is not its document's text."""
    for reading in chronology.readings:
        text = reading.document.text
        for claim in reading.claims:
            if text[slice(*claim.span)] != claim.quote:
                yield Problem(reading.document.path, messages.quote_differs(claim.id))


def _blocks(store: Store, wanted: Iterable[tuple[str, bytes]]) -> Iterator[Problem]:
    """A problem where the blocks for browsers are not those that the chronology gives."""
    if dict(wanted) != store.all_blocks():
        yield Problem(str(store.path), messages.tables_differ(["blocks"]))
