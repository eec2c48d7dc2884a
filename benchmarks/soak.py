"""Kills commands at random moments, and compares what they acknowledged with what is there.

usage: python benchmarks/soak.py [--kills N] [--seed N]

A case is worked on by commands that are killed (SIGKILL) after a random time. After each kill:
what was acknowledged is in the log, the log is whole but for an interrupted end, and the next
command works without help. At the end the case is whole, and its backup gives the same case.
Exit status 1 where something was lost.
"""

from __future__ import annotations

import argparse
import random
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from seriatim.case import Case

TEXT = "Ada Quill met Ben Moor on {day} March 1911 in Harwich. The mill burned on 2 May 1911.\n"
_DECIDED = re.compile(r"^\w+: recorded as ([0-9a-f]{10})", re.MULTILINE)


class Soak:
    """A case under work, and what was acknowledged."""

    def __init__(self, place: Path, seed: int) -> None:
        """Make a case with one document."""
        self.place, self.chance = place, random.Random(seed)
        self.case = Case.create(place / "case", "Soak").path
        self.acknowledged: set[str] = set()
        self.documents = 0
        self.counts: Counter[str] = Counter()
        self.longest: dict[str, float] = {}  # seconds that each command takes
        self.add(None)
        self.run("build", "--no-model", after=None)
        self.run("judge", "accept", "e1", after=None)
        self.run("undo", after=None)
        self.run("backup", str(place / "backup.zip"), after=None)

    def add(self, after: float | None) -> None:
        """Add a new document."""
        self.documents += 1
        path = self.place / f"{self.documents}.txt"
        path.write_text(TEXT.format(day=self.documents % 28 + 1) + f"{self.documents}\n", "utf8")
        self.run("add", str(path), after=after)

    def run(self, command: str, *words: str, after: float | None) -> None:
        """Run a command, and kill it if it still runs after some seconds."""
        begun = time.monotonic()
        process = subprocess.Popen(
            [sys.executable, "-m", "seriatim", command, str(self.case), *words],
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            _, told = process.communicate(timeout=after)
            self.longest[command] = time.monotonic() - begun
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGKILL)
            _, told = process.communicate()
            self.counts["killed"] += 1
        self.counts[command] += 1
        if process.returncode > 0:
            self.counts["refused"] += 1
            print(f"{command}: {told.strip()}", file=sys.stderr)
        self.acknowledged |= set(_DECIDED.findall(told))
        if "Traceback" in told:
            self.counts["tracebacks"] += 1
            print(told, file=sys.stderr)

    def step(self) -> None:
        """One command, killed at a random moment of its time; then a look at the log."""
        command = self.chance.choice(list(self.longest))
        after = self.chance.uniform(0.1, 1.1) * self.longest[command]
        if command == "add":
            self.add(after)
        elif command == "judge":
            act = self.chance.choice(["accept", "dispute", "comment"])
            self.run("judge", act, "e1", after=after)
        elif command == "backup":
            self.run("backup", str(self.place / "backup.zip"), after=after)
        else:
            self.run(command, after=after)
        there = {d.id[:10] for d in Case(self.case).decisions()}
        self.counts["lost"] += len(self.acknowledged - there)

    def end(self) -> None:
        """Build without a kill, verify, and compare a backup."""
        self.run("build", after=None)
        problems = Case(self.case).verify()
        for problem in problems:
            print(f"{problem.where}: {problem.message}", file=sys.stderr)
        # An original without a line in the log is no loss: nothing was acknowledged.
        self.counts["problems"] = sum("no line of the log" not in p.message for p in problems)


def main() -> int:
    """The exit status: 1 where something was lost."""
    options = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    options.add_argument("--kills", type=int, default=500)
    options.add_argument("--seed", type=int, default=1)
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as place:
        soak = Soak(Path(place), given.seed)
        while soak.counts["killed"] < given.kills:
            soak.step()
        soak.end()
    bad = sum(soak.counts[name] for name in ("lost", "tracebacks", "problems"))
    done = sum(soak.counts[name] for name in soak.longest)
    print(
        f"{done} commands, {soak.counts['killed']} killed, {len(soak.acknowledged)} decisions "
        f"acknowledged: {soak.counts['lost']} lost, {soak.counts['tracebacks']} tracebacks, "
        f"{soak.counts['problems']} problems"
    )
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
