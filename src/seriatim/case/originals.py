"""The originals of a case: what the log says is held, their bytes, what is read in one, and by which program it was read."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache, partial
from pathlib import Path

from seriatim.analysis.progress import Progress, silent, under
from seriatim.decisions.apply import active
from seriatim.model import Decision, Document, Passage, Problem, Reading
from seriatim.store import folder, intake

TAKEN = ("add", "import")
_READ_BY = (
    "analysis",
    "attribution",
    "coref",
    "events",
    "factuality",
    "lang",
    "models",
    "pipeline",
    "readers",
    "temporal",
)


@dataclass(frozen=True, slots=True)
class Held:
    """A document that the case holds: its number (never given twice), hash, name when it was added, and its date where a person set it."""

    number: int
    sha256: str
    name: str
    published: str | None = None
    columns: tuple[str, ...] | None = (
        None  # of a table that is a chronology itself: what people said of its columns
    )


def held_by(judgements: Sequence[Decision], dates: dict[str, str]) -> list[Held]:
    """The documents that a log holds, in the order in which they were added; ``dates``: those that the settings give, by hash."""
    numbers: dict[str, tuple[int, str]] = {}
    for number, j in enumerate((j for j in judgements if j.act in TAKEN and j.document), 1):
        numbers.setdefault(j.document or "", (number, j.value or ""))
    standing = active(judgements)
    inside: dict[str, bool] = {}
    columns: dict[str, tuple[str, ...] | None] = {}
    published = dict(dates)
    for j in standing:
        if j.target == "document" and j.document:
            if j.act in (*TAKEN, "remove"):
                inside[j.document] = j.act != "remove"
                columns[j.document] = j.columns if j.act == "import" else None
            elif j.act == "published" and j.value:
                published[j.document] = j.value
    held = [
        Held(numbers[sha][0], sha, numbers[sha][1], published.get(sha), columns.get(sha))
        for sha, is_in in inside.items()
        if is_in
    ]
    return sorted(held, key=lambda h: h.number)


def bytes_of(path: Path) -> tuple[str, bytes] | Problem:
    """A file's name as it is kept, and its bytes; a Problem where it can't be had."""
    from seriatim.readers.documents import MAX_BYTES

    name = intake.printable(path)
    try:
        if path.exists() and not path.is_file():
            return Problem(name, "is no ordinary file")
        if path.stat().st_size > MAX_BYTES:
            return Problem(name, f"is larger than {MAX_BYTES >> 20} MB: split it into parts")
        data = path.read_bytes()
    except FileNotFoundError:
        return Problem(name, "is not there: check the name and the folder")
    except (OSError, ValueError) as error:
        return Problem(name, f"can't be opened: {getattr(error, 'strerror', None) or error}")
    return (name, data) if data.strip() else Problem(name, "is empty: there is nothing to read")


def read(
    case: Path, held: Held, *, model: bool, strict: bool = False, progress: Progress = silent
) -> tuple[Reading, ...]:
    """What is read in one document; runs in a process of its own where there are many."""
    from seriatim import pipeline, readers

    data = folder.original(case, held.sha256).read_bytes()
    taken = readers.read_bytes(data, held.name, published=held.published, progress=progress)
    reader = (
        pipeline.read
        if held.columns is None
        else partial(pipeline.read_sheet, columns=dict(c.split("=", 1) for c in held.columns))
    )
    told = under(f"{Path(held.name).name}: ", progress)
    found = [
        reader(d, passages, model=model, strict=strict, progress=told)
        for d, passages in _numbered(taken.documents, held.number)
    ]
    if not found:
        nothing = Document(
            f"d{held.number}",
            held.name,
            Path(held.name).name,
            "",
            held.sha256,
            published=held.published,
            published_basis="given" if held.published else "none",
        )
        found = [Reading(nothing, ())]
    return (replace(found[0], problems=(*taken.problems, *found[0].problems)), *found[1:])


def _numbered(
    taken: Sequence[tuple[Document, tuple[Passage, ...]]], number: int
) -> Iterator[tuple[Document, tuple[Passage, ...]]]:
    """The documents of one original under its number: ``d7``, and ``d7.2``, ``d7.3`` … for what else an archive or a mail holds."""
    for n, (document, passages) in enumerate(taken, 1):
        identity = f"d{number}" if n == 1 else f"d{number}.{n}"
        yield replace(document, id=identity), tuple(replace(p, document=identity) for p in passages)


@cache
def code() -> str:
    """A hash of the code and the model that read one document: another program reads again."""
    return _hash_of(
        sorted(
            f
            for name in _READ_BY
            for f in (Path(__file__).parents[1] / name).rglob("*")
            if f.suffix in (".py", ".json", ".onnx")
        )
    )


@cache
def all_code() -> str:
    """A hash of all the program's code."""
    return _hash_of(sorted(Path(__file__).parents[1].rglob("*.py")))


def _hash_of(files: Sequence[Path]) -> str:
    digest = hashlib.sha256()
    for file in files:
        digest.update(os.fsencode(file.name))
        digest.update(
            str(file.stat().st_size).encode() if file.suffix == ".onnx" else file.read_bytes()
        )
    return digest.hexdigest()


def hashed(*parts: str) -> str:
    """A hash of some texts."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()
