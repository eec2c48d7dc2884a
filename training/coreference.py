"""Train the networks that say which mentions mean the same happening, and measure them on topics kept out.

usage: python training/coreference.py CORPUS.jsonl… --to src/seriatim/models/coreference.json
[--check]

A corpus: a line ``{"id","topic","text","events":[{"span","cluster"}]}`` a document.  With
``--check`` every topic is also predicted by networks that never saw it (five parts; the parts of
one numbered topic, 1a and 1b, stay together).  Training takes minutes on one core.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
from benchmarks.tasks.coref import topics  # noqa: E402
from seriatim.resolution import event_coreference, pair_features  # noqa: E402
from seriatim.resolution.event_coreference import Network  # noqa: E402
from seriatim.resolution.event_mentions import EventMentionFeatures  # noqa: E402

PARTS, SEEDS, HIDDEN, EPOCHS, RATE, BATCH = 5, 3, 32, 6, 3e-3, 2048
THRESHOLD = -0.4  # between the best B-cubed (0) and the best MUC (-0.6) of topics kept out
FAMILY, HEAD = 11, 0  # features: families of words in common, the same head


@dataclass
class Topic:
    """A topic with the features of its pairs and what is right."""

    corpus: str
    part: int
    mentions: tuple[EventMentionFeatures, ...]
    gold: list[str | None]
    table: np.ndarray
    same: np.ndarray


def main() -> None:
    """Read, check, train on everything, write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("--to", type=Path, required=True)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    read = [
        topic
        for path in options.corpus
        for topic in prepare(
            [json.loads(line) for line in path.read_text("utf8").splitlines()], path.stem
        )
    ]
    first = outside(read, [t.table for t in read])
    tables = [
        np.concatenate([t.table, pair_features.support(t.mentions, odds)], 1)
        for t, odds in zip(read, first, strict=True)
    ]
    if options.check:
        for name, odds in (("pairs", first), ("again", outside(read, tables))):
            for corpus in dict.fromkeys(t.corpus for t in read):
                some = [i for i, t in enumerate(read) if t.corpus == corpus]
                for threshold in (-0.8, -0.6, THRESHOLD, -0.2, 0.0, 0.2):
                    found = figures([read[i] for i in some], [odds[i] for i in some], threshold)
                    print(f"{corpus} {name} {threshold:+.1f} {found}", flush=True)
    model = {
        "threshold": THRESHOLD,
        "pairs": written(fit(read, [t.table for t in read])),
        "again": written(fit(read, tables)),
    }
    options.to.write_text(json.dumps(model) + "\n", "utf8")


def prepare(documents: list[dict[str, Any]], corpus: str) -> list[Topic]:
    """Parse the corpus and lay out the pairs of each topic."""
    found = list(topics(documents))
    weight = pair_features.rarity([lemmas for t in found for lemmas in t.lemmas.values()])
    out = []
    for number, topic in enumerate(found):
        gold = [e.get("cluster") for d in topic.documents for e in d["events"]]
        rows, columns = np.triu_indices(len(gold), 1)
        same = np.array(
            [gold[i] is not None and gold[i] == gold[j] for i, j in zip(rows, columns, strict=True)]
        )
        part = int((re.match(r"\d+", topic.name) or [str(number)])[0]) % PARTS
        out.append(
            Topic(
                corpus,
                part,
                topic.mentions,
                gold,
                pair_features.table(topic.mentions, topic.lemmas, weight),
                same,
            )
        )
    return out


def outside(read: list[Topic], tables: list[np.ndarray]) -> list[np.ndarray]:
    """The log-odds of the pairs of each topic, by a network that was trained on the other parts."""
    found: list[np.ndarray] = [np.empty(0)] * len(read)
    for part in range(PARTS):
        network = fit(
            [t for t in read if t.part != part],
            [x for t, x in zip(read, tables, strict=True) if t.part != part],
        )
        for n, topic in enumerate(read):
            if topic.part == part:
                found[n] = network(tables[n])
    return found


def fit(read: list[Topic], tables: list[np.ndarray]) -> Network:
    """Networks of several seeds over the same sample of pairs."""
    x, y, weight = sample(read, tables)
    middle, scale = x.mean(0), x.std(0) + 1e-6
    scaled = (x - middle) / scale
    layers = []
    for seed in range(SEEDS):
        a, b, c, d = (p.round(4) for p in train(scaled, y, weight, seed))
        layers.append((a, b, c, d))
    return Network(middle.round(5), scale.round(5) + 1e-5, tuple(layers))


def sample(
    read: list[Topic], tables: list[np.ndarray]
) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    """All pairs that are one or look so, some of the others; the pairs of a large topic weigh less."""
    random = np.random.default_rng(0)
    xs, ys, weights = [], [], []
    for topic, table in zip(read, tables, strict=True):
        right, wrong = np.flatnonzero(topic.same), np.flatnonzero(~topic.same)
        looks = (table[wrong, FAMILY] > 0) | (table[wrong, HEAD] > 0)
        others = wrong[~looks]
        some = random.choice(others, min(len(others), max(len(right) * 2, 500)), replace=False)
        for chosen, weight in (
            (right, 1.0),
            (wrong[looks], 1.0),
            (some, min(5.0, len(others) / max(1, len(some)))),
        ):
            xs.append(table[chosen])
            ys.append(topic.same[chosen])
            weights.append(np.full(len(chosen), weight / len(topic.mentions) ** 0.5))
    joined = np.concatenate(weights)
    return (
        np.concatenate(xs),
        np.concatenate(ys).astype(np.float32),
        (joined / joined.mean()).astype(np.float32),
    )


def train(x: np.ndarray, y: np.ndarray, weight: np.ndarray, seed: int) -> list[np.ndarray]:
    """One hidden layer by Adam, the rate falling to nought."""
    random = np.random.default_rng(seed)
    n, width = x.shape
    shapes = [
        random.normal(0, width**-0.5, (width, HIDDEN)),
        np.zeros(HIDDEN),
        random.normal(0, HIDDEN**-0.5, (HIDDEN, 1)),
        np.zeros(1),
    ]
    parts = [p.astype(np.float32) for p in shapes]
    mean, square = [np.zeros_like(p) for p in parts], [np.zeros_like(p) for p in parts]
    steps, step = EPOCHS * (n // BATCH + 1), 0
    for _ in range(EPOCHS):
        order = random.permutation(n)
        for start in range(0, n, BATCH):
            some = order[start : start + BATCH]
            step += 1
            rate = RATE * (1 - step / steps) + 1e-5
            for k, gradient in enumerate(gradients(parts, x[some], y[some], weight[some])):
                mean[k] = 0.9 * mean[k] + 0.1 * gradient
                square[k] = 0.99 * square[k] + 0.01 * gradient**2
                parts[k] -= (
                    rate
                    * (mean[k] / (1 - 0.9**step))
                    / (np.sqrt(square[k] / (1 - 0.99**step)) + 1e-8)
                )
    return parts


def gradients(
    parts: list[np.ndarray], x: np.ndarray, y: np.ndarray, weight: np.ndarray
) -> list[np.ndarray]:
    """Of the weighted logistic loss."""
    a, b, c, d = parts
    inner = x @ a + b
    hidden = np.maximum(inner, 0)
    chance = 1 / (1 + np.exp(-(hidden @ c + d)[:, 0]))
    out = ((chance - y) * weight / len(x))[:, None].astype(np.float32)
    back = (out @ c.T) * (inner > 0)
    return [x.T @ back + 1e-5 * a, back.sum(0), hidden.T @ out, out.sum(0)]


def figures(read: list[Topic], odds: list[np.ndarray], threshold: float) -> str:
    """B-cubed and MUC over all topics, in percent."""
    total = np.zeros(7)
    for topic, pairs in zip(read, odds, strict=True):
        said = (
            event_coreference.link(pairs, threshold)
            if len(topic.mentions) > 1
            else [0] * len(topic.mentions)
        )
        total += counts([g if g is not None else i for i, g in enumerate(topic.gold)], said)
    b = f1(total[0] / total[2], total[1] / total[2])
    m = f1(total[3] / total[4], total[5] / total[6])
    return f"B3 {b:.1f} MUC {m:.1f}"


def f1(p: float, r: float) -> float:
    """The harmonic mean of precision and recall, in percent."""
    return 200 * p * r / (p + r) if p + r else 0.0


def counts(gold: Sequence[object], said: Sequence[object]) -> np.ndarray:
    """Sums of B-cubed precision and recall, mentions, and MUC's four."""
    groups: list[dict[object, set[int]]] = [defaultdict(set), defaultdict(set)]
    for names, group in zip((gold, said), groups, strict=True):
        for i, name in enumerate(names):
            group[name].add(i)
    right, found = groups
    precision = sum(
        len(found[s] & right[g]) / len(found[s]) for g, s in zip(gold, said, strict=True)
    )
    recall = sum(len(found[s] & right[g]) / len(right[g]) for g, s in zip(gold, said, strict=True))
    return np.array([precision, recall, len(gold), *links(found, gold), *links(right, said)])


def links(groups: dict[object, set[int]], names: Sequence[object]) -> tuple[int, int]:
    """Of the links that make the groups, those that the other side has too, and all."""
    return sum(len(c) - len({names[i] for i in c}) for c in groups.values()), sum(
        len(c) - 1 for c in groups.values()
    )


def written(network: Network) -> dict[str, list[Any]]:
    """As it stands in the file."""

    def numbers(a: np.ndarray) -> list[Any]:
        rows = a if a.ndim == 2 else a[None]
        rounded = [[float(f"{x:.5g}") for x in row] for row in rows]
        return rounded if a.ndim == 2 else rounded[0]

    return {
        "middle": numbers(network.middle),
        "scale": numbers(network.scale),
        "layers": [[numbers(p) for p in one] for one in network.layers],
    }


if __name__ == "__main__":
    main()
