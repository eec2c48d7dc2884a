"""Train the trigger model: ``python training/triggers.py --passages DIR --work DIR``.

Passages → candidates with their features → cross-validation over documents → the threshold →
the weights that ship, trained on all.  A few minutes on one core; the same data give the same
bytes.  ``--work`` keeps the weights of each fold, for out-of-fold figures of what comes after.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import json
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, TypedDict

import lightgbm
import numpy as np
from numpy import ndarray

from seriatim import readers
from seriatim.analysis import analyse, weights
from seriatim.events import detection, trigger_features, trigger_model
from seriatim.model import Span
from seriatim.pipeline import claims
from seriatim.temporal import timexes

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from training.boosting import SHARED, exported, flattened, split

HERE = Path(__file__).resolve().parent
WORK = HERE / "work" / "triggers"
PRECISION = 94.0  # percent, at least, out of fold: what the rules alone reach
FOLDS = 10
ROUNDS = 250
OPTIONAL = 0.3  # the label of an optional mark: between an event and none
OTHER_WORDS = 0.5  # the label of further words for an event: one line is enough
PARAMETERS = SHARED | {
    "objective": "cross_entropy",
    "learning_rate": 0.05,
    "num_leaves": 12,
    "max_depth": 6,
    "min_data_in_leaf": 30,
    "feature_fraction": 0.3,
}
THRESHOLDS = tuple(round(0.02 * n, 2) for n in range(8, 40))


class Mark(TypedDict, total=False):
    """An event as a reader marked it."""

    id: str
    span: tuple[int, int]
    also: list[tuple[int, int]]
    optional: bool


class Case(NamedTuple):
    """A passage with its candidates: their features, labels and readings."""

    name: str
    marks: list[Mark]
    read: list[claims.ReadPassage]
    spans: list[Span]
    rows: ndarray
    labels: ndarray


class Counts(NamedTuple):
    """The lines of passages, against the marks."""

    found: int = 0
    missed: int = 0
    false: int = 0
    optional: int = 0

    def plus(self, other: Counts) -> Counts:
        """The sum of two counts."""
        return Counts(*(a + b for a, b in zip(self, other, strict=True)))

    @property
    def precision(self) -> float:
        """The percentage of lines that are marked, without optional ones."""
        return 100 * self.found / max(self.found + self.false, 1)

    @property
    def recall(self) -> float:
        """The percentage of the marks that have a line."""
        return 100 * self.found / max(self.found + self.missed, 1)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        p, r = self.precision, self.recall
        return 2 * p * r / max(p + r, 1e-9)

    @property
    def open(self) -> float:
        """The lines on optional marks, for each counted event that is found."""
        return self.optional / max(self.found, 1)

    def __str__(self) -> str:
        return (
            f"P {self.precision:.1f}  R {self.recall:.1f}  F1 {self.f1:.1f}"
            f"  optional per counted {self.open:.2f}"
        )


def case_of(folder: Path) -> Case:
    """A passage as the reader sees it."""
    told = json.loads((folder / "gold.json").read_text("utf8"))
    text = (folder / "article.txt").read_text("utf8")
    name = f"{folder.parent.name}--{folder.name}"
    taken = readers.read_bytes(text.encode(), f"{name}.txt", published=told["published"])
    ((document, passages),) = taken.documents
    expressions = timexes.read(document, passages)
    read = claims.attached(document, list(analyse(document, passages)), expressions)
    spans: list[Span] = []
    rows: list[list[float]] = []
    for r in read:
        style = claims.style(r)
        proposed = detection.by_rules(r.analysis, r.attached, style)
        features = trigger_features.Features(r.analysis.doc, r.attached, style, proposed)
        for token in detection.candidates(r.analysis, r.attached, proposed):
            spans.append(r.analysis.span(token))
            rows.append(features.row(token))
    marks: list[Mark] = told["events"]
    labels = np.array([_label(span, marks) for span in spans])
    return Case(name, marks, read, spans, np.array(rows, np.float32), labels)


def _label(span: Span, marks: Sequence[Mark]) -> float:
    """The label of a word between 0 and 1: how well it serves as the trigger of a marked event."""
    found = 0.0
    for mark in marks:
        if mark.get("optional"):
            own = other = OPTIONAL
        else:
            own, other = 1.0, OTHER_WORDS
        found = max(found, own if _overlap(span, mark["span"]) else 0)
        found = max(found, other if any(_overlap(span, s) for s in mark.get("also", [])) else 0)
    return found


def _overlap(one: Sequence[int], other: Sequence[int]) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return max(0.0, shared / (max(one[1], other[1]) - min(one[0], other[0])))


def trained(cases: Sequence[Case]) -> lightgbm.Booster:
    """The trees, trained on all candidates of the cases."""
    rows = np.concatenate([c.rows for c in cases])
    labels = np.concatenate([c.labels for c in cases])
    return lightgbm.train(PARAMETERS, lightgbm.Dataset(rows, labels), ROUNDS)


def lines_of(case: Case) -> list[Span]:
    """The triggers listed with the weights in use."""
    return [r.analysis.span(m.word) for r in case.read for m in claims.mentions(r) if m.listed]


def counted(case: Case, lines: Sequence[Span]) -> Counts:
    """The lines against the marks: paired one to one by overlap, the closest first."""
    pairs = sorted(
        (-best, bool(mark.get("optional")), n, k)
        for n, mark in enumerate(case.marks)
        for k, line in enumerate(lines)
        if (best := max(_overlap(line, s) for s in [mark["span"], *mark.get("also", [])])) > 0
    )
    line_of: dict[int, int] = {}
    used: set[int] = set()
    for _, _, n, k in pairs:
        if n not in line_of and k not in used:
            line_of[n] = k
            used.add(k)
    must = {n for n, mark in enumerate(case.marks) if not mark.get("optional")}
    found = len(must & set(line_of))
    other = [k for k in range(len(lines)) if k not in used]
    false = sum(not _is_open(case.marks, lines, line_of, k) for k in other)
    return Counts(found, len(must) - found, false, len(lines) - found - false)


def _is_open(marks: Sequence[Mark], lines: Sequence[Span], line_of: dict[int, int], k: int) -> bool:
    """Whether a line without a mark of its own is on an optional one, or on further words."""
    for n, mark in enumerate(marks):
        for span in [mark["span"], *mark.get("also", [])]:
            apart = n in line_of and not _overlap(lines[line_of[n]], span)
            if _overlap(lines[k], span) and (mark.get("optional") or apart):
                return True
    return False


def at_threshold(cases: Sequence[Case], scores: Sequence[ndarray], limit: float) -> Counts:
    """What the candidates of a probability of at least ``limit`` would find."""
    total = Counts()
    for case, s in zip(cases, scores, strict=True):
        lines = [span for span, p in zip(case.spans, s, strict=True) if p >= limit]
        total = total.plus(counted(case, lines))
    return total


def threshold_for(cases: Sequence[Case], scores: Sequence[ndarray], precision: float) -> float:
    """The lowest threshold with at least this precision, in percent, or else the highest."""
    enough = (t for t in THRESHOLDS if at_threshold(cases, scores, t).precision >= precision)
    return next(enough, THRESHOLDS[-1])


def by_rules(case: Case) -> list[Span]:
    """The triggers that the rules alone list."""
    return [
        r.analysis.span(m.word)
        for r in case.read
        for m in claims.mentions(r, model=False)
        if m.listed
    ]


def main() -> None:
    """Cross-validate, set the threshold, export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--passages", type=Path, default=HERE.parent.parent / "shared/passages/train"
    )
    parser.add_argument("--work", type=Path, default=WORK)
    parser.add_argument(
        "--to", type=Path, default=HERE.parent / "src/seriatim/models" / trigger_model.FILE
    )
    parser.add_argument("--precision", type=float, default=PRECISION, help="at least, out of fold")
    options = parser.parse_args()
    train(options.passages, options.work, options.to, options.precision)


def folds_of(passages: Path, work: Path = WORK) -> Path:
    """The folder with the weights of each fold, trained where they are missing or out of date."""
    mark = work / "signature"
    if not mark.is_file() or mark.read_text() != signature(passages):
        with contextlib.redirect_stdout(sys.stderr):
            train(passages, work, None, PRECISION)
    return work


def signature(passages: Path) -> str:
    """A hash of the code and the passages that the weights are made from."""
    digest = hashlib.sha256(Path(__file__).read_bytes())
    source = HERE.parent / "src/seriatim"
    code = [
        path
        for folder in ("events", "lang", "analysis")
        for path in (source / folder).rglob("*.py")
    ]
    for path in [*sorted(code), *sorted(passages.glob("*/*/gold.json"))]:
        digest.update(path.read_bytes())
    return digest.hexdigest()


def train(passages: Path, work: Path, to: Path | None, precision: float) -> None:
    """Cross-validate, choose the threshold, and write the weights of each fold to ``work``.

    The weights trained on all passages go to the file ``to``, if there is one.  The threshold is
    the lowest with at least ``precision`` percent out of fold.
    """
    work.mkdir(parents=True, exist_ok=True)
    cases = [case_of(p.parent) for p in sorted(passages.glob("*/*/gold.json"))]
    folds = split([c.name for c in cases], FOLDS)
    models = [trained([c for c in cases if folds[c.name] != n]) for n in range(FOLDS)]
    scores = [np.asarray(models[folds[c.name]].predict(c.rows)) for c in cases]
    for limit in THRESHOLDS[::4]:
        print(f"{limit:.2f}  {at_threshold(cases, scores, limit)}")
    settings = {trigger_model.THRESHOLD: threshold_for(cases, scores, precision)}
    rules, decided = Counts(), Counts()
    for n, booster in enumerate(models):
        folder = work / f"fold-{n}"
        folder.mkdir(exist_ok=True)
        model = {trigger_model.HEAD: flattened(booster.dump_model())}
        exported(model, settings, folder / trigger_model.FILE, fold=str(n))
        weights.use(folder)
        for case in cases:
            if folds[case.name] == n:
                rules = rules.plus(counted(case, by_rules(case)))
                decided = decided.plus(counted(case, lines_of(case)))
    weights.use()
    (work / "folds.json").write_text(json.dumps(folds, indent=0, sort_keys=True), "utf8")
    print(f"rules alone              {rules}")
    print(f"out of fold, {settings[trigger_model.THRESHOLD]:.2f}        {decided}")
    (work / "signature").write_text(signature(passages))
    if to is not None:
        final = {trigger_model.HEAD: flattened(trained(cases).dump_model())}
        exported(final, settings, to, data=f"{len(cases)} passages")


if __name__ == "__main__":
    main()
