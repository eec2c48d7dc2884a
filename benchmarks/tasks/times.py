"""``{"id","dct","text"}`` a line in, ``{"id","timex":[{"start","end","type","value","mod"?,"edtf"}]}`` a line out."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path

from seriatim.temporal.timexes import timex


def run(source: Path, target: Path) -> None:
    """Predict for every line; the time is that of reading alone, without start-up."""
    documents = [
        json.loads(line) for line in source.read_text(encoding="utf-8").splitlines() if line.strip()
    ]
    timex("on 5 March 1911", None)  # the grammar is compiled once, before the clock starts
    size, started = sum(len(d["text"].encode()) for d in documents), time.process_time()
    answers = [timex(d["text"], d.get("dct")) for d in documents]
    seconds = time.process_time() - started
    with target.open("w", encoding="utf-8") as out:
        for document, found in zip(documents, answers, strict=True):
            out.write(
                json.dumps(
                    {"id": document["id"], "timex": [_row(t) for t in found]}, ensure_ascii=False
                )
                + "\n"
            )
    rate = size / 1024 / seconds if seconds else 0.0
    print(
        f"times: {len(documents)} documents, {size / 1024:.0f} KB, {seconds:.2f} CPU-seconds, {rate:.0f} KB/CPU-s",
        file=sys.stderr,
    )


def _row(found: object) -> dict[str, object]:
    row: dict[str, object] = {
        "start": found.span[0],
        "end": found.span[1],
        "type": found.type,
        "value": found.value,
        "edtf": found.edtf,
    }  # type: ignore[attr-defined]
    if found.mod:  # type: ignore[attr-defined]
        row["mod"] = found.mod  # type: ignore[attr-defined]
    return row
