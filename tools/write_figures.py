"""Measure everything and write the figures into the README, between its marks: ``python tools/write_figures.py``.

Our own texts, the gold and corpora of ``../shared`` (docs/data.md), and the CPU that a person waits
for.  Half an hour on two idle cores.
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
from benchmarks import accuracy, speed  # noqa: E402 - found from this file's place

CASES = {
    "events_f1": "events found: F1",
    "when": "date right, of the events found",
    "narrower": "date says more than the words (0 is the only good figure)",
    "actors_f1": "who took part: F1",
    "sources_f1": "who says so: F1",
    "invented": "given a source where the author speaks alone",
    "hedges_f1": "hedges: F1",
    "polarity": "told as so, or not so, rightly",
    "links_f1": "stated relations in time: F1",
    "findings": "slips and run-together names found",
    "quotes": "quotes that are the document's text",
}
CORPORA = {
    "times/timebank": "time expressions, news (TimeBank): {value} value, {strict} strict, {relaxed} relaxed F1",
    "times/aquaint": "time expressions, news (AQUAINT): {value} value, {strict} strict, {relaxed} relaxed F1",
    "times/wikiwars-dev": "time expressions, histories (WikiWars, 16 of 22): {value} value, {strict} strict, {relaxed} relaxed F1",
    "times/tweets-train": "time expressions, tweets: {value} value, {strict} strict, {relaxed} relaxed F1",
    "attribution/polnear.dev": "attribution (PolNeAR dev): {source} source, {cue} cue, {content} content, {all} all three F1",
    "certainty/szeged_wiki.dev": "hedges (Szeged, Wikipedia dev): {cue F1} cue F1",
    "events/ecbplus-dev": "one event in many documents (ECB+ dev): {B3.*?F1} B³ F1, {MUC.*?F1} MUC F1",
}


def main() -> None:
    """Measure, then put the tables between the marks."""
    readme = ROOT / "README.md"
    text = readme.read_text("utf8")
    table = accuracy.run_scorers([])
    made = "\n".join([*cases(table), "", *corpora(table), "", *seconds()])
    between = re.compile(r"(?<=<!-- figures -->\n).*?(?=<!-- end of figures -->)", re.DOTALL)
    readme.write_text(between.sub(lambda _: f"{made}\n", text), "utf8")


def cases(table: list[str]) -> Iterator[str]:
    """Whole chronologies: our own texts, and the documents beside the project."""
    run = subprocess.run(
        [sys.executable, "-m", "tests.gold"], cwd=ROOT, check=True, capture_output=True, text=True
    )
    ours = run.stdout.splitlines()[-1]
    number = sum(
        line.split()[:1] not in ([], ["gold"], ["pooled"]) and "/" not in line.split()[0]
        for line in table
    )
    yield f"| | our own texts ({len(run.stdout.splitlines()) - 1}) | documents by others ({number}) |"
    yield "|---|---|---|"
    for key, said in CASES.items():
        yield f"| {said} | {_own(ours, key):.1f} | {show(accuracy.figure(table, 'pooled', key))} |"


def _own(ours: str, key: str) -> float:
    """A figure of our own texts, out of what ``tests.gold`` prints."""
    return float(re.findall(rf"{key} +([0-9.]+)", ours)[0])


def corpora(table: list[str]) -> Iterator[str]:
    """Parts alone, on the public corpora."""
    yield "| on public corpora | |"
    yield "|---|---|"
    for row, said in CORPORA.items():
        what, _, figures = said.partition(": ")
        names = re.findall("{(.*?)}", figures)
        shown = {name: show(accuracy.figure(table, row, name)) for name in names}
        yield f"| {what} | {re.sub('{(.*?)}', lambda name: shown[name[1]], figures)} |"  # noqa: B023


def seconds() -> Iterator[str]:
    """What a person waits for."""
    with tempfile.TemporaryDirectory() as folder:
        found = speed.measure(Path(folder))
    yield f"`seriatim --help` takes {found['help_cpu_s']:.2f} s of CPU, `timeline` on 700 words {found['article_cpu_s']:.1f} s from cold."
    yield f"In a text sixteen times as long a word costs {found['growth']:.2f} of what it costs in one four times as long: linear is 1."


def show(value: float | None) -> str:
    """The figure, or a dash where it was not measured."""
    return "–" if value is None else f"{value:.1f}"


if __name__ == "__main__":
    main()
