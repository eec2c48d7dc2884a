"""The weights of the trigger model, and the probabilities that they give candidates."""

from __future__ import annotations

from collections.abc import Sequence

from seriatim.analysis import boosted_trees, weights

FILE = "triggers.json"
HEAD = "event"
THRESHOLD = "threshold"


@weights.loader
def model() -> boosted_trees.Model:
    """The weights, read once in a process."""
    return boosted_trees.read(weights.path(FILE).read_text("utf8"))


def threshold() -> float:
    """The probability from which a candidate makes an entry."""
    return model().settings[THRESHOLD]


def probabilities(rows: Sequence[Sequence[float]]) -> list[float]:
    """The probability of each candidate that it is an event of a line of its own."""
    import numpy as np

    if not rows:
        return []
    found: list[float] = model().heads[HEAD].probability(np.array(rows, np.float32)).tolist()
    return found
