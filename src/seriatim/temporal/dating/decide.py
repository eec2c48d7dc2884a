"""Probabilities of candidate dates, and the date of the greatest expected utility.

Two views are averaged.  The *heads* judge each value by itself: how likely it is right, the
sharpest right one, or false.  The *choice* compares the values of one event: a softmax over them,
so that their probabilities add up to 1; what lies outside a value is what would make it false.
Together they date 1.5 % more events rightly at the same share of false dates than the heads alone.

A right value is worth 1, the sharpest right value as much again, a false one costs its price.
``unknown`` is never false, so a doubtful date stays open; the price is the one setting.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from numpy import ndarray

    from seriatim.analysis.boosted_trees import Trees

HEADS = ("right", "sharp", "false")
CHOICE = "choice"
SHARP = 1.0  # what the narrowest right value is worth beside a wider one
Bounds = tuple[int, int]  # seconds


def probabilities(
    heads: Mapping[str, Trees], rows: ndarray, events: Sequence[Sequence[Bounds]]
) -> list[ndarray]:
    """How likely each candidate is right, the sharpest right one, and false.

    An array per event, a row per candidate.

    ``rows`` are the features of all candidates, ``events`` the bounds of each event's candidates.
    """
    import numpy as np

    judged = np.stack([heads[name].probability(rows) for name in HEADS], 1)
    scores = heads[CHOICE].score(rows)
    found, start = [], 0
    for bounds in events:
        end = start + len(bounds)
        found.append(_averaged(judged[start:end], scores[start:end], bounds))
        start = end
    return found


def _averaged(judged: ndarray, scores: ndarray, bounds: Sequence[Bounds]) -> ndarray:
    """The mean of what the heads and the choice say of one event's candidates."""
    import numpy as np

    share = np.exp(scores - scores.max())
    share /= share.sum()
    low, high = np.array(bounds, np.float64).T
    holds = (low[:, None] <= low[None, :]) & (high[None, :] <= high[:, None])
    found: ndarray = judged.astype(np.float64)
    found[:, :2] = (judged[:, :2] + share[:, None]) / 2
    found[:, 2] = (judged[:, 2] + 1 - holds @ share) / 2
    return found


def best(scores: ndarray, price: float) -> int:
    """The number of the candidate of the greatest expected utility; of equals, the first."""
    right, sharp, false = scores.T
    utility = right + SHARP * sharp - price * false
    return int(utility.argmax())
