"""Time expressions of texts, with TIMEX3 and EDTF values.

A line in: ``{"id","dct","text"}``.  A line out: ``{"id","timex":[{"start","end","type","value",
"mod"?,"edtf"}]}``.  ``--conventions timeml|tweets|wikiwars`` marks them as the annotators of those
corpora do (``benchmarks/conventions``); without it, as the product reads them.  The zone that
the product keeps behind a time of day is left out, as it is in all of these corpora.
"""

from __future__ import annotations

import argparse
import importlib
import json
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks import conventions
from seriatim.model import TimeExpression
from seriatim.temporal.timexes import timex

CONVENTIONS = ("timeml", "tweets", "wikiwars")


def run(source: Path, target: Path, options: Sequence[str] = ()) -> None:
    """Predict for every line; the time is that of reading alone, without start-up."""
    parser = argparse.ArgumentParser(prog="predict.py times IN OUT")
    parser.add_argument("--conventions", choices=CONVENTIONS)
    name = parser.parse_args(options).conventions
    habits = importlib.import_module(f"benchmarks.conventions.{name}") if name else None
    lines = source.read_text(encoding="utf-8").splitlines()
    documents = [json.loads(line) for line in lines if line.strip()]
    timex("on 5 March 1911", None)  # the grammar is compiled once, before the clock starts
    size, started = sum(len(d["text"].encode()) for d in documents), time.process_time()
    answers = [_read(d["text"], d.get("dct"), habits) for d in documents]
    seconds = time.process_time() - started
    with target.open("w", encoding="utf-8") as out:
        for document, found in zip(documents, answers, strict=True):
            row = {"id": document["id"], "timex": [_row(t) for t in found]}
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    rate = size / 1024 / seconds if seconds else 0.0
    print(
        f"times: {len(documents)} documents, {size / 1024:.0f} KB, {seconds:.2f} CPU-seconds, "
        f"{rate:.0f} KB/CPU-s",
        file=sys.stderr,
    )


def _read(
    text: str, dct: str | None, habits: conventions.Conventions | None
) -> list[TimeExpression]:
    return timex(text, dct) if habits is None else conventions.timex(text, dct, habits)


_ZONE = re.compile(r"(?<=:\d\d)(?:Z|[+-]\d\d:\d\d)$")


def _row(found: TimeExpression) -> dict[str, object]:
    row: dict[str, object] = {
        "start": found.span[0],
        "end": found.span[1],
        "type": found.type,
        "value": _ZONE.sub("", found.value),
        "edtf": found.edtf,
    }
    if found.mod:
        row["mod"] = found.mod
    return row
