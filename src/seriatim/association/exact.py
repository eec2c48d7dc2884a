"""What chance gives, exactly: distributions of the count of events in windows, without a single random number.

A distribution stands on whole numbers, each one ``1 / scale`` of an event: ``scale`` is 1 where
every event is dated to the slot, and
``PARTS`` where imprecise dates add shares.  Probabilities are made from ratios outwards from the
mode, so that even a tail of 1e-200 keeps its leading digits.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]
PARTS = 1000


@dataclass(frozen=True, slots=True, eq=False)
class Chance:
    """The distribution of a count: ``weights[i]`` is the probability of ``(lowest + i) / scale`` events."""

    lowest: int
    weights: Floats
    scale: int = 1

    def at_least(self, count: float) -> float:
        """The probability of ``count`` or more: never 0, since no calendar shows that something can't be chance."""
        first = max(0, round(count * self.scale) - self.lowest)
        return min(1.0, max(float(self.weights[first:].sum()), sys.float_info.min))

    @property
    def values(self) -> Floats:
        """The counts that the weights belong to, in events."""
        counts: Floats = (self.lowest + np.arange(len(self.weights))) / self.scale
        return counts

    @property
    def mean(self) -> float:
        """Events expected."""
        return float(self.values @ self.weights)

    @property
    def variance(self) -> float:
        """In events squared."""
        return float((self.values - self.mean) ** 2 @ self.weights)

    @property
    def highest(self) -> float:
        """The largest count that can come about, in events."""
        return float(self.values[np.flatnonzero(self.weights)[-1]])

    def middle(self, share: float) -> tuple[float, float]:
        """The counts between which at least ``share`` of the calendars lie, with at most half of the rest on either side."""
        below = np.cumsum(self.weights)
        rest = (1 - share) / 2
        low = int(np.searchsorted(below, rest, side="right"))
        high = int(np.searchsorted(below, 1 - rest, side="left"))
        last = len(below) - 1
        return float(self.values[min(low, last)]), float(self.values[min(high, last)])


def hypergeometric(slots: int, covered: int, events: int) -> Chance:
    """Events in covered slots where ``events`` different slots out of ``slots`` are drawn and ``covered`` of these lie in a window."""
    low, high = max(0, events - (slots - covered)), min(events, covered)
    k = np.arange(low, high, dtype=np.float64)
    return Chance(
        low,
        _from_ratios((covered - k) * (events - k) / ((k + 1) * (slots - covered - events + k + 1))),
    )


def binomial(events: int, share: float) -> Chance:
    """Events in windows where each of ``events`` falls into one with probability ``share``, whatever the others do."""
    if share <= 0 or share >= 1:
        return Chance(0 if share <= 0 else events, np.ones(1))
    k = np.arange(0, events, dtype=np.float64)
    return Chance(0, _from_ratios((events - k) / (k + 1) * (share / (1 - share))))


def _from_ratios(ratios: Floats) -> Floats:
    """Probabilities whose neighbours stand in these (falling) ratios: weights from the mode outwards, made to sum to 1."""
    mode = int(np.count_nonzero(ratios >= 1))
    up = np.cumprod(ratios[mode:])
    down = np.cumprod(1 / ratios[:mode][::-1])[::-1]
    relative = np.concatenate((down, np.ones(1), up))
    weights: Floats = relative / relative.sum()
    return weights


def uniform(values: Ints, scale: int) -> Chance:
    """The distribution of one of ``values`` (in parts of ``scale``) drawn at random."""
    lowest = int(values.min())
    weights: Floats = np.bincount(values - lowest) / len(values)
    return Chance(lowest, weights, scale)


def total(parts: Iterable[Chance], scale: int = 1) -> Chance:
    """The distribution of the sum of independent counts that all have the same ``scale``."""
    return reduce(_add, parts, Chance(0, np.ones(1), scale))


def repeated(part: Chance, times: int) -> Chance:
    """The distribution of the sum of ``times`` independent counts of one distribution, by doubling."""
    result = Chance(0, np.ones(1), part.scale)
    while times:
        if times & 1:
            result = _add(result, part)
        part, times = _add(part, part), times >> 1
    return result


def _add(one: Chance, other: Chance) -> Chance:
    """Summed term by term, never by Fourier transform: a small tail must keep its digits."""
    short, long = sorted((one, other), key=lambda c: np.count_nonzero(c.weights))
    weights = np.zeros(len(short.weights) + len(long.weights) - 1)
    for i in np.flatnonzero(short.weights):
        weights[i : i + len(long.weights)] += short.weights[i] * long.weights
    return Chance(one.lowest + other.lowest, weights, one.scale)
