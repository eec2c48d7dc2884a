"""The attributions of each document: source, cue and content.

In: a line ``{"id","text"}`` a document.  Out: a line
``{"id","attributions":[{"source":[[s,e]],"cue":[[s,e]],"content":[[s,e]]}]}``.  With the span model
only its own attributions are written: the corpus annotates one layer, and the layers that the rules
add would count as wrong.  With ``SERIATIM_MODEL=0`` in the environment, by rules alone.
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
    """The number of documents read; writes one line for each."""
    documents = [json.loads(line) for line in source.read_text("utf8").splitlines() if line.strip()]
    model = os.environ.get("SERIATIM_MODEL", "1") != "0"
    with target.open("w", encoding="utf8") as out:
        for document in documents:
            out.write(json.dumps(answer(document, model=model), ensure_ascii=False) + "\n")
    return len(documents)


def answer(line: dict[str, Any], *, model: bool) -> dict[str, Any]:
    """The attributions of one document, whose paragraphs are its lines."""
    document = Document("d1", line["id"], "", line["text"], "0" * 64)
    passages = [
        Passage("d1", i, "paragraph", (m.span(),))
        for i, m in enumerate(re.finditer(r"[^\n]+", document.text))
    ]
    found = extraction.read(document, list(analyse(document, passages)), model=model)
    by = "model" if any(a.by == "model" for a in found) else "rules"
    return {
        "id": line["id"],
        "attributions": [
            {"source": a.source, "cue": a.cue, "content": a.content} for a in found if a.by == by
        ],
    }
