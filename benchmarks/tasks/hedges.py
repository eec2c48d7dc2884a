"""The hedge cues of sentences.

In: a line ``{"id","text"}`` a sentence.  Out: a line ``{"id","hedges":[[s,e],…]}``.  With
``SERIATIM_MODEL=0`` in the environment, by a word list alone.
"""

from __future__ import annotations

import json
import os
from pathlib import Path

from seriatim.factuality.hedge_spans import hedges

AT_ONCE = 200  # sentences


def run(source: Path, target: Path) -> int:
    """The number of sentences read; writes one line for each."""
    sentences = [json.loads(line) for line in source.read_text("utf8").splitlines() if line.strip()]
    model = os.environ.get("SERIATIM_MODEL", "1") != "0"
    with target.open("w", encoding="utf8") as out:
        for first in range(0, len(sentences), AT_ONCE):
            part = sentences[first : first + AT_ONCE]
            for sentence, found in zip(
                part, hedges([s["text"] for s in part], model=model), strict=True
            ):
                out.write(
                    json.dumps({"id": sentence["id"], "hedges": found}, ensure_ascii=False) + "\n"
                )
    return len(sentences)
