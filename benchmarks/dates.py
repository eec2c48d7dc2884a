"""Dates of events on the marked passages, out of fold: ``python benchmarks/dates.py``.

Ten folds over passages: heads are trained on nine tenths from cached features and judged on the
rest; with ``--genres`` each genre is left out as well.  Prints when, sharp, false and narrower by
genre and pooled, in percent of the counted events that were found; exit status 1 below the floors.
Needs LightGBM (the group ``dev``); two minutes on one core, most of them training.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from pathlib import Path

from seriatim.temporal.dating import trees

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from training import boosting, dating, dating_data, frames, triggers

ROOT = Path(__file__).resolve().parents[1]
COLUMNS = ("events", "when", "sharp", "false", "narrower", "unknown")


def main(arguments: list[str]) -> int:
    """0, or 1 where a figure lies on the wrong side of its floor."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=Path, default=ROOT.parent / "shared/passages/train")
    parser.add_argument("--work", type=Path, default=dating.WORK)
    parser.add_argument("--genres", action="store_true", help="also leave each genre out")
    options = parser.parse_args(arguments)
    options.work.mkdir(parents=True, exist_ok=True)
    cases = dating_data.load(options.passages, frames.folds(), triggers.folds_of(options.passages))
    events = dating.cached(cases, options.work)
    folds = boosting.split([case.name for case in cases], dating.FOLDS)
    price = trees.model().settings["price"]
    table = dating.figures(*dating.cross_validated(events, folds.__getitem__), price)
    print(f"ten folds over passages, price {price}\n{dating.printed(table)}")
    if options.genres:
        left = dating.cross_validated(events, lambda name: name.split("--")[0])
        print(f"a genre left out\n{dating.printed(dating.figures(*left, price))}")
    wrong = below(dict(zip(COLUMNS, table["pooled"], strict=True)))
    print("\n".join(wrong), file=sys.stderr)
    return 1 if wrong else 0


def below(figures: dict[str, float]) -> list[str]:
    """What lies on the wrong side of its floor, a line each."""
    floors = tomllib.loads((Path(__file__).parent / "floors.toml").read_text("utf8"))["dates"]
    low = [f"{k}: {figures[k]:.1f} < {v}" for k, v in floors["at_least"].items() if figures[k] < v]
    high = [f"{k}: {figures[k]:.1f} > {v}" for k, v in floors["at_most"].items() if figures[k] > v]
    return [*low, *high]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
