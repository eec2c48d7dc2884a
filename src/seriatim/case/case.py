"""A case: documents are added, people decide, and nothing that they decided is ever lost.

``Case`` joins the folder, the log, the pipeline and the derived store; the commands and the
workbench are thin over it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from seriatim import workers
from seriatim.analysis.progress import Progress, silent
from seriatim.case import originals
from seriatim.case.originals import TAKEN, Held, all_code, code, hashed, held_by
from seriatim.decisions.apply import active
from seriatim.decisions.edit_conflicts import edit_conflicts
from seriatim.model import Act, Answer, Chronology, Decision, Document, Problem, Reading
from seriatim.store import folder, intake, log
from seriatim.store.derived import Store
from seriatim.store.files import CaseError, locked
from seriatim.store.memory import all_stays

if TYPE_CHECKING:
    from seriatim.association import Question
    from seriatim.decisions.make import DecisionRequest
    from seriatim.query.filters import Filter
    from seriatim.store.fulltext import Hit

AT_ONCE = 64  # documents put into the log with one flush of the disk


@dataclass(frozen=True, slots=True)
class Added:
    """What an ``add`` did: documents that are new, how many were known, and what could not be taken."""

    new: tuple[Held, ...]
    known: int
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class Built:
    """What a ``build`` did: how many documents it read, how many it knew, and the chronology."""

    read: int
    known: int
    chronology: Chronology


class EditConflict(Exception):  # noqa: N818 - it says what happened, and is nobody's error
    """Somebody has decided about the same words since a person looked; ``since``: what was decided."""

    def __init__(self, since: tuple[Decision, ...]) -> None:
        super().__init__(f"{since[-1].who} has decided about the same words since")
        self.since = since


class Case:
    """A case folder.  Raises CaseError where it is none, or where what it holds is damaged."""

    def __init__(self, path: Path) -> None:
        """Open a case; nothing is written."""
        self.path = path
        self.settings = folder.settings(path)

    @classmethod
    def create(cls, path: Path, title: str) -> Case:
        """Make a new case folder and open it."""
        folder.create(path, title)
        return cls(path)

    # What it holds

    def judgements(self) -> tuple[Decision, ...]:
        """The whole log, oldest first."""
        return log.read(self.path / folder.LOG).judgements

    def documents(self) -> list[Held]:
        """The documents of the case, in the order in which they were added."""
        return held_by(self.judgements(), self.settings.dates)

    def chronology(self, *, whole: bool = True) -> Chronology:
        """The chronology as last built.  ``whole``: with the documents' texts and all that was read in them."""
        store = self._store()
        if not whole:
            return store.chronology()
        with store.snapshot():
            found = store.chronology()
            readings = {
                r.document.id: r for several in store.all_readings().values() for r in several
            }
        return replace(found, readings=tuple(readings[r.document.id] for r in found.readings))

    def readings(self, held: Held) -> tuple[Reading, ...]:
        """What was read in one document (several, of an archive or a mail) when the case was last built.  Raises CaseError where it was not."""
        return self._store().readings(held.sha256)

    def tried(self) -> list[Question]:
        """Every question about coincidence that the case was ever asked, in that order: those that were undone were tried all the same."""
        from seriatim.association import Question

        return [
            Question.from_line(j.value) for j in self.judgements() if j.act == "ask" and j.value
        ]

    def answers(self, chronology: Chronology) -> tuple[Answer, ...]:
        """What comes of the questions about coincidence that the case was asked, in the order of asking, on a chronology that is whole."""
        from seriatim.association import Question, QuestionError, ask, picture, say
        from seriatim.query import filters

        asked = dict.fromkeys(
            Question.from_line(j.value)
            for j in active(self.judgements())
            if j.act == "ask" and j.value
        )
        names = {r.document.id: r.document.title or r.document.path for r in chronology.readings}
        found: list[Answer] = []
        for n, question in enumerate(asked):
            try:
                of, after = (
                    filters.select(chronology, filters.parse(words))
                    for words in (question.of, question.after)
                )
                answer = ask(question, of, after, earlier=list(asked)[:n])
            except (filters.FilterError, QuestionError):
                continue  # what it asks about is no longer in the case
            found.append(
                Answer(question.as_line(), say(answer, names), picture.svg(answer).decode())
            )
        return tuple(found)

    def listing(self, wanted: Filter) -> str:
        """The listing of the events that a filter chooses, of the chronology as last built.  Raises FilterError for what it has not."""
        from seriatim.case import catalogue

        return catalogue.listed(self._store(), wanted)

    def made_of(self) -> list[Document]:
        """The documents of the chronology as last built, without text; of an archive or a mail each that it holds."""
        return self._store().documents()

    def called(self) -> dict[str, str]:
        """What the documents of the chronology are called in listings, by their ids there."""
        from seriatim.query import listing

        return listing.names(self._store().documents())

    def search(self, words: str, limit: int = 100) -> list[Hit]:
        """Passages of the case's documents that have all of the words, best first."""
        return self._store().search(words, limit)

    def mark(self) -> tuple[int, int]:
        """The size and the time of the log: where they are the same, so is the log."""
        found = (self.path / folder.LOG).stat()
        return found.st_size, found.st_mtime_ns

    def built(self) -> str | None:
        """What names the chronology as last built: a hash of all that it was made from."""
        return self._store().get("made from") if (self.path / folder.DERIVED).exists() else None

    def keep_blocks(self, built: str, blocks: Iterable[tuple[str, bytes]]) -> None:
        """Keep what a browser is given of a build, by name, in place of what was there."""
        self._store().keep_blocks(built, blocks)

    def block(self, built: str, name: str) -> bytes | None:
        """One of the blocks of a build; ``None`` where another build's have taken their place, or it has none of that name."""
        return self._store().block(built, name)

    def blocks_of(self) -> str | None:
        """Which build the blocks are of."""
        return self._store().get("blocks") if (self.path / folder.DERIVED).exists() else None

    def problems(self) -> tuple[Problem, ...]:
        """What went wrong in the last build.  Raises CaseError where there was none."""
        return self._store().problems()

    def is_current(self) -> bool:
        """Whether the derived store tells what the documents, settings and judgements say now."""
        if not (self.path / folder.DERIVED).exists():
            return False
        store = self._store()
        return store.get("seen") == self._seen() or store.get("made from") == self._now_made_from(
            model=_with_model(store), strict=_strict(store)
        )

    # What changes it

    def add(
        self,
        paths: Iterable[Path],
        *,
        published: str | None = None,
        who: str,
        progress: Progress = lambda *_: None,
    ) -> Added:
        """Take files in, and those of folders; the same bytes are taken once."""
        new: list[Held] = []
        known, problems = 0, []
        with self._lock():
            judgements = self.judgements()
            there = {h.sha256 for h in held_by(judgements, self.settings.dates)}
            number = sum(j.act in TAKEN for j in judgements)
            waiting: list[Decision] = []
            head: str | None = None
            for found in (f for path in paths for f in intake.files(path)):
                taken = found if isinstance(found, Problem) else originals.bytes_of(found)
                if isinstance(taken, Problem):
                    problems.append(taken)
                    continue
                name, data = taken
                identity, held = self._keep(data, name, published, number, there)
                if held is None:
                    known += 1
                    continue
                number += 1
                new.append(held)
                waiting.append(
                    Decision(
                        "", "add", who, now(), target="document", document=identity, value=name
                    )
                )
                if published:
                    waiting.append(
                        Decision(
                            "",
                            "published",
                            who,
                            now(),
                            target="document",
                            document=identity,
                            value=published,
                        )
                    )
                if len(waiting) >= AT_ONCE:
                    head = self._log(waiting, head)[-1].id
                    waiting = []
                progress("added", len(new), 0)
            self._log(waiting, head)
        return Added(tuple(new), known, tuple(problems))

    def _keep(
        self, data: bytes, name: str, published: str | None, number: int, there: set[str]
    ) -> tuple[str, Held | None]:
        identity = hashlib.sha256(data).hexdigest()
        if identity in there:
            return identity, None
        folder.keep(self.path, data)
        there.add(identity)
        return identity, Held(number + 1, identity, name, published)

    def add_bytes(
        self,
        data: bytes,
        name: str,
        *,
        published: str | None = None,
        who: str,
        columns: tuple[str, ...] | None = None,
    ) -> Added:
        """Take one document in that is no file: standard input, an upload.  With ``columns``, as a chronology whose rows are claims."""
        with self._lock():
            number = sum(j.act in TAKEN for j in self.judgements())
            identity, held = self._keep(
                data, name, published, number, {h.sha256 for h in self.documents()}
            )
            if held is None:
                return Added((), 1, ())
            act: Act = "add" if columns is None else "import"
            made = [
                Decision(
                    "",
                    act,
                    who,
                    now(),
                    target="document",
                    document=identity,
                    value=name,
                    columns=columns or (),
                )
            ]
            if published:
                made.append(
                    Decision(
                        "",
                        "published",
                        who,
                        now(),
                        target="document",
                        document=identity,
                        value=published,
                    )
                )
            self._log(made)
        return Added((held,), 0, ())

    def remove(self, held: Held, *, who: str, why: str = "") -> Decision:
        """Take a document out of the chronology.  Its original stays in the folder and its judgements wait for it: undo brings both back."""
        return self.judge(
            Decision(
                "",
                "remove",
                who,
                now(),
                why,
                target="document",
                document=held.sha256,
                value=held.name,
            )
        )

    def judge(self, judgement: Decision, *, seen: str | None = None) -> Decision:
        """Append what a person decided; the judgement with its id.  ``seen``: as in :meth:`append`."""
        return self.append([judgement], seen=seen)[0]

    def append(self, made: Sequence[Decision], *, seen: str | None = None) -> tuple[Decision, ...]:
        """Append judgements; they come back with their ids.

        ``seen``: the id of the last judgement that the person knew.  Raises EditConflict where
        somebody has decided about the same words since.
        """
        with self._lock():
            if seen is not None:
                since = edit_conflicts(self.judgements(), seen, made)
                if since:
                    raise EditConflict(since)
            return tuple(self._log(made))

    def decide(
        self,
        chronology: Chronology,
        decision: DecisionRequest,
        *,
        who: str,
        why: str = "",
        seen: str | None = None,
    ) -> tuple[Decision, ...]:
        """Append what a person decided, said in the ids of a ``chronology`` with its documents' texts.  Raises DecisionError, EditConflict."""
        from seriatim.decisions.make import Signed, judgements

        originals = {h.number: h.sha256 for h in self.documents()}
        return self.append(
            judgements(chronology, decision, Signed(who, now(), why), originals), seen=seen
        )

    def ask(self, question: Question, *, who: str) -> None:
        """Keep a question about coincidence; one that stands in the log is kept once."""
        line = question.as_line()
        if not any(j.act == "ask" and j.value == line for j in active(self.judgements())):
            self.judge(Decision("", "ask", who, now(), target="case", value=line))

    def undo(self, identity: str, *, who: str, why: str = "") -> Decision:
        """Undo the judgement whose id begins with ``identity`` (an undo can be undone, too).  Raises CaseError where none or several do."""
        with self._lock():
            found = [j for j in self.judgements() if j.id.startswith(identity)]
            if len(found) != 1:
                raise CaseError(
                    f"{self.path}: {'no' if not found else 'more than one'} judgement has an id that begins with {identity!r}; see `seriatim log`"
                )
            if (
                found[0].id not in {j.id for j in active(self.judgements())}
                and found[0].act != "undo"
            ):
                raise CaseError(f"{self.path}: judgement {identity} is undone already")
            return self._log(
                [Decision("", "undo", who, now(), why, target="judgement", undoes=found[0].id)]
            )[0]

    def last_standing(self) -> Decision:
        """The last judgement that was not undone.  Raises CaseError where there is none."""
        standing = active(self.judgements())
        if not standing:
            raise CaseError(f"{self.path}: nothing was decided yet, so there is nothing to undo")
        return standing[-1]

    def build(
        self,
        *,
        processes: int | None = None,
        model: bool | None = None,
        strict: bool | None = None,
        progress: Progress = lambda *_: None,
    ) -> Built:
        """Read what is new or was read otherwise, and make the chronology again.  What an interrupted build did is kept.

        ``model``: with the span model or by rules alone; by default as the last time, and with it
        at first.  ``strict``: with more dates left open, so that fewer are false; likewise.
        """
        from seriatim import pipeline
        from seriatim.case import catalogue

        with locked(self.path / folder.BUILDING):
            # What is decided or added meanwhile belongs to the next build: people need not wait for
            # this one.
            seen, found_log = self._seen(), log.read(self.path / folder.LOG)
            judgements = found_log.judgements
            store, documents = self._store(), held_by(judgements, self.settings.dates)
            model = _with_model(store) if model is None else model
            strict = _strict(store) if strict is None else strict
            wanted = {h.sha256: self._fingerprint(h, model=model, strict=strict) for h in documents}
            there = store.fingerprints()
            todo = [h for h in documents if there.get(h.sha256) != wanted[h.sha256]]
            at_once = min(processes or workers.available(), max(1, len(todo) // 4))
            within = progress if at_once == 1 else silent  # another process can't tell
            work = partial(originals.read, self.path, model=model, strict=strict, progress=within)
            for n, (held, found) in enumerate(workers.run(work, todo, processes=at_once), 1):
                store.keep_readings(held.sha256, wanted[held.sha256], found)
                progress("read", n, len(todo))
            made_from = self._made_from(judgements, documents, model=model, strict=strict)
            gone = there.keys() - wanted.keys()
            if not todo and store.get("made from") == made_from:
                store.forget(gone)
                return Built(0, len(documents), store.chronology())
            progress("putting together", 0, 0)
            with all_stays():
                by_hash = store.all_readings()
                readings = tuple(r for h in documents for r in by_hash[h.sha256])
                chronology = pipeline.assemble(
                    readings,
                    title=self.settings.title,
                    groups=self.settings.groups,
                    judgements=judgements,
                )
            words = {
                "made from": made_from,
                "seen": seen,
                "log": found_log.head,
                "model": str(model),
                "strict": str(strict),
            }
            store.keep_chronology(chronology, words, catalogue.Catalogue(chronology, all_code()))
            store.forget(
                gone
            )  # after the chronology that told of them, so that who reads meanwhile finds what belongs together
        return Built(len(todo), len(documents) - len(todo), chronology)

    def lay_readings(
        self, readings: Mapping[str, Reading], *, model: bool = True, strict: bool = False
    ) -> None:
        """Take documents, by their hashes, as read: for readings that were made elsewhere.  The next build puts them together."""
        store = self._store()
        for held in self.documents():
            if held.sha256 in readings:
                store.keep_readings(
                    held.sha256,
                    self._fingerprint(held, model=model, strict=strict),
                    (readings[held.sha256],),
                )

    def verify(self, *, progress: Progress = lambda *_: None) -> list[Problem]:
        """Check everything: the chain of the log, every original against its hash, every quote, and that what is derived is what a rebuild gives."""
        try:
            held = self.documents()
        except CaseError as error:
            return [
                Problem(
                    str(self.path / folder.LOG),
                    str(error).removeprefix(f"{self.path / folder.LOG}, "),
                )
            ]
        problems = list(self._verify_log())
        problems += [p for h in held if (p := self._verify_original(h))]
        if not problems and (self.path / folder.DERIVED).exists():
            problems += self._verify_derived(progress)
        return problems

    def _verify_log(self) -> Iterator[Problem]:
        found, path = log.read(self.path / folder.LOG), self.path / folder.LOG
        if found.torn:
            yield Problem(
                str(path),
                f"line {len(found.judgements) + 1} is not whole: a write was interrupted, or the file was changed; the next judgement sets it aside",
            )
        elif (self.path / folder.DERIVED).exists():
            head = self._store().get("log")
            if head not in (None, log.FIRST, *(j.id for j in found.judgements)):
                yield Problem(
                    str(path),
                    "judgements that the last build knew are gone from its end; restore the log from a copy",
                )

    def _verify_original(self, held: Held) -> Problem | None:
        path = folder.original(self.path, held.sha256)
        try:
            data = path.read_bytes()
        except OSError as error:
            return Problem(
                str(path),
                f"the original of {held.name} can't be read ({error.strerror}); put it back with `seriatim add`",
            )
        if hashlib.sha256(data).hexdigest() != held.sha256:
            return Problem(
                str(path),
                f"the original of {held.name} is not what was added: its bytes have changed; restore it from a copy",
            )
        return None

    def _verify_derived(self, progress: Progress) -> Iterator[Problem]:
        from seriatim import pipeline

        store = self._store()
        model, strict = _with_model(store), _strict(store)
        if store.get("made from") != self._now_made_from(model=model, strict=strict):
            yield Problem(
                str(store.path), "the case has changed since it was built; run `seriatim build`"
            )
            return
        kept = self.chronology()
        for r in kept.readings:
            for c in r.claims:
                if r.document.text[slice(*c.span)] != c.quote:
                    yield Problem(
                        r.document.path, f"the quote of claim {c.id} is not the document's text"
                    )
        documents = self.documents()
        work = partial(originals.read, self.path, model=model, strict=strict)
        again: dict[str, tuple[Reading, ...]] = {}
        for n, (held, found) in enumerate(
            workers.run(
                work, documents, processes=min(workers.available(), max(1, len(documents) // 4))
            ),
            1,
        ):
            again[held.sha256] = found
            progress("checked", n, len(documents))
        readings = tuple(r for h in documents for r in again[h.sha256])
        if readings != kept.readings:
            yield Problem(
                str(store.path),
                "what it holds is not what reading the documents again gives; delete it and run `seriatim build`",
            )
        elif (
            pipeline.assemble(
                readings,
                title=self.settings.title,
                groups=self.settings.groups,
                judgements=self.judgements(),
            )
            != kept
        ):
            yield Problem(
                str(store.path),
                "the chronology is not what building it again gives; delete it and run `seriatim build`",
            )

    # How

    def _lock(self) -> AbstractContextManager[None]:
        return locked(self.path / folder.LOCK)

    def _log(self, judgements: Sequence[Decision], head: str | None = None) -> list[Decision]:
        return log.extend(self.path / folder.LOG, judgements, head)

    def _store(self) -> Store:
        return Store(self.path / folder.DERIVED)

    def _fingerprint(self, held: Held, *, model: bool, strict: bool) -> str:
        return hashed(
            code(),
            f"{model} {strict}" if strict else str(model),
            str(held.number),
            held.published or "",
            held.name,
            repr(held.columns),
            repr(sorted(self.settings.kinds.items())),
        )

    def _now_made_from(self, *, model: bool, strict: bool) -> str:
        judgements = self.judgements()
        return self._made_from(
            judgements, held_by(judgements, self.settings.dates), model=model, strict=strict
        )

    def _made_from(
        self,
        judgements: Sequence[Decision],
        documents: Sequence[Held],
        *,
        model: bool,
        strict: bool,
    ) -> str:
        decided = [
            j.id for j in judgements if j.act != "ask"
        ]  # a question changes nothing that is derived
        return hashed(
            *decided[-1:],
            repr(self.settings),
            all_code(),
            *(self._fingerprint(h, model=model, strict=strict) for h in documents),
        )

    def _seen(self) -> str:
        """A hash of what the case's documents, settings and judgements are read from: quicker than reading them."""
        whole = hashlib.sha256((self.path / folder.LOG).read_bytes()).hexdigest()
        return hashed(all_code(), repr(self.settings), whole)


def now() -> str:
    """This moment in UTC, to the second."""
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _with_model(store: Store) -> bool:
    """Whether a store was last built with the span model."""
    return store.get("model") != "False"


def _strict(store: Store) -> bool:
    """Whether a store was last built with more dates left open."""
    return store.get("strict") == "True"
