"""Events on a calendar cut into slots (days, hours or minutes), and how much of each slot the windows cover."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from seriatim.association.exact import Bools, Floats, Ints
from seriatim.temporal import edtf

SECONDS = {"minute": 60, "hour": 3600, "day": edtf.DAY}
WEEK = 7 * edtf.DAY


@dataclass(frozen=True, slots=True)
class Window:
    """Within ``width`` slots after the moment that lies ``lag`` slots after an event, both ends counted; ``either``: before that moment too."""

    width: int
    lag: int = 0
    either: bool = False

    @property
    def reach(self) -> tuple[int, int]:
        """The first and the last slot, counted from the event's own."""
        return self.lag - self.width * self.either, self.lag + self.width


@dataclass(frozen=True, slots=True, eq=False)
class Row:
    """Events as half-open intervals of slots, counted from the start of the period."""

    starts: Ints
    ends: Ints

    def __len__(self) -> int:
        return len(self.starts)

    def only(self, chosen: Bools) -> Row:
        """The events that are chosen."""
        return Row(self.starts[chosen], self.ends[chosen])

    @property
    def lengths(self) -> Ints:
        """Slots that each event may lie in."""
        return self.ends - self.starts

    @property
    def precise(self) -> bool:
        """Whether every event is dated to its slot."""
        return bool((self.lengths == 1).all())

    def weights(self, slots: int) -> Floats:
        """Events a slot; an imprecise one is spread evenly over the slots that it may lie in."""
        if self.precise:
            return np.bincount(self.starts, minlength=slots).astype(np.float64)
        steps = np.zeros(slots + 1)
        share = 1 / self.lengths
        np.add.at(steps, self.starts, share)
        np.add.at(steps, self.ends, -share)
        weights = np.cumsum(steps[:-1])
        weights[np.abs(weights) < 1e-12] = (
            0  # what is left of adding and taking away the same share
        )
        return weights


def row(intervals: Sequence[tuple[int, int]]) -> Row:
    """A row of ``[start, end)`` intervals."""
    pairs = np.array(intervals, dtype=np.int64).reshape(-1, 2)
    return Row(pairs[:, 0], pairs[:, 1])


def points(slots: Sequence[int] | Ints) -> Row:
    """A row of events that are dated to the slot."""
    starts = np.asarray(slots, dtype=np.int64)
    return Row(starts, starts + 1)


def cover(events: Row, slots: int, window: Window) -> Floats:
    """For each slot the probability that a window of some event covers it: 0 or 1 where the events are dated to the slot."""
    low, high = window.reach
    exact = events.lengths == 1
    covered = _reached(events.starts[exact], slots, low, high)
    if exact.all():
        return covered
    missed = 1 - covered
    for start, length in zip(
        events.starts[~exact].tolist(), events.lengths[~exact].tolist(), strict=True
    ):
        _miss(missed, start + low, length, high - low + 1)
    return 1 - missed


def _reached(starts: Ints, slots: int, low: int, high: int) -> Floats:
    opened = np.bincount(np.clip(starts + low, 0, slots), minlength=slots + 1)
    closed = np.bincount(np.clip(starts + high + 1, 0, slots), minlength=slots + 1)
    return (np.cumsum(opened[:-1] - closed[:-1]) > 0).astype(np.float64)


def _miss(missed: Floats, first: int, length: int, width: int) -> None:
    """Multiply in the chance that the window of one imprecise event misses each slot: it rises, stays and falls evenly."""
    i = np.arange(length + width - 1)
    share = (
        np.minimum.reduce((i + 1, np.full_like(i, min(length, width)), length + width - 1 - i))
        / length
    )
    inside = slice(max(0, -first), max(0, len(missed) - first))
    missed[max(0, first) : max(0, first + len(i))] *= 1 - share[inside]


def year_blocks(first_day: int, slots: int, week: int) -> list[tuple[int, int]]:
    """The period cut into blocks of whole weeks, as close to calendar years as weeks allow.

    ``first_day`` is in days from 1970-01-01, ``week`` in slots.  A piece of a year at either end
    that is shorter than half a year joins its neighbour.  The days after the last whole week are a
    block of their own, too short to be shifted.
    """
    weeks = slots // week
    year = edtf.civil_from_days(first_day)[0]
    cuts = [
        round((edtf.days_from_civil(y, 1) - first_day) / 7)
        for y in range(year + 1, year + 2 + weeks // 52)
    ]
    inner = [c for c in cuts if 26 <= c <= weeks - 26]
    edges = [0, *inner, weeks]
    blocks = [(a * week, b * week) for a, b in pairwise(edges) if b > a]
    return blocks + ([(weeks * week, slots)] if weeks * week < slots else [])
