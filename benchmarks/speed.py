"""The CPU time of cold runs of the program against ``floors.toml``, start-up included.

usage: python benchmarks/speed.py

Measured are ``--help``, ``import seriatim`` (elapsed), and ``timeline`` on an article of about 700
words and on texts of 4 and 16 times that length, which shows whether the cost grows linearly with
the text. CPU seconds include child processes; short runs are repeated and the best of three counts.
The exit status is 1 if a limit is missed.
"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PROGRAM = Path(sys.executable).with_name("seriatim")
EXAMPLES = ROOT / "tests/examples"


def main() -> int:
    """1 if a limit is missed, else 0; prints the figures."""
    limits = tomllib.loads((ROOT / "benchmarks/floors.toml").read_text("utf8"))["speed"]["at_most"]
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder))
    for name, limit in limits.items():
        verdict = "" if found[name] <= limit else "MISSED"
        print(f"{name:<28} {found[name]:8.2f}  at most {limit:<5} {verdict}")
    return int(any(found[name] > limit for name, limit in limits.items()))


def measure(folder: Path) -> dict[str, float]:
    """The figures by name; prints each text's length and seconds."""
    found = {
        "help_cpu_s": min(cpu_seconds("--help") for _ in range(3)),
        "import_s": min(import_seconds() for _ in range(3)),
    }
    seconds = {}
    for times in (1, 4, 16):
        path = folder / f"{times}.txt"
        path.write_text(text(times), "utf8")
        args = ("timeline", str(path), "-o", str(folder / "page.html"))
        seconds[times] = min(cpu_seconds(*args) for _ in range(3 if times == 1 else 1))
        words = len(path.read_text("utf8").split())
        print(f"timeline, {words:>6} words: {seconds[times]:6.2f} s of CPU")
    found["article_cpu_s"] = seconds[1]
    # The cost of a word between 4 and 16 lengths, divided by its cost between 1 and 4: 1 if it is
    # linear, 4 if it is quadratic.
    found["growth"] = ((seconds[16] - seconds[4]) / 12) / ((seconds[4] - seconds[1]) / 3)
    return found


def import_seconds() -> float:
    """The seconds that ``import seriatim`` takes in a fresh interpreter."""
    code = "import time; t = time.perf_counter(); import seriatim; print(time.perf_counter() - t)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return float(done.stdout)


def text(times: int) -> str:
    """A text of ``times`` × 700 words, each copy set in other years so that no event repeats."""
    article = "\n\n".join(
        (EXAMPLES / name / "article.txt").read_text("utf8") for name in ("reservoir", "claimant")
    )
    return "\n\n".join(_earlier(article, 5 * i) for i in range(times))


def _earlier(text: str, years: int) -> str:
    return re.sub(r"\b(19|20)(\d\d)\b", lambda year: str(int(year[0]) - years), text)


def cpu_seconds(*args: str) -> float:
    """The user and system seconds of one run; exits with the program's last line if it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run([str(PROGRAM), *args], check=False, capture_output=True, text=True)
    if run.returncode:
        last = (run.stderr.strip().splitlines() or ["no message"])[-1]
        sys.exit(f"seriatim {args[0]} failed: {last}")
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
