"""The weights of the dating model."""

from __future__ import annotations

from seriatim.analysis import boosted_trees, weights

FILE = "dating.json"


@weights.loader
def model() -> boosted_trees.Model:
    """The weights, read once in a process."""
    return boosted_trees.read(weights.path(FILE).read_text("utf8"))
