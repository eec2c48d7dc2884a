"""Mentions of happenings in the documents of one topic → which of them mean the same.

Two small networks, each the mean of a few: the first rates pairs by how alike they are, the second
once more by what the first says of all other pairs.  Then average linkage.  Weights:
``models/coreference.json``, made by ``training/coreference.py``.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seriatim.analysis import weights
from seriatim.resolution import pair_features
from seriatim.resolution.event_mentions import EventMentionFeatures

if TYPE_CHECKING:
    from numpy import ndarray


@dataclass(frozen=True, slots=True)
class Network:
    """Features → log-odds: one hidden layer, the mean of several networks over the same scaled features."""

    middle: ndarray
    scale: ndarray
    layers: tuple[tuple[ndarray, ndarray, ndarray, ndarray], ...]

    def __call__(self, features: ndarray) -> ndarray:
        """One number a row."""
        import numpy as np

        x = (features - self.middle) / self.scale
        return np.asarray(
            np.mean([(np.maximum(x @ a + b, 0) @ c + d)[:, 0] for a, b, c, d in self.layers], 0)
        )


@dataclass(frozen=True, slots=True)
class Model:
    """The two networks, and the mean log-odds from which two sets are one."""

    pairs: Network
    again: Network
    threshold: float


def clusters(
    mentions: Sequence[EventMentionFeatures],
    documents: Mapping[str, Sequence[str]],
    weight: pair_features.Weight,
    model: Model | None = None,
) -> list[int]:
    """The number of the set that each mention is in.  ``documents``: the lemmas of each; ``weight``: how much a lemma tells."""
    if len(mentions) < 2:
        return [0] * len(mentions)
    model = model or shipped()
    features = pair_features.table(mentions, documents, weight)
    return link(odds(mentions, features, model), model.threshold)


def odds(mentions: Sequence[EventMentionFeatures], features: ndarray, model: Model) -> ndarray:
    """Log-odds of each pair."""
    import numpy as np

    first = model.pairs(features)
    return model.again(np.concatenate([features, pair_features.support(mentions, first)], 1))


def link(pairs: ndarray, threshold: float) -> list[int]:
    """Sets whose pairs are likely on the average."""
    import numpy as np
    from scipy.cluster.hierarchy import fcluster, linkage

    apart = pair_features.HIGH - np.clip(pairs, -pair_features.HIGH, pair_features.HIGH)
    return [
        int(n)
        for n in fcluster(linkage(apart, "average"), pair_features.HIGH - threshold, "distance")
    ]


@weights.loader
def shipped() -> Model:
    """The model that comes with the package."""
    told = json.loads(weights.path("coreference.json").read_text("utf8"))
    return Model(_network(told["pairs"]), _network(told["again"]), told["threshold"])


def _network(told: Mapping[str, list[list[list[float]]]]) -> Network:
    import numpy as np

    layers = tuple(tuple(np.array(part, np.float32) for part in one) for one in told["layers"])
    return Network(
        np.array(told["middle"], np.float32),
        np.array(told["scale"], np.float32),
        layers,  # type: ignore[arg-type]
    )
