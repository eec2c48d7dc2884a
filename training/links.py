"""Trains the choice of the two events that a cue orders: ``python training/links.py``.

The marked passages are read, every pair of claims near a cue becomes an example, and the pair that
a careful reader linked by these words is the right one.  Prints the out-of-fold figures for links
between events that were found, and writes the weights with the threshold of the best F1
among those at which at least half of the links are right.
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import lightgbm
import numpy as np
from numpy import ndarray

from seriatim import readers
from seriatim.analysis import Analysis, analyse, boosted_trees
from seriatim.model import Claim, TimeExpression, When
from seriatim.pipeline import claims
from seriatim.temporal import edtf, timexes
from seriatim.temporal.network import ends, relations

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))
from training.boosting import SHARED, exported, flattened, split

HERE = Path(__file__).resolve().parent
FOLDS = 6
PARAMETERS = SHARED | {
    "objective": "binary",
    "learning_rate": 0.06,
    "num_leaves": 10,
    "max_depth": 6,
    "min_data_in_leaf": 25,
    "feature_fraction": 0.4,
}
ROUNDS = 160
FLIPPED = {"before": "after", "contains": "during"}
DIRECTED = ("after", "during")
Key = tuple[str, str, str]


class Question(NamedTuple):
    """A cue of a passage, its candidate pairs as gold links, and which of them are right."""

    case: str
    pairs: list[frozenset[Key]]
    rows: ndarray
    right: ndarray
    ignored: ndarray  # optional links, and those that the reader read from other words
    claims: list[tuple[str, str]]


class Case(NamedTuple):
    """A passage: what is asked of it, its links, and those that count for nothing."""

    name: str
    questions: list[Question]
    wider: list[Question]  # as if every marked event had been found: they only train
    wanted: frozenset[Key]
    either: frozenset[Key]


def main() -> None:
    """Cross-validate, calibrate, export."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--passages", type=Path, default=HERE.parent.parent / "shared/passages/train"
    )
    parser.add_argument("--to", type=Path, default=HERE.parent / "src/seriatim/models" / ends.FILE)
    options = parser.parse_args()
    cases = [load(p.parent) for p in sorted(options.passages.glob("*/*/gold.json"))]
    trained_on(cases, options.to)
    print(f"{time.process_time():.0f} CPU-s", file=sys.stderr)


def trained_on(cases: Sequence[Case], path: Path) -> None:
    """Write the weights, and print their out-of-fold figures."""
    folds = split([case.name for case in cases], FOLDS)
    judged = cross_validated(cases, folds.__getitem__)
    threshold, counts = best_threshold(cases, judged)
    print(f"out of fold, threshold {threshold}: {told(counts)}")
    rules = sum((links_of_rules(case) for case in cases), start=np.zeros(3, np.int64))
    print(f"by the rules alone: {told(rules)}")
    exported({ends.PAIR: trained(cases)}, {ends.THRESHOLD: threshold}, path)


def load(folder: Path) -> Case:
    """The case of a passage's folder."""
    gold = json.loads((folder / "gold.json").read_text("utf8"))
    text = (folder / "article.txt").read_text("utf8")
    name = f"{folder.parent.name}--{folder.name}"
    taken = readers.read_bytes(text.encode(), f"{name}.txt", published=gold["published"])
    ((document, passages),) = taken.documents
    telling = [p for p in passages if p.tells]
    expressions = timexes.read(document, telling)
    analyses = list(analyse(document, telling))
    found = claims.read(document, analyses, expressions).claims
    return case_of(name, gold, analyses, expressions, found)


def case_of(
    name: str,
    gold: Mapping[str, Any],
    analyses: Sequence[Analysis],
    expressions: Sequence[TimeExpression],
    found: Sequence[Claim],
) -> Case:
    """The questions of a passage and its links."""
    links = [(key(link["from"], link["relation"], link["to"]), link) for link in gold["links"]]
    spans: dict[Key, list[Sequence[int]]] = {}
    for linked, link in links:
        spans.setdefault(linked, []).append(link["span"])
    wanted = frozenset(linked for linked, link in links if not link.get("optional"))
    either = frozenset(linked for linked, link in links if link.get("optional"))

    def questions(told: Sequence[Claim]) -> list[Question]:
        marked = marks(gold, told)
        cues = relations.candidates(analyses, expressions, told)
        return [question(name, cue, marked, spans, wanted) for cue in cues]

    missed = list(missing(gold, analyses, found))
    return Case(name, questions(found), questions([*found, *missed]), wanted, either)


def missing(
    gold: Mapping[str, Any], analyses: Sequence[Analysis], found: Sequence[Claim]
) -> Iterator[Claim]:
    """The marked events that were not found, as claims that say no more than their words."""
    covered = set(marks(gold, found).values())
    for event in gold["events"]:
        start, end = event["span"]
        inside = (a for a in analyses if a.passage.span[0] <= start < a.passage.span[1])
        passage = next((a.passage for a in inside), None)
        if event["id"] in covered or passage is None:
            continue
        when = event["when"][0] if edtf.is_valid(event["when"][0]) else edtf.UNKNOWN
        yield Claim(
            f"missed-{event['id']}",
            passage.document,
            passage.index,
            (start, end),
            event["trigger"],
            (start, end),
            "other",
            event["trigger"],
            when=When(when),
            polarity="-" if event["polarity"] == "-" else "+",
        )


def question(
    name: str,
    cue: relations.CueInText,
    marked: Mapping[str, str],
    spans: Mapping[Key, Sequence[Sequence[int]]],
    wanted: frozenset[Key],
) -> Question:
    """What is asked of one cue."""
    pairs: list[frozenset[Key]] = []
    right, ignored = [], []
    for pair in cue.candidates.pairs:
        first, second = marked.get(pair.first.claim.id), marked.get(pair.second.claim.id)
        linked = key(first, pair.relation, second) if first and second else None
        near = linked is not None and any(
            s[0] < cue.span[1] and cue.span[0] < s[1] for s in spans.get(linked, ())
        )
        pairs.append(frozenset({linked} if linked else ()))
        right.append(near and linked in wanted)
        ignored.append(linked in spans and not right[-1])
    names = [(p.first.claim.id, p.second.claim.id) for p in cue.candidates.pairs]
    rows = np.array(cue.candidates.rows, np.float32)
    return Question(name, pairs, rows, np.array(right), np.array(ignored), names)


def marks(gold: Mapping[str, Any], found: Sequence[Claim]) -> dict[str, str]:
    """The gold event of each claim: one to one, the closest spans first."""
    pairs = sorted(
        (-share, bool(event.get("optional")), event["id"], claim.id)
        for event in gold["events"]
        for claim in found
        if (share := max(_share(claim.predicate, s) for s in spans_of(event))) > 0
    )
    events: dict[str, str] = {}
    for _, _, event, claim in pairs:
        if event not in events.values():
            events.setdefault(claim, event)
    return events


def spans_of(event: Mapping[str, Any]) -> list[Sequence[int]]:
    """The words of an event, the trigger first."""
    return [event["span"], *event.get("also", [])]


def _share(one: Sequence[int], other: Sequence[int]) -> float:
    shared = min(one[1], other[1]) - max(one[0], other[0])
    return shared / (max(one[1], other[1]) - min(one[0], other[0]))


def key(first: str, relation: str, second: str) -> Key:
    """A link, the same however it is written."""
    if relation in FLIPPED:
        return second, FLIPPED[relation], first
    return (
        (first, relation, second)
        if relation in DIRECTED or first <= second
        else (second, relation, first)
    )


def trained(cases: Sequence[Case]) -> boosted_trees.Trees:
    """The trees, trained on all questions."""
    asked = [q for case in cases for q in (*case.questions, *case.wider)]
    rows = np.concatenate([q.rows[~q.ignored] for q in asked])
    right = np.concatenate([q.right[~q.ignored] for q in asked])
    data = lightgbm.Dataset(rows, right.astype(np.int8))
    return flattened(lightgbm.train(PARAMETERS, data, ROUNDS).dump_model())


def cross_validated(cases: Sequence[Case], fold: Callable[[str], int]) -> list[list[ndarray]]:
    """The probabilities that models give passages that they have not seen, by case and cue."""
    found: dict[str, list[ndarray]] = {}
    for held in sorted({fold(case.name) for case in cases}):
        model = trained([case for case in cases if fold(case.name) != held])
        for case in cases:
            if fold(case.name) == held:
                found[case.name] = [model.probability(q.rows) for q in case.questions]
    return [found[case.name] for case in cases]


def best_threshold(
    cases: Sequence[Case], judged: Sequence[Sequence[ndarray]]
) -> tuple[float, ndarray]:
    """The threshold of the best F1 with half of the links right, and the counts.

    Counts are of links that are right, wrong and missed.
    """
    best = (0.0, 0.5, np.zeros(3, np.int64))
    for threshold in (round(0.04 + 0.02 * n, 2) for n in range(30)):
        counts = sum(
            (links(case, scores, threshold) for case, scores in zip(cases, judged, strict=True)),
            start=np.zeros(3, np.int64),
        )
        if 2 * counts[0] < counts[0] + counts[1]:
            continue
        best = max(best, (f1(counts), threshold, counts), key=lambda found: found[0])
    return best[1], best[2]


def links(case: Case, judged: Sequence[ndarray], threshold: float) -> ndarray:
    """How many links of a passage are right, wrong and missed."""
    chosen: dict[tuple[str, str], frozenset[Key]] = {}
    for asked, scores in zip(case.questions, judged, strict=True):
        top = ends.best(asked.rows, scores, threshold)
        if top is not None:
            chosen.setdefault(asked.claims[top], asked.pairs[top])
    return counted(case, chosen.values())


def links_of_rules(case: Case) -> ndarray:
    """The same of the pairs that the rules name."""
    column = ends.COLUMN_OF_RULES
    rows = [
        q.pairs[int(q.rows[:, column].argmax())] for q in case.questions if q.rows[:, column].any()
    ]
    return counted(case, rows)


def counted(case: Case, chosen: Iterable[frozenset[Key]]) -> ndarray:
    """Right, wrong and missed links of a passage; a pair without marks counts for nothing."""
    told = {linked for pair in chosen for linked in pair}
    right = len(told & case.wanted)
    return np.array([right, len(told - case.wanted - case.either), len(case.wanted) - right])


def f1(counts: ndarray) -> float:
    """F1 in percent."""
    right, wrong, missed = (int(n) for n in counts)
    return 200 * right / max(1, 2 * right + wrong + missed)


def told(counts: ndarray) -> str:
    """Counts and F1 in words."""
    right, wrong, missed = (int(n) for n in counts)
    return f"{right} right, {wrong} wrong, {missed} missed, F1 {f1(counts):.1f}"


if __name__ == "__main__":
    main()
