"""Boosted trees as plain arrays, read from a file and evaluated for all rows at once."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from numpy import ndarray

_DTYPES = {"feature": "<i2", "threshold": "<f4", "child": "<i4", "value": "<f4", "root": "<i4"}


class Trees(NamedTuple):
    """The trees of one head: a node's feature, threshold and two children, and a leaf's value.

    A leaf is its own child.
    """

    feature: ndarray
    threshold: ndarray
    child: ndarray
    value: ndarray
    root: ndarray
    depth: int

    def probability(self, rows: ndarray) -> ndarray:
        """The probability that the head gives each row."""
        import numpy as np

        result: ndarray = 1 / (1 + np.exp(-self.score(rows)))
        return result

    def score(self, rows: ndarray) -> ndarray:
        """The sum of the leaves that each row falls into."""
        import numpy as np

        if not len(rows):
            return np.zeros(0)
        flat = np.ascontiguousarray(rows).ravel()
        start = (np.arange(len(rows)) * rows.shape[1])[:, None]
        node = np.broadcast_to(self.root, (len(rows), len(self.root)))
        for _ in range(self.depth):
            goes = flat.take(start + self.feature.take(node)) > self.threshold.take(node)
            node = self.child.take(2 * node + goes)
        found: ndarray = self.value.take(node).sum(1, dtype=np.float64)
        return found


class Model(NamedTuple):
    """The heads by name, and the settings that decide between their probabilities."""

    heads: dict[str, Trees]
    settings: dict[str, float]


def read(text: str) -> Model:
    """A model from the text of its file."""
    told = json.loads(text)
    return Model({name: _trees(one) for name, one in told["heads"].items()}, told["settings"])


def _trees(told: dict[str, str | int]) -> Trees:
    import numpy as np

    arrays = {
        name: np.frombuffer(base64.b64decode(str(told[name])), np.dtype(kind))
        for name, kind in _DTYPES.items()
    }
    feature, child, root = (arrays[name].astype(np.int64) for name in ("feature", "child", "root"))
    depth = int(told["depth"])
    return Trees(feature, arrays["threshold"], child, arrays["value"], root, depth)


def packed(trees: Trees) -> dict[str, str | int]:
    """The arrays of a head as text, the inverse of what is read."""
    arrays = trees._asdict()
    told: dict[str, str | int] = {
        name: base64.b64encode(arrays[name].astype(kind).tobytes()).decode()
        for name, kind in _DTYPES.items()
    }
    return told | {"depth": trees.depth}
