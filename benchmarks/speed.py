"""How much CPU the program takes from cold, against ``floors.toml``: what a person waits for, not what a warm loop could do.

usage: python benchmarks/speed.py

``--help``; ``timeline`` on an article of about 700 words; and on texts of 1, 4 and 16 times that
length, which shows whether the cost grows with the text and not with its square.  CPU seconds of
the process and its children, the best of three where it takes under ten.  Exit status 1 where a
limit is not kept.
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
    """Three rows of figures."""
    limits = tomllib.loads((ROOT / "benchmarks/floors.toml").read_text("utf8"))["speed"]["at_most"]
    with tempfile.TemporaryDirectory() as folder:
        found = measure(Path(folder))
    for name, limit in limits.items():
        print(
            f"{name:<28} {found[name]:8.2f}  at most {limit:<5} {'' if found[name] <= limit else 'NOT KEPT'}"
        )
    return int(any(found[name] > limit for name, limit in limits.items()))


def measure(folder: Path) -> dict[str, float]:
    """The figures by name; the lengths and their seconds are printed on the way."""
    found = {"help_cpu_s": min(cpu_seconds("--help") for _ in range(3))}
    seconds = {}
    for times in (1, 4, 16):
        path = folder / f"{times}.txt"
        path.write_text(text(times), "utf8")
        args = ("timeline", str(path), "-o", str(folder / "page.html"))
        seconds[times] = min(cpu_seconds(*args) for _ in range(3 if times == 1 else 1))
        print(
            f"timeline, {len(path.read_text('utf8').split()):>6} words: {seconds[times]:6.2f} s of CPU"
        )
    found["article_cpu_s"] = seconds[1]
    # What the second stretch costs a word, by what the first one costs: 1 where the cost is linear,
    # 4 where it is square.
    found["growth"] = ((seconds[16] - seconds[4]) / 12) / ((seconds[4] - seconds[1]) / 3)
    return found


def text(times: int) -> str:
    """About 700 words, ``times`` over, each time in other years, so that no event is told twice."""
    article = "\n\n".join(
        (EXAMPLES / name / "article.txt").read_text("utf8") for name in ("reservoir", "claimant")
    )
    return "\n\n".join(_earlier(article, 5 * i) for i in range(times))


def _earlier(text: str, years: int) -> str:
    return re.sub(r"\b(19|20)(\d\d)\b", lambda year: str(int(year[0]) - years), text)


def cpu_seconds(*args: str) -> float:
    """User and system seconds of one run of the program.  Ends with its last word where it fails."""
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    run = subprocess.run([str(PROGRAM), *args], check=False, capture_output=True, text=True)
    if run.returncode:
        sys.exit(
            f"seriatim {args[0]} failed: {(run.stderr.strip().splitlines() or ['nothing said'])[-1]}"
        )
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    sys.exit(main())
