"""The figures of the README, measured again and written between its markers.

usage: python tools/write_figures.py

Measures accuracy on our own texts and on ``../shared`` (docs/data.md), and the CPU time of runs.
Takes half an hour on two idle cores.
"""

from __future__ import annotations

import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from benchmarks import accuracy, speed  # noqa: E402 - the path is set above

CASES = {
    "events_f1": "events found: F1",
    "when": "date correct, of the events found",
    "narrower": "date narrower than the source allows (should be 0)",
    "actors_f1": "actors: F1",
    "sources_f1": "sources: F1",
    "invented": "source given though the author speaks",
    "hedges_f1": "hedges: F1",
    "polarity": "polarity correct",
    "links_f1": "stated temporal relations: F1",
    "findings": "errors in dates and names found",
    "quotes": "quotes identical to the document's text",
}
TIMES = "{value} value, {strict} strict, {relaxed} relaxed F1"
CORPORA = {
    "times/timebank": f"time expressions, news (TimeBank): {TIMES}",
    "times/aquaint": f"time expressions, news (AQUAINT): {TIMES}",
    "times/wikiwars-dev": f"time expressions, histories (WikiWars, 16 of 22): {TIMES}",
    "times/tweets-train": f"time expressions, tweets: {TIMES}",
    "attribution/polnear.dev": (
        "attribution (PolNeAR dev): {source} source, {cue} cue, {content} content, "
        "{all} all three F1"
    ),
    "certainty/szeged_wiki.dev": "hedges (Szeged, Wikipedia dev): {cue F1} cue F1",
    "events/ecbplus-dev": ("event coreference (ECB+ dev): {B3.*?F1} B³ F1, {MUC.*?F1} MUC F1"),
}


def main() -> None:
    """Measure, then write the tables between the markers."""
    readme = ROOT / "README.md"
    text = readme.read_text("utf8")
    table = accuracy.run_scorers([])
    made = "\n".join([*cases(table), "", *corpora(table), "", *seconds()])
    between = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)
    readme.write_text(between.sub(lambda _: f"{made}\n", text), "utf8")


def cases(table: list[str]) -> Iterator[str]:
    """The table for whole chronologies: our own texts and the gold documents."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.gold"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    ours = run.stdout.splitlines()[-1]
    number = sum(
        line.split()[:1] not in ([], ["gold"], ["pooled"]) and "/" not in line.split()[0]
        for line in table
    )
    own = len(run.stdout.splitlines()) - 1
    yield f"| | our own texts ({own}) | documents by others ({number}) |"
    yield "|---|---|---|"
    for key, label in CASES.items():
        yield f"| {label} | {_own(ours, key):.1f} | {show(accuracy.figure(table, 'pooled', key))} |"


def _own(ours: str, key: str) -> float:
    """A figure of our own texts, from the output of ``tests.gold``."""
    return float(re.findall(rf"{key} +([0-9.]+)", ours)[0])


def corpora(table: list[str]) -> Iterator[str]:
    """The table for single tasks on public corpora."""
    yield "| on public corpora | |"
    yield "|---|---|"
    for row, template in CORPORA.items():
        what, _, figures = template.partition(": ")
        names = re.findall("{(.*?)}", figures)
        shown = {name: show(accuracy.figure(table, row, name)) for name in names}
        yield f"| {what} | {re.sub('{(.*?)}', lambda name: shown[name[1]], figures)} |"  # noqa: B023


def seconds() -> Iterator[str]:
    """Two sentences about CPU time."""
    with tempfile.TemporaryDirectory() as folder:
        found = speed.measure(Path(folder))
    yield (
        f"From a cold start, `seriatim --help` takes {found['help_cpu_s']:.2f} s of CPU, "
        f"`timeline` on 700 words {found['article_cpu_s']:.1f} s."
    )
    yield (
        "Cost per word of a text of 11,000 words, relative to one of 2,800: "
        f"{found['growth']:.2f} (linear is 1)."
    )


def show(value: float | None) -> str:
    """The figure as text, or a dash if it was not measured."""
    return "–" if value is None else f"{value:.1f}"


if __name__ == "__main__":
    main()
