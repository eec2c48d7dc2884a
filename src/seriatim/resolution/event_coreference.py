"""Event mentions of one topic → clusters of coreferent mentions.

Two ensembles of small networks score pairs: the first from the features of the pair, the second
also from the first one's scores of all other pairs.  Clustering is by average linkage.  Weights:
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
    """An ensemble of networks with one hidden layer: scaled features → mean log-odds."""

    middle: ndarray
    scale: ndarray
    layers: tuple[tuple[ndarray, ndarray, ndarray, ndarray], ...]

    def __call__(self, features: ndarray) -> ndarray:
        """The log-odds of each row."""
        import numpy as np

        x = (features - self.middle) / self.scale
        return np.asarray(
            np.mean([(np.maximum(x @ a + b, 0) @ c + d)[:, 0] for a, b, c, d in self.layers], 0)
        )


@dataclass(frozen=True, slots=True)
class Model:
    """The two networks, and the mean log-odds from which two clusters are merged."""

    pairs: Network
    again: Network
    threshold: float


def clusters(
    mentions: Sequence[EventMentionFeatures],
    documents: Mapping[str, Sequence[str]],
    weight: pair_features.Weight,
    model: Model | None = None,
) -> list[int]:
    """The number of each mention's cluster.

    ``documents``: the lemmas of each document; ``weight``: the weight of a lemma.
    """
    if len(mentions) < 2:
        return [0] * len(mentions)
    model = model or shipped()
    features = pair_features.table(mentions, documents, weight)
    return link(odds(mentions, features, model), model.threshold)


def odds(mentions: Sequence[EventMentionFeatures], features: ndarray, model: Model) -> ndarray:
    """The log-odds of each pair."""
    import numpy as np

    first = model.pairs(features)
    return model.again(np.concatenate([features, pair_features.support(mentions, first)], 1))


def link(pairs: ndarray, threshold: float) -> list[int]:
    """The number of each mention's cluster, by average linkage."""
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
    stored = json.loads(weights.path("coreference.json").read_text("utf8"))
    return Model(_network(stored["pairs"]), _network(stored["again"]), stored["threshold"])


def _network(stored: Mapping[str, list[list[list[float]]]]) -> Network:
    import numpy as np

    layers = tuple(tuple(np.array(part, np.float32) for part in one) for one in stored["layers"])
    return Network(
        np.array(stored["middle"], np.float32),
        np.array(stored["scale"], np.float32),
        layers,  # type: ignore[arg-type]
    )
