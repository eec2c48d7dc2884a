"""Polarity of events on MEANTIME (docs/data.md): how well "not so" is told where the corpus marks it.

usage: python benchmarks/polarity.py [--errors]        needs ../shared/corpora

Each event of the corpus that a token of the parse covers is assessed as a predicate would be;
scored is the F1 of the negated ones.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from seriatim import readers
from seriatim.analysis import Analysis, analyse
from seriatim.factuality import certainty

CORPUS = Path(__file__).resolve().parent.parent.parent / "shared/corpora/events/meantime-dev.jsonl"


def main() -> int:
    """One line of figures, and the errors where they are asked for."""
    counts: Counter[str] = Counter()
    for line in CORPUS.open(encoding="utf8"):
        for gold, found, words in document(json.loads(line)):
            counts[f"{gold}{found}"] += 1
            if gold != found and "--errors" in sys.argv:
                print(f"gold {gold}, found {found}: {words}")
    right, wrong, missed = counts["--"], counts["+-"], counts["-+"]
    f1 = 100 * 2 * right / (2 * right + wrong + missed)
    precision, recall = 100 * right / (right + wrong), 100 * right / (right + missed)
    print(
        f"events {sum(counts.values())}, negated {right + missed}: precision {precision:.1f}, recall {recall:.1f}, F1 {f1:.1f}"
    )
    return 0


def document(line: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Gold and found polarity of each marked event of a document that a token covers, with the words around it."""
    (taken, passages), *_ = readers.read_bytes(line["text"].encode(), "meantime.txt").documents
    analyses = list(analyse(taken, passages))
    found = []
    for event in line["events"]:
        if event.get("polarity") not in ("POS", "NEG"):
            continue
        told = assessed(analyses, tuple(event["span"]))
        if told is not None:
            start, end = event["span"]
            found.append(
                (
                    "-" if event["polarity"] == "NEG" else "+",
                    told,
                    " ".join(taken.text[max(0, start - 60) : end + 40].split()),
                )
            )
    return found


def assessed(analyses: list[Analysis], span: tuple[int, int]) -> str | None:
    """The polarity that the program tells at a span; ``None`` where no passage has it."""
    for analysis in analyses:
        if analysis.passage.span[0] <= span[0] and span[1] <= analysis.passage.span[1]:
            tokens = analysis.tokens(span)
            return certainty.assess(analysis, tokens.root).polarity if tokens is not None else None
    return None


if __name__ == "__main__":
    sys.exit(main())
