"""Accuracy against ``floors.toml``: our own texts, and the gold and corpora of ``../shared``.

usage: python benchmarks/accuracy.py [--only gold|times|attribution|hedges|coref|passages]

Prints the scorers' table line by line, then each figure that has a floor.  The exit status is 1 if
a figure is below its floor.  docs/data.md says what ``../shared`` holds.  Time expressions are
scored as the product reads them, and with each corpus's own conventions.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Callable
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from benchmarks import passages

ROOT = Path(__file__).resolve().parent.parent
CONVENTIONS = (
    ("timebank", "timeml"),
    ("aquaint", "timeml"),
    ("wikiwars-dev", "wikiwars"),
    ("tweets-train", "tweets"),
)
SHARED = Path(os.environ.get("SERIATIM_SHARED", ROOT.parent / "shared"))

Bounds = dict[str, dict[str, float]]  # "at_least" or "at_most" → name of a figure → value


def main() -> int:
    """The exit status: 1 if a figure is below its floor."""
    subprocess.run([sys.executable, "-m", "tests.gold"], cwd=ROOT, check=True)
    if not (SHARED / "eval/figures.py").exists():
        print(f"\nskipped the corpora: {SHARED} does not exist (docs/data.md)")
        return 0
    only = sys.argv[sys.argv.index("--only") + 1 :][:1] if "--only" in sys.argv else []
    floors = tomllib.loads((ROOT / "benchmarks/floors.toml").read_text("utf8"))
    status = 0
    if only != ["passages"]:
        table = run_scorers(only)
        if only in ([], ["times"]):
            table += [with_conventions(*pair) for pair in CONVENTIONS]
        status |= report(table, floors["accuracy"], partly=bool(only))
    if only in ([], ["passages"]):
        status |= report_passages(floors["passages"])
    return status


def with_conventions(corpus: str, conventions: str) -> str:
    """The scorers' row of a corpus that is read with its own conventions; prints it."""
    gold = SHARED / f"corpora/times/{corpus}.jsonl"
    with tempfile.TemporaryDirectory(prefix="accuracy-") as folder:
        blind, out = Path(folder) / "in.jsonl", Path(folder) / "out.jsonl"
        with blind.open("w", encoding="utf8") as stripped:
            for line in gold.read_text("utf8").splitlines():
                kept = {k: v for k, v in json.loads(line).items() if k in ("id", "dct", "text")}
                stripped.write(json.dumps(kept, ensure_ascii=False) + "\n")
        task = [sys.executable, "benchmarks/predict.py", "times", str(blind), str(out)]
        subprocess.run([*task, "--conventions", conventions], cwd=ROOT, check=True)
        scorer = [sys.executable, str(SHARED / "eval/score_times.py"), str(gold), str(out)]
        scored = subprocess.run(scorer, capture_output=True, text=True, check=True).stdout
    row = f"times/{corpus}/{conventions} {' '.join(scored.split())[:240]}"
    print(row, flush=True)
    return row


def run_scorers(only: list[str]) -> list[str]:
    """The lines of the scorers' table, each printed as soon as it is there."""
    command = [
        sys.executable,
        str(SHARED / "eval/figures.py"),
        str(ROOT),
        *(("--only", *only) if only else ()),
    ]
    lines = []
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, encoding="utf8") as scorers:
        for line in scorers.stdout or ():
            print(line, end="", flush=True)
            lines.append(line.rstrip("\n"))
    return lines


def report_passages(bounds: Bounds) -> int:
    """1 if a pooled figure of the passages misses its bound, else 0; prints the table."""
    print()
    if not passages.available():
        print(f"skipped the passages: {passages.PASSAGES} does not exist (docs/data.md)")
        return 0
    counts = passages.score_all(passages.read_all(passages.cases()))
    print(f"{passages.table(counts)}\n")
    pooled = passages.scorer().figures(counts[passages.POOLED])
    return compare("passages", bounds, pooled.get, partly=False)


def report(table: list[str], floors: dict[str, Bounds], *, partly: bool) -> int:
    """1 if a figure misses its bound or a full run lacks it, else 0; prints each figure."""
    print()
    status = 0
    for row, bounds in floors.items():
        status |= compare(row, bounds, partial(figure, table, row), partly=partly)
    return status


def compare(
    row: str, bounds: Bounds, measured: Callable[[str], float | None], *, partly: bool
) -> int:
    """1 if a figure of a row misses its bound, else 0; prints each figure beside its bound."""
    missed = 0
    for direction in ("at_least", "at_most"):
        for name, bound in bounds.get(direction, {}).items():
            found = measured(name)
            if found is None and partly:
                continue
            met = found is not None and (
                found >= bound if direction == "at_least" else found <= bound
            )
            missed += not met
            limit = f"{direction.replace('_', ' ')} {bound}"
            shown = "–" if found is None else found
            print(f"{row:<32} {name:<28} {shown:>7} {limit:<14} {'' if met else 'MISSED'}")
    return int(missed > 0)


def figure(table: list[str], row: str, name: str) -> float | None:
    """The figure with a name in a row of the table; ``None`` if it was not measured.

    The pooled row of the gold has columns; elsewhere a number follows its name, or a name and the
    name of a column ("B3 F1").
    """
    line = next((line for line in table if line.split()[:1] == [row]), "")
    head = next((line.split()[1:] for line in table if line.startswith("gold ")), [])
    if name in head and row == "pooled":
        value = dict(zip(head, line.split()[1:], strict=False)).get(name, "–")
        return None if value == "–" else float(value)
    number = r" +(\d+(?:\.\d+)?)"
    match = re.search(rf"(?<!\w){name}{number}", line)
    if match is None and " " in name:  # "B3 F1" of "B3 P 70 R 80 F1 75"
        what, column = name.rsplit(" ", 1)
        between = r" +(?:[A-Z]\d? +[\d.]+ +)*"
        match = re.search(rf"(?<!\w){what}{between}{column}{number}", line)
    return float(match[1]) if match else None


if __name__ == "__main__":
    sys.exit(main())
