"""The documents of a case: what the log says of them, and what is read in one original."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from seriatim.analysis.progress import Progress, silent, under
from seriatim.decisions.apply import active
from seriatim.messages import case as messages
from seriatim.model import Decision, Document, Passage, Problem, Reading
from seriatim.store import folder

ADDING = ("add", "import")


@dataclass(frozen=True, slots=True)
class CaseDocument:
    """A document of a case: its number is never given twice, its name is that of the file added."""

    number: int
    sha256: str
    name: str
    published: str | None = None  # where a person gave the date
    columns: tuple[str, ...] | None = None  # of an imported table: "date=When"


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How documents are read: with the span model or by rules alone, and how many dates stay open.

    ``strict`` leaves more dates open, so that fewer are false.
    """

    model: bool = True
    strict: bool = False


def case_documents(decisions: Sequence[Decision], dates: Mapping[str, str]) -> list[CaseDocument]:
    """The documents in a case after some decisions, in the order in which they were added.

    ``dates`` are those that the settings give, by hash.
    """
    first: dict[str, tuple[int, str]] = {}
    for number, d in enumerate((d for d in decisions if d.act in ADDING and d.document), 1):
        first.setdefault(d.document or "", (number, d.value or ""))
    last: dict[str, Decision] = {}
    published = dict(dates)
    for d in active(decisions):
        if d.target == "document" and d.document and d.act in (*ADDING, "remove"):
            last[d.document] = d
        elif d.act == "published" and d.document and d.value:
            published[d.document] = d.value
    inside = {sha: d for sha, d in last.items() if d.act != "remove"}
    found = [
        CaseDocument(first[sha][0], sha, first[sha][1], published.get(sha), _columns(inside[sha]))
        for sha in inside
    ]
    return sorted(found, key=lambda d: d.number)


def _columns(added: Decision) -> tuple[str, ...] | None:
    """What people said of the columns of an imported table."""
    return added.columns if added.act == "import" else None


@dataclass(frozen=True, slots=True)
class DocumentRead:
    """What was read in one original, and whether it has to be set apart as it failed."""

    readings: tuple[Reading, ...]
    failed: bool = False


def read(
    case: Path,
    document: CaseDocument,
    *,
    options: ReadingOptions,
    progress: Progress = silent,
) -> DocumentRead:
    """What is read in one document; runs in a process of its own where there are many.

    A document that fails has a problem that says why, and how to try again.
    """
    from seriatim import pipeline, readers
    from seriatim.pipeline import guard

    data = folder.original(case, document.sha256).read_bytes()
    taken = readers.read_bytes(data, document.name, published=document.published, progress=progress)
    reader = (
        pipeline.read
        if document.columns is None
        else partial(pipeline.read_sheet, columns=dict(c.split("=", 1) for c in document.columns))
    )
    named = under(f"{Path(document.name).name}: ", progress)
    work = partial(reader, model=options.model, strict=options.strict, progress=named)
    found = [
        guard.guarded(d, passages, work)
        for d, passages in _numbered(taken.documents, document.number)
    ]
    readings = [f.reading for f in found] or [Reading(_empty(document), ())]
    failed = not found or any(f.failed for f in found)
    problems = (*taken.problems, *readings[0].problems)
    if failed:
        again = messages.set_apart(f"d{document.number}", case)
        problems = (*problems, Problem(document.name, again))
    return DocumentRead((replace(readings[0], problems=problems), *readings[1:]), failed)


def _empty(document: CaseDocument) -> Document:
    """A document without text, where nothing could be read."""
    return Document(
        f"d{document.number}",
        document.name,
        Path(document.name).name,
        "",
        document.sha256,
        published=document.published,
        published_basis="given" if document.published else "none",
    )


def _numbered(
    taken: Sequence[tuple[Document, tuple[Passage, ...]]], number: int
) -> Iterator[tuple[Document, tuple[Passage, ...]]]:
    """The documents of one original under its number.

    The first is ``d7``; what else an archive or a mail holds is ``d7.2``, ``d7.3`` …
    """
    for n, (document, passages) in enumerate(taken, 1):
        identity = f"d{number}" if n == 1 else f"d{number}.{n}"
        yield replace(document, id=identity), tuple(replace(p, document=identity) for p in passages)
