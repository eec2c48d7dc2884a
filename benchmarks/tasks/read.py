"""Whole documents: every line is read as ``seriatim timeline --json`` reads a file, all in one process.

In: ``{"id","published","title"?,"media_type": "text/plain" or "text/html","text"}`` a line.  Out:
``{"id","chronology"}`` a line, the chronology file of that document alone; its ``path`` is the id.
``--models DIR`` takes the weights of a folder (a fold's) where it has them, and the shipped ones
where it has not.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from seriatim import pipeline, readers
from seriatim.analysis import weights
from seriatim.exports import interchange

SUFFIXES = {"text/plain": ".txt", "text/html": ".html"}


def run(source: Path, target: Path, arguments: Sequence[str] = ()) -> None:
    """Read every line of ``source``.  A document that cannot be read stops the run with a ValueError that names it."""
    if arguments:
        option, folder = arguments
        if option != "--models":
            raise ValueError(f"{option} is no option of this task: it takes --models DIR")
        weights.use(Path(folder))
    lines = [json.loads(line) for line in source.read_text("utf8").splitlines() if line.strip()]
    words, started = 0, time.process_time()
    with target.open("w", encoding="utf8") as out:
        for line in lines:
            out.write(
                json.dumps({"id": line["id"], "chronology": chronology(line)}, ensure_ascii=False)
                + "\n"
            )
            words += len(line["text"].split())
    seconds = time.process_time() - started
    print(
        f"read: {len(lines)} documents, {words} words, {seconds:.1f} CPU-seconds, {words / max(seconds, 1e-9):.0f} words/CPU-s",
        file=sys.stderr,
    )


def chronology(line: dict[str, Any]) -> dict[str, Any]:
    """The chronology file of one document, as JSON values."""
    name = f"{line['id']}{SUFFIXES[line.get('media_type', 'text/plain')]}"
    taken = readers.read_bytes(line["text"].encode(), name, published=line.get("published"))
    if not taken.documents:
        raise ValueError(f"{line['id']}: {'; '.join(p.message for p in taken.problems)}")
    given = {"path": line["id"]} | ({"title": line["title"]} if line.get("title") else {})
    named = [(replace(document, **given), passages) for document, passages in taken.documents]
    readings = [pipeline.read(document, passages) for document, passages in named]
    return interchange.to_dict(
        pipeline.assemble(readings, title=named[0][0].title, problems=taken.problems)
    )
