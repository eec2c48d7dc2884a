"""Probabilities → a date: the value of the greatest expected use, with a price on falsehood.

A right value is worth 1, the sharpest right value a quarter more, a false one costs its price.
``unknown`` is never false, so a doubtful date stays open; the price is the one setting.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import ndarray

    from seriatim.temporal.dating.trees import Trees

HEADS = ("right", "sharp", "false")
SHARP = 0.25  # what the narrowest right value is worth beside a wider one


def probabilities(heads: Mapping[str, Trees], rows: ndarray) -> ndarray:
    """How likely each row's value is right, the sharpest right one, and false: a column each."""
    import numpy as np

    return np.stack([heads[name].probability(rows) for name in HEADS], 1)


def best(scores: ndarray, price: float) -> int:
    """The number of the candidate of the greatest expected use; of equals, the first."""
    use = scores[:, 0] + SHARP * scores[:, 1] - price * scores[:, 2]
    return int(use.argmax())
