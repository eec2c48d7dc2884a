"""All windows at once, for a window that was not fixed before looking.

``best_window`` asks of the shifts of a block shift; ``waits`` asks, with no window at all, whether
the waits since the last event are shorter than those of events strewn evenly over the period.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import prod

import numpy as np

from seriatim.association.exact import Floats, Ints

DRAWN = 9_999
SEED = 20_231  # any fixed number: the same question gets the same answer


@dataclass(frozen=True, slots=True)
class Best:
    """The window (its index) that stands out most, and how often the most outstanding window of a calendar by chance stands out as much."""

    window: int
    p: float
    calendars: int


def best_window(counts: Sequence[Sequence[Ints]]) -> Best:
    """The max-statistic over windows: ``counts[window][block]`` are the counts at each shift, the first the one that was seen.

    Each window's count is ranked within the calendars of the shift group; a calendar's statistic is
    its smallest rank share, and p is the share of calendars whose statistic is as small as the one
    seen.  All calendars where they are few, else ``DRAWN`` of them and the one seen: p = (b + 1) /
    (m + 1).
    """
    calendars = _calendars([len(block) for block in counts[0]])
    sums = np.stack(
        [sum(block[calendars[:, i]] for i, block in enumerate(window)) for window in counts]
    )
    shares = np.stack([_at_least(column) for column in sums])
    smallest = shares.min(axis=0)
    return Best(int(shares[:, 0].argmin()), float(np.mean(smallest <= smallest[0])), len(calendars))


def _calendars(shifts: Sequence[int]) -> Ints:
    """Combinations of shifts, one a row, the one that was seen (no shift) first."""
    if prod(shifts) <= DRAWN + 1:
        return np.stack([axis.ravel() for axis in np.indices(tuple(shifts))], axis=1).astype(
            np.int64
        )
    drawn = np.random.default_rng(SEED).integers(0, np.array(shifts), size=(DRAWN, len(shifts)))
    return np.concatenate((np.zeros((1, len(shifts)), dtype=np.int64), drawn))


def _at_least(column: Ints) -> Floats:
    """For each calendar the share of calendars with as high a count or a higher one."""
    above = column - column.min()
    at_least = np.cumsum(np.bincount(above)[::-1])[::-1]
    share: Floats = at_least[above] / len(column)
    return share


@dataclass(frozen=True, slots=True, eq=False)
class Waits:
    """``waits[i]`` since the last event before A ``i``; ``shares[i]`` of the period that lie within as short a wait; D+ and its exact p."""

    waits: Floats
    shares: Floats
    distance: float
    p: float


def waits(of: Floats, after: Floats, length: float, *, slot: float = 0.0) -> Waits:
    """One-sided Kolmogorov-Smirnov test of the waits; the period's end is joined to its start.

    Times and ``length`` in any one unit.  ``slot``: how long a time stands for (1 for whole days),
    0 for moments; a slot counts as waited in full, so that ties make p larger, never smaller.
    Birnbaum and Tingey's exact p (Annals of Mathematical Statistics 22, 1951).
    """
    from scipy.special import smirnov

    starts = np.sort(after)
    last = np.searchsorted(starts, of, side="right") - 1
    waited = np.where(last >= 0, of - starts[last], of - starts[-1] + length) + slot
    gaps = np.diff(np.append(starts, starts[0] + length))
    shares = _within(gaps, waited) / length
    n = len(of)
    distance = float(np.max(np.arange(1, n + 1) / n - np.sort(shares)))
    return Waits(waited, shares, distance, float(smirnov(n, max(distance, 0.0))))


def _within(gaps: Floats, waited: Floats) -> Floats:
    """How much of the gaps lies within each wait of their starts."""
    ordered = np.sort(gaps)
    below = np.append(0.0, np.cumsum(ordered))
    shorter = np.searchsorted(ordered, waited)
    covered: Floats = below[shorter] + waited * (len(gaps) - shorter)
    return covered
