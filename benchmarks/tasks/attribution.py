"""Attribution: who said what.

In: a line ``{"id","text"}`` a document.  Out: a line
``{"id","attributions":[{"source":[[s,e]],"cue":[[s,e]],"content":[[s,e]]}]}``. With the span model,
what it marks: the corpus has one layer, and the layers that the rules add would count as wrong.
With
``SERIATIM_MODEL=0`` in the environment, by rules alone.
"""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

from seriatim.analysis import analyse
from seriatim.attribution import extraction
from seriatim.model import Document, Passage


def run(source: Path, target: Path) -> int:
    """Read every document of ``source``; returns how many there were."""
    documents = [json.loads(line) for line in source.read_text("utf8").splitlines() if line.strip()]
    model = os.environ.get("SERIATIM_MODEL", "1") != "0"
    with target.open("w", encoding="utf8") as out:
        for asked in documents:
            out.write(json.dumps(answer(asked, model=model), ensure_ascii=False) + "\n")
    return len(documents)


def answer(asked: dict[str, Any], *, model: bool) -> dict[str, Any]:
    """The attributions of one document, whose paragraphs are its lines."""
    document = Document("d1", asked["id"], "", asked["text"], "0" * 64)
    passages = [
        Passage("d1", i, "paragraph", (m.span(),))
        for i, m in enumerate(re.finditer(r"[^\n]+", document.text))
    ]
    found = extraction.read(document, list(analyse(document, passages)), model=model)
    by = "model" if any(a.by == "model" for a in found) else "rules"
    return {
        "id": asked["id"],
        "attributions": [
            {"source": a.source, "cue": a.cue, "content": a.content} for a in found if a.by == by
        ],
    }
