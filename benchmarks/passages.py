"""Accuracy on the passages of ``../shared/passages/train`` (docs/data.md), by genre and pooled.

usage: python benchmarks/passages.py [--models DIR] [--json]

``benchmarks/predict.py read`` reads all passages in one process; the functions of
``../shared/eval/score_chronology.py`` score them.  ``--models`` takes the weights of a folder, such
as those of a cross-validation fold.  ``--json`` prints the counts and figures as JSON.
"""

from __future__ import annotations

import argparse
import json
import os
import runpy
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("SERIATIM_SHARED", ROOT.parent / "shared"))
PASSAGES = SHARED / "passages" / "train"
SCORER = SHARED / "eval" / "score_chronology.py"
POOLED = "pooled"

Chronology = dict[str, Any]
Figures = dict[str, float | None]


class Scorer(NamedTuple):
    """The functions of the scorer: counts of one passage, and figures of added counts."""

    score: Callable[[Path, Chronology], dict[str, int]]
    figures: Callable[[Mapping[str, int]], Figures]


def main() -> int:
    """0; prints the figures, or that the passages are missing and were skipped."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--models", type=Path, help="a folder of weights to read with")
    parser.add_argument("--json", action="store_true", help="print counts and figures as JSON")
    options = parser.parse_args()
    if not available():
        print(f"skipped: {PASSAGES} or {SCORER} does not exist (docs/data.md)")
        return 0
    counts = score_all(read_all(cases(), options.models))
    if options.json:
        figures = {name: scorer().figures(c) for name, c in counts.items()}
        print(json.dumps({"counts": counts, "figures": figures}, indent=1))
    else:
        print(table(counts))
    return 0


def available() -> bool:
    """Whether the passages and their scorer exist."""
    return PASSAGES.is_dir() and SCORER.is_file()


def cases(folder: Path = PASSAGES) -> list[Path]:
    """The folders of all passages, ``GENRE/NAME``, in order of their paths."""
    return sorted(path.parent for path in folder.glob("*/*/gold.json"))


def read_all(passages: Iterable[Path], models: Path | None = None) -> dict[Path, Chronology]:
    """The chronology of each passage, read in one process with the given weights."""
    by_id = {f"{path.parent.name}--{path.name}": path for path in passages}
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "in.jsonl"), Path(folder, "out.jsonl")
        lines = (json.dumps({"id": id_} | _document(path)) for id_, path in by_id.items())
        source.write_text("".join(f"{line}\n" for line in lines), "utf8")
        predict = [sys.executable, str(ROOT / "benchmarks" / "predict.py"), "read"]
        chosen = ["--models", str(models)] if models else []
        subprocess.run([*predict, str(source), str(target), *chosen], check=True)
        rows = map(json.loads, target.read_text("utf8").splitlines())
        return {by_id[row["id"]]: row["chronology"] for row in rows}


def score_all(chronologies: Mapping[Path, Chronology]) -> dict[str, Counter[str]]:
    """The counts of each genre, and of all passages under ``pooled``."""
    counts: dict[str, Counter[str]] = {}
    pooled: Counter[str] = Counter()
    for path, chronology in chronologies.items():
        found = scorer().score(path, chronology)
        counts.setdefault(path.parent.name, Counter()).update(found)
        pooled.update(found)
    return counts | {POOLED: pooled}


def table(counts: Mapping[str, Mapping[str, int]]) -> str:
    """The figures as text: a row for each genre, then the pooled row."""
    rows = {name: scorer().figures(found) for name, found in counts.items()}
    head = f"{'passages':<12}" + "".join(f"{name:>11}" for name in rows[POOLED])
    lines = (
        f"{name:<12}" + "".join(f"{'–' if value is None else value:>11}" for value in row.values())
        for name, row in rows.items()
    )
    return "\n".join([head, *lines])


@cache
def scorer() -> Scorer:
    """The functions of ``../shared/eval/score_chronology.py``."""
    found = runpy.run_path(str(SCORER))  # unlike an import, it leaves no bytecode in ../shared
    return Scorer(found["score"], found["figures"])


def _document(path: Path) -> dict[str, str]:
    """The input fields of ``predict.py read`` for a passage."""
    gold = json.loads((path / "gold.json").read_text("utf8"))
    text = (path / gold["document"]).read_text("utf8")
    return {"published": gold["published"], "media_type": "text/plain", "text": text}


if __name__ == "__main__":
    sys.exit(main())
