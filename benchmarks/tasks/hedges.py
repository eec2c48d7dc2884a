"""Hedges: the words that weaken, in sentences.

In: a line ``{"id","text"}`` a sentence.  Out: a line ``{"id","hedges":[[s,e],…]}``.
With ``SERIATIM_MODEL=0`` in the environment, by a list of words.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from seriatim.factuality.hedge_spans import hedges

TOGETHER = 200  # sentences that are read at once, so that batches fill


def run(source: Path, target: Path) -> int:
    """Read every sentence of ``source``; returns how many there were."""
    asked = [json.loads(line) for line in source.read_text("utf8").splitlines() if line.strip()]
    model = os.environ.get("SERIATIM_MODEL", "1") != "0"
    with target.open("w", encoding="utf8") as out:
        for first in range(0, len(asked), TOGETHER):
            part = asked[first : first + TOGETHER]
            for sentence, found in zip(
                part, hedges([s["text"] for s in part], model=model), strict=True
            ):
                out.write(
                    json.dumps({"id": sentence["id"], "hedges": found}, ensure_ascii=False) + "\n"
                )
    return len(asked)
