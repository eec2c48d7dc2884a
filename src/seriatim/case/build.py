"""Building: documents that are new or changed are read, and the chronology is made again."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import partial

from seriatim import workers
from seriatim.analysis.progress import Progress, silent
from seriatim.case import documents, fingerprints
from seriatim.case.documents import CaseDocument, ReadingOptions, case_documents
from seriatim.case.module import CaseModule
from seriatim.messages import case as messages
from seriatim.model import Chronology, Decision, Reading
from seriatim.store import folder, known_head
from seriatim.store.derived import DamagedStoreError, Store
from seriatim.store.files import locked
from seriatim.store.memory import paused_collection


@dataclass(frozen=True, slots=True)
class Built:
    """What a build gave; ``known`` documents were not read again.

    ``failed`` are documents that were read now or before and had to be set apart.
    """

    read: int
    known: int
    chronology: Chronology
    failed: int = 0


class Builder(CaseModule):
    """The builds of a case."""

    _read_as: ReadingOptions | None = None  # how a store was read that had to be discarded

    def is_current(self) -> bool:
        """Whether the last build still matches the documents, the settings and the decisions."""
        if not self.case.has_store():
            return False
        store = self.case.store()
        return store.get("seen") == self._files() or self.is_built_from(store)

    def options(self) -> ReadingOptions:
        """How the last build read; the defaults where there was none."""
        return last_options(self.case.store()) if self.case.has_store() else ReadingOptions()

    def notes(self, options: ReadingOptions) -> dict[str, str]:
        """What the store of a build from the case as it is now notes of itself."""
        log, settings = self.case.log.read(), self.case.settings
        inside = case_documents(log.decisions, settings.dates)
        made_from = fingerprints.of_build(log.decisions, inside, settings, options)
        return {"made from": made_from, **_notes(log.head, options)}

    def is_built_from(self, store: Store) -> bool:
        """Whether a build from the case as it is now would have the fingerprint of the last one."""
        decisions = self.case.decisions()
        now = fingerprints.of_build(
            decisions,
            case_documents(decisions, self.case.settings.dates),
            self.case.settings,
            last_options(store),
        )
        return store.get("made from") == now

    def build(
        self,
        *,
        processes: int | None = None,
        model: bool | None = None,
        strict: bool | None = None,
        retry: bool = False,
        progress: Progress = silent,
    ) -> Built:
        """The chronology, after reading what is new or changed.

        What an interrupted build has read is kept.  ``model`` says whether the span model is used
        or rules alone, ``strict`` whether more dates stay open so that fewer are false; by default
        as in the last build, in the first with the model and not strict.  Documents that failed
        before are read again where they have changed, or with ``retry``.
        """
        self.case.log.migrate()
        with locked(self.path / folder.BUILDING):
            try:
                return self._built(
                    processes=processes, model=model, strict=strict, retry=retry, progress=progress
                )
            except DamagedStoreError:
                self._discard()
            return self._built(processes=processes, model=model, strict=strict, progress=progress)

    def rebuild(self, *, progress: Progress = silent) -> Built:
        """The chronology, after reading everything again into a new store."""
        self.case.log.migrate()
        with locked(self.path / folder.BUILDING):
            self.case.log.read()
            self._discard()
            return self._built(progress=progress)

    def _discard(self) -> None:
        """Begin a new store that knows how the last build read; the old one may be damaged."""
        path = self.path / folder.DERIVED
        options = known_head.notes_of_store(path)
        self._read_as = ReadingOptions(
            model=options.get("model") != "False", strict=options.get("strict") == "True"
        )
        for ending in ("-wal", "-shm", ""):
            path.with_name(f"{path.name}{ending}").unlink(missing_ok=True)

    def _built(
        self,
        *,
        processes: int | None = None,
        model: bool | None = None,
        strict: bool | None = None,
        retry: bool = False,
        progress: Progress,
    ) -> Built:
        """The chronology, brought up to date by a caller who holds the lock."""
        settings = self.case.settings
        # What is decided or added meanwhile belongs to the next build: people need not wait
        # for this one.
        seen, log = self._files(), self.case.log.read()
        store, inside = self.case.store(), case_documents(log.decisions, settings.dates)
        options = _options(self._read_as or last_options(store), model=model, strict=strict)
        wanted = {d.sha256: fingerprints.of_reading(d, settings, options) for d in inside}
        there = store.fingerprints()
        apart = {s for s, mark in there.items() if mark == fingerprints.failed(wanted.get(s, ""))}
        todo = [
            d
            for d in inside
            if there.get(d.sha256) != wanted[d.sha256] and (retry or d.sha256 not in apart)
        ]
        apart -= {d.sha256 for d in todo}
        apart |= self._read(store, todo, wanted, options, processes=processes, progress=progress)
        made_from = fingerprints.of_build(log.decisions, inside, settings, options)
        gone = there.keys() - wanted.keys()
        if not todo and store.get("made from") == made_from:
            store.forget(gone)
            return Built(0, len(inside), store.chronology(), len(apart))
        progress(messages.ASSEMBLING, 0, 0)
        words = {"made from": made_from, "seen": seen, **_notes(log.head, options)}
        chronology = self._assembled(store, inside, log.decisions, words, gone)
        return Built(len(todo), len(inside) - len(todo), chronology, len(apart))

    def _read(
        self,
        store: Store,
        todo: Sequence[CaseDocument],
        wanted: Mapping[str, str],
        options: ReadingOptions,
        *,
        processes: int | None,
        progress: Progress,
    ) -> set[str]:
        """The hashes of the documents that failed.

        What was read in each is kept as soon as it is done.
        """
        failed = set()
        at_once = min(processes or workers.available(), max(1, len(todo) // 4))
        within = progress if at_once == 1 else silent  # another process can't report
        work = partial(documents.read, self.path, options=options, progress=within)
        for n, (document, found) in enumerate(workers.run(work, todo, processes=at_once), 1):
            mark = wanted[document.sha256]
            if found.failed:
                failed.add(document.sha256)
                mark = fingerprints.failed(mark)
            store.keep_readings(document.sha256, mark, found.readings)
            progress(messages.READ, n, len(todo))
        return failed

    def _assembled(
        self,
        store: Store,
        inside: Sequence[CaseDocument],
        decisions: Sequence[Decision],
        words: dict[str, str],
        gone: Collection[str],
    ) -> Chronology:
        """The chronology of all readings, kept in the store."""
        from seriatim.case.listing_index import ListingIndex

        with paused_collection():
            by_hash = store.all_readings()
            readings = tuple(r for d in inside for r in by_hash[d.sha256])
            chronology = self.assemble(readings, decisions)
        store.keep_chronology(chronology, words, ListingIndex(chronology, fingerprints.all_code()))
        # After the chronology that refers to them, so that a reader at this moment finds both.
        store.forget(gone)
        return chronology

    def assemble(self, readings: Sequence[Reading], decisions: Sequence[Decision]) -> Chronology:
        """The chronology of some readings and decisions, under the settings of the case."""
        from seriatim import pipeline

        settings = self.case.settings
        return pipeline.assemble(
            readings, title=settings.title, groups=settings.groups, decisions=decisions
        )

    def keep_readings(
        self, readings: Mapping[str, Reading], options: ReadingOptions | None = None
    ) -> None:
        """Keep readings that were made elsewhere, by the hash of the document.

        The next build puts them together.
        """
        store, options = self.case.store(), options or ReadingOptions()
        for document in self.case.documents():
            if document.sha256 in readings:
                mark = fingerprints.of_reading(document, self.case.settings, options)
                store.keep_readings(document.sha256, mark, (readings[document.sha256],))

    def _files(self) -> str:
        """A hash of the files that a build depends on."""
        return fingerprints.of_files(self.case.log.file(), self.case.settings)


def last_options(store: Store) -> ReadingOptions:
    """How the last build read its documents; the defaults where there was none."""
    return ReadingOptions(model=store.get("model") != "False", strict=store.get("strict") == "True")


def _notes(head: str, options: ReadingOptions) -> dict[str, str]:
    """What a store notes of the log and of how documents were read."""
    return {"log": head, "model": str(options.model), "strict": str(options.strict)}


def _options(last: ReadingOptions, *, model: bool | None, strict: bool | None) -> ReadingOptions:
    """How a build reads, where a person said so, and else as the last one did."""
    return ReadingOptions(
        model=last.model if model is None else model,
        strict=last.strict if strict is None else strict,
    )
