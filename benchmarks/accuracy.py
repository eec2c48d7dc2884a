"""How right the program is, against ``floors.toml``: our own texts, and the gold and corpora of ``../shared`` where they are (docs/data.md).

usage: python benchmarks/accuracy.py [--only gold|times|attribution|hedges|coref]

Prints the table of the scorers as it comes, then each figure that has a floor.  Exit status 1 where
one lies below its floor.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SHARED = Path(os.environ.get("SERIATIM_SHARED", ROOT.parent / "shared"))


def main() -> int:
    """The table, then what is below its floor."""
    subprocess.run([sys.executable, "-m", "tests.gold"], cwd=ROOT, check=True)
    if not (SHARED / "eval/figures.py").exists():
        print(f"\n{SHARED} is not there: nothing is measured on the corpora (docs/data.md)")
        return 0
    only = sys.argv[sys.argv.index("--only") + 1 :][:1] if "--only" in sys.argv else []
    table = run_scorers(only)
    floors = tomllib.loads((ROOT / "benchmarks/floors.toml").read_text("utf8"))["accuracy"]
    return report(table, floors, partly=bool(only))


def run_scorers(only: list[str]) -> list[str]:
    """The lines of the scorers' table, printed as they come."""
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


def report(
    table: list[str], floors: dict[str, dict[str, dict[str, float]]], *, partly: bool
) -> int:
    """Print every figure that has a floor or a limit; 1 where one is not kept, or was not measured though all were asked for."""
    print()
    wrong = 0
    for row, bounds in floors.items():
        for direction in ("at_least", "at_most"):
            for name, bound in bounds.get(direction, {}).items():
                found = figure(table, row, name)
                if found is None and partly:
                    continue
                kept = found is not None and (
                    found >= bound if direction == "at_least" else found <= bound
                )
                wrong += not kept
                said = f"{direction.replace('_', ' ')} {bound}"
                print(
                    f"{row:<24} {name:<28} {'–' if found is None else found:>7} {said:<14} {'' if kept else 'NOT KEPT'}"
                )
    return int(wrong > 0)


def figure(table: list[str], row: str, name: str) -> float | None:
    """A figure of a row: by the column's head in the gold's table, else the first number behind its name; or behind a name and its column."""
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
