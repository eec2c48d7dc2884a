"""The null models by name: each takes a calendar and says what chance alone would make of it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from seriatim import edtf
from seriatim.coincidences import scan, shifts
from seriatim.coincidences.exact import PARTS, Chance, Floats, Ints, binomial, hypergeometric, repeated, total, uniform
from seriatim.coincidences.look import Calendar
from seriatim.coincidences.question import Length, Method
from seriatim.coincidences.slots import WEEK, Row, year_blocks

LARGEST = 50_000  # parts in a sum of single placements: keeps the exact convolution under half a second


@dataclass(frozen=True, slots=True, eq=False)
class Result:
    """p, the distribution of the count, the least p that the calendar allows, and what the method adds."""

    p: float
    chance: Chance
    least: float
    blocks: int | None = None  # blocks that can be shifted
    best: Length | None = None
    notes: tuple[str, ...] = ()


def run(method: Method, calendar: Calendar) -> Result:
    """What chance makes of the calendar, by the method of that name."""
    return METHODS[method](calendar)


def _blocks(calendar: Calendar) -> Result:
    return _shifted(calendar, blocks_of(calendar))


def _circular(calendar: Calendar) -> Result:
    week = WEEK // calendar.unit
    whole = calendar.slots // week * week
    return _shifted(calendar, [b for b in ((0, whole), (whole, calendar.slots)) if b[1] > b[0]])


def blocks_of(calendar: Calendar) -> list[shifts.Block]:
    """The period in years of whole weeks."""
    return year_blocks(calendar.start // edtf.DAY, calendar.slots, WEEK // calendar.unit)


def _shifted(calendar: Calendar, blocks: list[shifts.Block]) -> Result:
    counts, scale = _counts(calendar, blocks)
    chance = shifts.chance(counts, scale)
    movable = sum(len(c) > 1 for c in counts)
    return Result(chance.at_least(shifts.seen(counts, scale)), chance, chance.at_least(chance.highest), movable)


def _counts(calendar: Calendar, blocks: list[shifts.Block]) -> tuple[list[Ints], int]:
    weights = calendar.of.weights(calendar.slots)
    scale = shifts.scale_of(weights, calendar.covered)
    return shifts.scores(weights, calendar.covered, blocks, WEEK // calendar.unit, scale), scale


def _windows(calendar: Calendar) -> Result:
    """The block shift over all windows from none to the one asked for, and to 30 slots at least."""
    asked = calendar.question.within.amount
    widths = sorted({asked, *np.linspace(0, max(30, asked), 31).round().astype(int).tolist()})
    blocks = blocks_of(calendar)
    best = scan.best_window([_counts(calendar.with_width(w), blocks)[0] for w in widths])
    own = _shifted(calendar, blocks)
    return Result(best.p, own.chance, 1 / best.calendars, own.blocks, Length(widths[best.window], calendar.question.within.unit))


def _exact(calendar: Calendar) -> Result:
    chance, seen = _placed(calendar.covered, calendar.of, max(1, len(calendar.of)))
    return Result(chance.at_least(seen), chance, chance.at_least(chance.highest))


def _placed(covered: Floats, events: Row, of: int) -> tuple[Chance, float]:
    """Events strewn evenly over slots: different slots where they have different ones, each by itself elsewhere.

    ``of``: how many events there are in all, which sets how finely shares are counted.
    """
    whole = bool(np.isin(covered, (0, 1)).all())
    shares = _window_means(covered, events)
    if whole and events.precise:
        hits = float(covered[events.starts].sum())
        alone = len(np.unique(events.starts)) == len(events)
        return (hypergeometric(len(covered), int(covered.sum()), len(events)) if alone else binomial(len(events), float(covered.mean()))), hits
    scale = min(PARTS, max(1, LARGEST // of))
    parts = [repeated(uniform(np.rint(shares[n] * scale).astype(np.int64), scale), int((events.lengths == n).sum())) for n in shares]
    seen = sum(int(np.rint(shares[n][events.starts[events.lengths == n]] * scale).sum()) for n in shares)
    return total(parts, scale), seen / scale


def _window_means(covered: Floats, events: Row) -> dict[int, Floats]:
    """For each length of interval the covered share at every place that such an interval can take in the period."""
    below = np.append(0.0, np.cumsum(covered))
    return {n: (below[n:] - below[:-n]) / n for n in np.unique(events.lengths).tolist()}


def _strata(calendar: Calendar) -> Result:
    """Events strewn over the slots of their own weekday, hour and year."""
    precise = calendar.of.lengths == 1
    of = Row(calendar.of.starts[precise], calendar.of.ends[precise])
    stratum = _stratum(calendar)
    scaled: list[tuple[Chance, float]] = []
    for name in np.unique(stratum[of.starts]).tolist():
        members = np.flatnonzero(stratum == name)
        at = np.searchsorted(members, of.starts[stratum[of.starts] == name])
        scaled.append(_placed(calendar.covered[members], Row(at, at + 1), max(1, len(of))))
    scale = max((c.scale for c, _ in scaled), default=1)
    chance = total((_finer(c, scale) for c, _ in scaled), scale)
    lost = int((~precise).sum())
    notes = (f"{lost} A that are not dated to the {calendar.question.within.unit} have no stratum and are left out of p",) if lost else ()
    return Result(chance.at_least(sum(hits for _, hits in scaled)), chance, chance.at_least(chance.highest), notes=notes)


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
    a, b = (r.starts[r.lengths == 1].astype(np.float64) for r in (calendar.of, calendar.after))
    lost = len(calendar.of) + len(calendar.after) - len(a) - len(b)
    notes = (f"{lost} events that are not dated to the {calendar.question.within.unit} are left out of p",) if lost else ()
    if not len(a) or not len(b):
        return Result(1.0, _exact(calendar).chance, 1.0, notes=notes)
    return Result(scan.waits(a, b, calendar.slots, slot=1.0).p, _exact(calendar).chance, 0.0, notes=notes)


METHODS: dict[Method, Callable[[Calendar], Result]] = {
    "blocks": _blocks,
    "exact": _exact,
    "strata": _strata,
    "circular": _circular,
    "windows": _windows,
    "waits": _waits,
}
