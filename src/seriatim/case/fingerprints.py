"""Hashes by which a build knows what has to be made again."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from seriatim.case.documents import CaseDocument, ReadingOptions
from seriatim.model import Decision
from seriatim.store.folder import Settings

_PROGRAM = Path(__file__).parents[1]
_READING_PARTS = (
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


@cache
def reading_code() -> str:
    """A hash of the code and the models that read one document."""
    return _hash_of_files(
        sorted(
            f
            for name in _READING_PARTS
            for f in (_PROGRAM / name).rglob("*")
            if f.suffix in (".py", ".json", ".onnx")
        )
    )


@cache
def all_code() -> str:
    """A hash of the whole program's code."""
    return _hash_of_files(sorted(_PROGRAM.rglob("*.py")))


def of_reading(document: CaseDocument, settings: Settings, options: ReadingOptions) -> str:
    """A hash of all that the reading of a document depends on."""
    return combined(
        reading_code(),
        repr(options),
        str(document.number),
        document.published or "",
        document.name,
        repr(document.columns),
        repr(sorted(settings.kinds.items())),
    )


def failed(reading: str) -> str:
    """The hash under which a document is kept that could not be read."""
    return f"failed {reading}"


def of_build(
    decisions: Sequence[Decision],
    documents: Sequence[CaseDocument],
    settings: Settings,
    options: ReadingOptions,
) -> str:
    """A hash of all that a chronology depends on.  A question changes nothing that is derived."""
    decided = [d.id for d in decisions if d.act != "ask"]
    return combined(
        *decided[-1:],
        repr(settings),
        all_code(),
        *(of_reading(d, settings, options) for d in documents),
    )


def of_files(log: Path, settings: Settings) -> str:
    """A hash of the files that a build depends on, quicker to have than :func:`of_build`."""
    return combined(all_code(), repr(settings), hashlib.sha256(log.read_bytes()).hexdigest())


def combined(*parts: str) -> str:
    """A hash of some texts."""
    return hashlib.sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()


def _hash_of_files(files: Sequence[Path]) -> str:
    """A hash of files' names and bytes; of weights, of their sizes."""
    digest = hashlib.sha256()
    for file in files:
        digest.update(os.fsencode(file.name))
        digest.update(
            str(file.stat().st_size).encode() if file.suffix == ".onnx" else file.read_bytes()
        )
    return digest.hexdigest()
