"""What the boosted trees of all heads have in common: settings, folds, and the arrays that ship."""

from __future__ import annotations

import json
import random
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TypeAlias

import numpy as np

from seriatim.analysis import boosted_trees

# Of LightGBM, for every head: the same data give the same bytes.
SHARED = {
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 5.0,
    "max_bin": 63,
    "seed": 1,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "verbose": -1,
}
Model: TypeAlias = dict[str, boosted_trees.Trees]


def split(names: Sequence[str], count: int) -> dict[str, int]:
    """The fold of each passage: genres spread evenly, by a seed."""
    chance = random.Random(count)
    genres: dict[str, list[str]] = defaultdict(list)
    for name in sorted(names):
        genres[name.split("--")[0]].append(name)
    found: dict[str, int] = {}
    for genre in sorted(genres):
        chance.shuffle(genres[genre])
        for name in genres[genre]:
            found[name] = len(found) % count
    return found


def flattened(dump: dict[str, Any]) -> boosted_trees.Trees:
    """LightGBM's trees as the product's arrays."""
    feature: list[int] = []
    threshold: list[float] = []
    child: list[tuple[int, int]] = []
    value: list[float] = []
    deepest = 0

    def add(node: dict[str, Any], depth: int) -> int:
        nonlocal deepest
        here = len(feature)
        deepest = max(deepest, depth)
        leaf = "leaf_value" in node
        feature.append(0 if leaf else node["split_feature"])
        threshold.append(np.inf if leaf else node["threshold"])
        value.append(node["leaf_value"] if leaf else 0.0)
        child.append((here, here))
        if not leaf:
            child[here] = (add(node["left_child"], depth + 1), add(node["right_child"], depth + 1))
        return here

    roots = [add(tree["tree_structure"], 0) for tree in dump["tree_info"]]
    return boosted_trees.Trees(
        np.array(feature, np.int64),
        np.array(threshold, np.float32),
        np.array(child, np.int64).ravel(),
        np.array(value, np.float32),
        np.array(roots, np.int64),
        deepest,
    )


def exported(model: Model, settings: dict[str, float], path: Path, **notes: str) -> None:
    """Write the weights."""
    told = {
        "notes": notes,
        "settings": settings,
        "heads": {name: boosted_trees.packed(one) for name, one in model.items()},
    }
    path.write_text(json.dumps(told, indent=0, sort_keys=True) + "\n", "utf8")
