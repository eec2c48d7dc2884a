"""Block shift: the events keep their clusters, weekdays, hours and busy years, and only lose what ties them to the windows.

Time is cut into blocks; inside each block the events move together by whole steps, around its end
and in again at its start.  Each combination of shifts is one calendar that chance could have made,
and the one that was seen is among them: the share of calendars with as many hits or more is an
exact p.  The blocks are independent, so their distributions are convolved instead of drawn.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from seriatim.association.exact import PARTS, Chance, Floats, Ints, total, uniform

Block = tuple[int, int]
LARGEST = 200_000  # parts in all: 10,000 months in a century take half a second; with 1,000 parts an event, minutes
AT_ONCE = 1_000_000  # slots looked up in one go: 52 shifts in one call cost a tenth of 52 calls, and no more than 16 MB


def scores(
    weights: Floats, covered: Floats, blocks: Sequence[Block], step: int, scale: int
) -> list[Ints]:
    """For each block the count at each shift, in parts of ``scale``; the first is the one that was seen.

    ``weights`` are events a slot, ``covered`` the probability that a window covers it.
    """
    return [_block(weights[start:end], covered[start:end], step, scale) for start, end in blocks]


def _block(weights: Floats, covered: Floats, step: int, scale: int) -> Ints:
    at, size = np.flatnonzero(weights), len(weights)
    shifts = np.arange(0, size, step)
    rows = max(1, AT_ONCE // max(1, len(at)))
    counts = [
        covered[(at + shifts[i : i + rows, None]) % size] @ weights[at]
        for i in range(0, len(shifts), rows)
    ]
    rounded: Ints = np.rint(np.concatenate(counts) * scale).astype(np.int64)
    return rounded


def scale_of(weights: Floats, covered: Floats) -> int:
    """1 where every event and every window is whole, so that counts are whole numbers; elsewhere ``PARTS``, fewer for thousands of events."""
    whole = (weights == np.rint(weights)).all() and (covered == np.rint(covered)).all()
    return 1 if whole else min(PARTS, max(1, int(LARGEST / max(1.0, weights.sum()))))


def seen(counts: Sequence[Ints], scale: int) -> float:
    """The count that was seen, rounded block by block as those are that it is compared with."""
    return sum(int(block[0]) for block in counts) / scale


def chance(counts: Sequence[Ints], scale: int) -> Chance:
    """The distribution of the count over all combinations of shifts."""
    return total((uniform(block, scale) for block in counts), scale)
