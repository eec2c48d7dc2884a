"""The null models by name: each takes a calendar and says what chance alone would make of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np

from seriatim.association import block_shift, scan_statistic
from seriatim.association.calendar import WEEK, Row, year_blocks
from seriatim.association.exact import (
    PARTS,
    Chance,
    Floats,
    Ints,
    binomial,
    hypergeometric,
    repeated,
    total,
    uniform,
)
from seriatim.association.observation import Calendar, mean_cover
from seriatim.association.question import Length, Method
from seriatim.temporal import edtf

LARGEST = (
    50_000  # parts in a sum of single placements: keeps the exact convolution under half a second
)


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """p, the distribution of the count, the least p that the calendar allows, and what the method adds.

    ``hits`` of ``events`` are those that the distribution is about: all A, but for a method that
    can't use all of them.
    """

    p: float
    chance: Chance
    least: float
    hits: float
    events: int
    blocks: int | None = None  # blocks that can be shifted
    best: Length | None = None
    notes: tuple[str, ...] = ()


def run(method: Method, calendar: Calendar) -> Result:
    """What chance makes of the calendar, by the method of that name."""
    return METHODS[method](calendar)


def _blocks(calendar: Calendar) -> Result:
    blocks = blocks_of(calendar)
    return replace(_shifted(calendar, blocks), blocks=_movable(calendar, blocks))


def _movable(calendar: Calendar, blocks: list[block_shift.Block]) -> int:
    return sum(end - start > WEEK // calendar.unit for start, end in blocks)


def _circular(calendar: Calendar) -> Result:
    week = WEEK // calendar.unit
    whole = calendar.slots // week * week
    return _shifted(calendar, [b for b in ((0, whole), (whole, calendar.slots)) if b[1] > b[0]])


def blocks_of(calendar: Calendar) -> list[block_shift.Block]:
    """The period in years of whole weeks."""
    return year_blocks(calendar.start // edtf.DAY, calendar.slots, WEEK // calendar.unit)


def _shifted(calendar: Calendar, blocks: list[block_shift.Block]) -> Result:
    counts, scale = _counts(calendar, blocks)
    chance = block_shift.chance(counts, scale)
    hits = float(calendar.shares.sum())
    return Result(
        chance.at_least(block_shift.seen(counts, scale)),
        chance,
        chance.at_least(chance.highest),
        hits,
        len(calendar.of),
    )


def _counts(calendar: Calendar, blocks: list[block_shift.Block]) -> tuple[list[Ints], int]:
    weights = calendar.of.weights(calendar.slots)
    scale = block_shift.scale_of(weights, calendar.covered)
    return block_shift.scores(
        weights, calendar.covered, blocks, WEEK // calendar.unit, scale
    ), scale


def _windows(calendar: Calendar) -> Result:
    """The block shift over all windows from none to the one asked for, and to 30 slots at least."""
    asked = calendar.question.within.amount
    widths = sorted({asked, *np.linspace(0, max(30, asked), 31).round().astype(int).tolist()})
    blocks = blocks_of(calendar)
    best = scan_statistic.best_window([_counts(calendar.with_width(w), blocks)[0] for w in widths])
    found = Length(widths[best.window], calendar.question.within.unit)
    return replace(_blocks(calendar), p=best.p, least=1 / best.calendars, best=found)


def _exact(calendar: Calendar) -> Result:
    return _strewn(calendar, calendar.of)


def _strewn(calendar: Calendar, of: Row) -> Result:
    chance, seen = _placed(calendar.covered, of, max(1, len(of)))
    return Result(
        chance.at_least(seen),
        chance,
        chance.at_least(chance.highest),
        float(mean_cover(calendar.covered, of).sum()),
        len(of),
    )


def _placed(covered: Floats, events: Row, of: int) -> tuple[Chance, float]:
    """Events strewn evenly over slots: different slots where they have different ones, each by itself elsewhere.

    ``of``: how many events there are in all, which sets how finely shares are counted.
    """
    whole = bool(np.isin(covered, (0, 1)).all())
    shares = _window_means(covered, events)
    if whole and events.precise:
        hits = float(covered[events.starts].sum())
        alone = len(np.unique(events.starts)) == len(events)
        return (
            hypergeometric(len(covered), int(covered.sum()), len(events))
            if alone
            else binomial(len(events), float(covered.mean()))
        ), hits
    scale = min(PARTS, max(1, LARGEST // of))
    parts = [
        repeated(
            uniform(np.rint(shares[n] * scale).astype(np.int64), scale),
            int((events.lengths == n).sum()),
        )
        for n in shares
    ]
    seen = sum(
        int(np.rint(shares[n][events.starts[events.lengths == n]] * scale).sum()) for n in shares
    )
    return total(parts, scale), seen / scale


def _window_means(covered: Floats, events: Row) -> dict[int, Floats]:
    """For each length of interval the covered share at every place that such an interval can take in the period."""
    below = np.append(0.0, np.cumsum(covered))
    return {n: (below[n:] - below[:-n]) / n for n in np.unique(events.lengths).tolist()}


def _strata(calendar: Calendar) -> Result:
    """Events strewn over the slots of their own weekday, hour and year."""
    precise = calendar.of.lengths == 1
    of = calendar.of.only(precise)
    stratum = _stratum(calendar)
    scaled: list[tuple[Chance, float]] = []
    for name in np.unique(stratum[of.starts]).tolist():
        members = np.flatnonzero(stratum == name)
        at = np.searchsorted(members, of.starts[stratum[of.starts] == name])
        scaled.append(_placed(calendar.covered[members], Row(at, at + 1), max(1, len(of))))
    scale = max((c.scale for c, _ in scaled), default=1)
    chance = total((_finer(c, scale) for c, _ in scaled), scale)
    hits = sum(seen for _, seen in scaled)
    notes = _left_out(calendar, int((~precise).sum()), "A")
    return Result(
        chance.at_least(hits), chance, chance.at_least(chance.highest), hits, len(of), notes=notes
    )


def _left_out(calendar: Calendar, lost: int, what: str) -> tuple[str, ...]:
    return (
        (
            f"{lost} {what} without a date to the {calendar.question.within.unit} are left out of p and of the numbers.",
        )
        if lost
        else ()
    )


def _finer(chance: Chance, scale: int) -> Chance:
    if chance.scale == scale:
        return chance
    step = scale // chance.scale
    weights = np.zeros((len(chance.weights) - 1) * step + 1)
    weights[::step] = chance.weights
    return Chance(chance.lowest * step, weights, scale)


def _stratum(calendar: Calendar) -> Ints:
    """A number for each slot, the same for slots of the same weekday, hour and year."""
    seconds = calendar.start + np.arange(calendar.slots, dtype=np.int64) * calendar.unit
    days = seconds // edtf.DAY
    hours = seconds // 3600 % 24 if calendar.unit < edtf.DAY else np.zeros_like(days)
    years = np.zeros_like(days)
    for start, end in blocks_of(calendar)[1:]:
        years[start:end] += 1
        years[end:] += 1
    return (years * 7 + (days + 3) % 7) * 24 + hours


def _waits(calendar: Calendar) -> Result:
    of, after = (r.only(r.lengths == 1) for r in (calendar.of, calendar.after))
    notes = _left_out(calendar, len(calendar.of) - len(of), "A") + _left_out(
        calendar, len(calendar.after) - len(after), "B"
    )
    strewn = replace(_strewn(calendar, of), p=1.0, least=1.0, notes=notes)
    if not len(of) or not len(after):
        return strewn
    a, b = of.starts.astype(np.float64), after.starts.astype(np.float64)
    p, least = (
        scan_statistic.waits(at, b, calendar.slots, slot=1.0).p for at in (a, np.full(len(a), b[0]))
    )
    return replace(strewn, p=p, least=least)


METHODS: dict[Method, Callable[[Calendar], Result]] = {
    "blocks": _blocks,
    "exact": _exact,
    "strata": _strata,
    "circular": _circular,
    "windows": _windows,
    "waits": _waits,
}
