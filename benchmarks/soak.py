"""Two hundred real kills: a case whose process dies at any moment opens, has lost nothing, and ``build`` finishes the rest.

usage: python benchmarks/soak.py [KILLS]
"""

from __future__ import annotations

import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from seriatim.case.case import Case

SECONDS = 3.0


def main() -> int:
    """A line at the end; exit status 1 where something was lost."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    chance = random.Random(1911)
    lost = 0
    with tempfile.TemporaryDirectory() as name:
        case = Case.create(Path(name, "case"), "Killed")
        for n in range(kills):
            document = Path(name, f"{n}.txt")
            document.write_text(
                f"On {n % 28 + 1} May 1911 Ada Quill met Ben Moor at {n % 12 + 1} p.m. The next day the board voted.",
                "utf8",
            )
            before = [j.id for j in case.judgements()]
            for command in (
                ["add", str(case.path), str(document)],
                ["build", "--no-model", str(case.path)],
                ["judge", str(case.path), "accept", "e1"],
            ):
                killed_after(chance.uniform(0, SECONDS), command)
            lost += [j.id for j in Case(case.path).judgements()][: len(before)] != before
        case.build(model=False)
        problems = Case(case.path).verify()
    print(
        f"{kills} rounds of three kills: {lost} with something lost, {len(problems)} problems at the end"
    )
    return int(bool(lost or problems))


def killed_after(seconds: float, command: list[str]) -> None:
    """Start a command of the program and kill it."""
    process = subprocess.Popen(
        [sys.executable, "-m", "seriatim", *command],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    time.sleep(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait()


if __name__ == "__main__":
    sys.exit(main())
