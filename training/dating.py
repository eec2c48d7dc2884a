"""Train the dating model: ``python training/dating.py --passages DIR --work DIR``.

Passages → views → features → cross-validation over documents (ten folds, and a genre left out) →
out-of-fold predictions with the hash of data and code → the price of a false date → the weights
that ship, trained on all.  Some minutes on one core; the same data give the same bytes.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import sys
import time
from collections import defaultdict
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

import lightgbm
import numpy as np
from numpy import ndarray

from seriatim.analysis import boosted_trees
from seriatim.temporal.dating import candidates, decide, features, trees

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from training import frames, triggers
from training.boosting import SHARED, Model, exported, flattened, split
from training.dating_data import Case, Gold, Judged, judged, load

HERE = Path(__file__).resolve().parent

WORK = HERE / "work" / "dating"
FOLDS = 10
PARAMETERS = SHARED | {
    "objective": "binary",
    "learning_rate": 0.1,
    "num_leaves": 8,
    "max_depth": 5,
    "min_data_in_leaf": 40,
    "feature_fraction": 0.3,
}
ROUNDS = 150
FALSE, FALSE_WHEN_STRICT = 6.0, 2.0  # per cent of the events found that may be dated falsely
SHARPER = 0.25  # how much more of the softmax the sharpest right value is to have


class Event(NamedTuple):
    """An event with its candidates, their features, and how the gold judges each value."""

    case: str
    number: int
    extra: bool  # told by the gold alone: trains, and is not counted
    counted: bool
    place: tuple[int, int]
    order: tuple[int, int]
    candidates: Sequence[candidates.Candidate]
    bounds: Sequence[tuple[int, int]]
    rows: ndarray
    judged: Judged | None  # columns: right, sharp, false, narrower


def events_of(case: Case) -> list[Event]:
    """The listed events of a passage, and those that only the gold tells."""
    found: list[Event] = []
    for view, wanted in ((case.view, None), (case.wider, case.extra)):
        maker = features.Features(candidates.Maker(view))
        gold = case.gold_of(view)
        found += [
            event_of(case.name, maker, at, gold.get(at), extra=wanted is not None)
            for at, event in enumerate(view.events)
            if event.listed and (wanted is None or (event.text, event.word) in wanted)
        ]
    return found


def event_of(
    name: str, maker: features.Features, at: int, own: Gold | None, *, extra: bool
) -> Event:
    """An event with its candidates, their features and, if the gold tells it, their labels."""
    view, event = maker.view, maker.view.events[at]
    found, rows = features.rows(maker, at)
    return Event(
        name,
        at,
        extra,
        own is not None and not own.get("optional"),
        (event.text, view.texts[event.text].words[event.word].sentence),
        (event.text, event.word),
        found,
        [candidates.bounds(c.value) for c in found],
        rows,
        None if own is None else judged([c.value for c in found], own),
    )


# Training


def boosted(rows: ndarray, labels: ndarray) -> list[boosted_trees.Trees]:
    """The trees of each head, a column of the labels each; rows are binned once for all."""
    data = lightgbm.Dataset(rows, labels[:, 0], free_raw_data=False)
    found = []
    for column in labels.T:
        data.set_label(column)
        found.append(flattened(lightgbm.train(PARAMETERS, data, ROUNDS).dump_model()))
    return found


def trained(events: Sequence[Event]) -> Model:
    """The heads, trained on the counted events."""
    known = [e for e in events if e.counted]
    stacked = np.concatenate([e.rows for e in known])
    labels = np.concatenate([e.judged for e in known])
    heads = dict(zip(decide.HEADS, boosted(stacked, labels[:, : len(decide.HEADS)]), strict=True))
    sizes = np.array([len(e.rows) for e in known])
    return heads | {decide.CHOICE: choice(stacked, labels, sizes)}


def choice(rows: ndarray, labels: ndarray, sizes: ndarray) -> boosted_trees.Trees:
    """The trees of the softmax over an event's candidates; ``sizes`` are the events' candidates.

    The loss is minus the logarithm of the share that right values have, the sharpest with a
    quarter more; events without a right candidate teach nothing.
    """
    worth = labels[:, 0] + SHARPER * labels[:, 1]
    starts = np.concatenate([[0], np.cumsum(sizes)[:-1]])
    event = np.repeat(np.arange(len(sizes)), sizes)
    teaches = (np.maximum.reduceat(worth, starts) > 0)[event]

    def gradient(scores: ndarray, _: lightgbm.Dataset) -> tuple[ndarray, ndarray]:
        exponential = np.exp(scores - np.maximum.reduceat(scores, starts)[event])
        share = exponential / np.add.reduceat(exponential, starts)[event]
        right = share * worth
        right /= np.maximum(np.add.reduceat(right, starts), 1e-9)[event]
        return (share - right) * teaches, np.maximum(share * (1 - share), 1e-3)

    parameters = PARAMETERS | {"objective": gradient}
    booster = lightgbm.train(parameters, lightgbm.Dataset(rows, np.zeros(len(rows))), ROUNDS)
    return flattened(booster.dump_model())


def predicted(model: Model, events: Sequence[Event]) -> list[ndarray]:
    """The probabilities of each event's candidates, a column a head."""
    if not events:
        return []
    stacked = np.concatenate([e.rows for e in events])
    return decide.probabilities(model, stacked, [e.bounds for e in events])


def cross_validated(
    events: Sequence[Event], of: Callable[[str], object]
) -> tuple[list[Event], list[ndarray]]:
    """Out-of-fold probabilities of the events; ``of`` gives a passage's fold."""
    found: list[Event] = []
    scores: list[ndarray] = []
    for fold in sorted({str(of(e.case)) for e in events}):
        inside = [e for e in events if str(of(e.case)) != fold]
        outside = [e for e in events if str(of(e.case)) == fold and not e.extra]
        found += outside
        scores += predicted(trained(inside), outside)
        print(f"  without {fold}: {len(outside)} events", file=sys.stderr, flush=True)
    return found, scores


# Figures


def figures(
    events: Sequence[Event], scores: Sequence[ndarray], price: float
) -> dict[str, list[float]]:
    """When, sharp, false and narrower of the counted events, by genre and pooled, in percent."""
    counts: dict[str, ndarray] = defaultdict(lambda: np.zeros(6))
    for event, s in zip(events, scores, strict=True):
        if not event.counted or event.extra or event.judged is None:
            continue
        chosen = decide.best(s, price)
        one = np.array(
            [1, *event.judged[chosen], event.bounds[chosen] == (-candidates.EVER, candidates.EVER)]
        )
        counts[event.case.split("--")[0]] += one
        counts["pooled"] += one
    order = [*sorted(k for k in counts if k != "pooled"), "pooled"]
    return {k: [counts[k][0], *(100 * counts[k][1:] / counts[k][0])] for k in order}


def printed(table: dict[str, list[float]]) -> str:
    """The figures as lines of text."""
    lines = [f"{'':14}{'events':>8}{'when':>8}{'sharp':>8}{'false':>8}{'narrow':>8}{'unknown':>8}"]
    for name, row in table.items():
        lines.append(f"{name:14}{row[0]:8.0f}" + "".join(f"{x:8.1f}" for x in row[1:]))
    return "\n".join(lines)


def price_for(events: Sequence[Event], scores: Sequence[ndarray], most: float) -> float:
    """The lowest price of a false date with which at most so many percent are false."""
    prices = [round(0.05 * n, 2) for n in range(1, 400)]
    return next((p for p in prices if figures(events, scores, p)["pooled"][3] <= most), prices[-1])


def signature(cases: Sequence[Case]) -> str:
    """The hash of the data and of the code that makes features and models of them."""
    digest = hashlib.sha256()
    for case in cases:
        digest.update(json.dumps([case.name, case.text, case.gold], sort_keys=True).encode())
    for path in sorted((HERE.parent / "src/seriatim/temporal").rglob("*.py")):
        digest.update(path.read_bytes())
    for path in (Path(__file__), HERE / "dating_data.py", HERE / "frames.py"):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def cached(cases: Sequence[Case], work: Path) -> list[Event]:
    """The events of all passages with their features, kept for the next run of the same code."""
    path = work / f"features-{signature(cases)[:16]}.pickle"
    if path.is_file():
        known: list[Event] = pickle.loads(path.read_bytes())  # noqa: S301 - written here
        return known
    events = [e for case in cases for e in events_of(case)]
    path.write_bytes(pickle.dumps(events))
    return events


def main() -> None:
    """Cross-validate, calibrate, export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--passages", type=Path, default=HERE.parent.parent / "shared/passages/train"
    )
    parser.add_argument("--work", type=Path, default=WORK)
    parser.add_argument("--to", type=Path, default=HERE.parent / "src/seriatim/models" / trees.FILE)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    started = time.process_time()
    cases = load(options.passages, frames.folds(), triggers.folds_of(options.passages))
    events = cached(cases, options.work)
    print(f"{len(events)} events, {time.process_time() - started:.0f} CPU-s", file=sys.stderr)
    folds = split([c.name for c in cases], FOLDS)
    tested, scores = cross_validated(events, folds.__getitem__)
    left = cross_validated(events, lambda name: name.split("--")[0])
    # The price has to hold on documents of a kind that training has not seen, too.
    settings = {
        name: max(price_for(tested, scores, most), price_for(*left, most))
        for name, most in (("price", FALSE), ("strict", FALSE_WHEN_STRICT))
    }
    for name, price in settings.items():
        print(f"out of fold, {name} {price}\n{printed(figures(tested, scores, price))}")
        print(f"a genre left out, {name} {price}\n{printed(figures(*left, price))}")
    made_from = signature(cases)
    told = {
        "signature": made_from,
        "settings": settings,
        "figures": figures(tested, scores, settings["price"]),
        "events": [
            [e.case, e.number, [c.value for c in e.candidates], s.round(4).tolist()]
            for e, s in zip(tested, scores, strict=True)
        ],
    }
    (options.work / "out-of-fold.json").write_text(json.dumps(told), "utf8")
    model = trained(events)
    exported(model, settings, options.to, signature=made_from)
    print(f"{options.to}: {options.to.stat().st_size // 1000} kB", file=sys.stderr)
    print(f"{time.process_time() - started:.0f} CPU-s", file=sys.stderr)


if __name__ == "__main__":
    from training import dating  # what is cached belongs to the module, whoever reads it again

    dating.main()
