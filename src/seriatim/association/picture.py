"""The picture of an answer: the two rows of events with the windows, and the count that was seen on what chance gives."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from seriatim.association import drawing
from seriatim.association.calendar import Row
from seriatim.association.drawing import Box, Drawing, Shape, Words
from seriatim.association.exact import Floats
from seriatim.association.observation import Calendar, on_calendar
from seriatim.association.question import Coincidence, Refusal
from seriatim.association.wording import count, often, say, where
from seriatim.temporal import edtf

WIDTH, LEFT, RIGHT = 960, 40, 920
ROW_B, ROW_A, AXIS = 82, 140, 172
BARS_TOP, BARS_FOOT = 246, 366
LEGEND = "Shaded: the windows.  Tall and dark: in a window, or perhaps in one.  Wide: a date that is not exact."
INK, FAINT, WINDOW, HIT, MISS = "#1a1a1a", "#6b6b6b", "#f3dfae", "#0b4f8a", "#8a8a8a"
LABELS = 10  # at most so many years on the axis


def svg(answer: Coincidence | Refusal) -> bytes:
    """The picture as SVG."""
    return drawing.svg(draw(answer))


def png(answer: Coincidence | Refusal) -> bytes:
    """The picture as PNG."""
    return drawing.png(draw(answer))


def draw(answer: Coincidence | Refusal) -> Drawing:
    """The shapes of the picture; its description is the answer in words."""
    seen = answer.seen
    calendar = on_calendar(seen.question, seen.of, seen.after, seen.period)
    bars = (
        list(_bars(answer))
        if isinstance(answer, Coincidence)
        else [Words(LEFT, BARS_TOP, _refused(answer), fill=INK)]
    )
    height = BARS_FOOT + 60 if isinstance(answer, Coincidence) else BARS_TOP + 28
    title = f"Of {len(seen.of.placed):,} A, {count(seen.hits)} came {where(seen.question, seen.question.within)}"
    shapes: list[Shape] = [
        Words(LEFT, 28, title, 17),
        *_rows(answer, calendar),
        *_axis(calendar),
        *bars,
    ]
    return Drawing(WIDTH, height, title, say(answer), tuple(shapes))


def _refused(answer: Refusal) -> str:
    """The first sentence of the first reason: a line holds no more, and the answer in words tells the rest."""
    return f"No p-value: {answer.reasons[0].partition('.')[0]}."


def _x(slot: float, slots: int) -> float:
    return LEFT + (RIGHT - LEFT) * slot / slots


def _rows(answer: Coincidence | Refusal, calendar: Calendar) -> Iterator[Shape]:
    """Windows behind; B above, A below; an A in a window is tall and dark, an imprecise date is as wide as it is."""
    question = answer.seen.question
    for start, end in _runs(calendar.covered):
        yield Box(
            _x(start, calendar.slots),
            ROW_B - 14,
            max(0.6, _x(end, calendar.slots) - _x(start, calendar.slots)),
            AXIS - ROW_B + 14,
            WINDOW,
        )
    yield Words(LEFT, ROW_B - 22, f"B: {question.after or 'every event'}", 12, fill=FAINT)
    yield Words(LEFT, ROW_A - 18, f"A: {question.of or 'every event'}", 12, fill=FAINT)
    yield Words(LEFT, AXIS + 38, LEGEND, 11, fill=FAINT)
    yield from _marks(calendar.after, calendar.slots, ROW_B, np.ones(len(calendar.after)))
    yield from _marks(calendar.of, calendar.slots, ROW_A, calendar.shares)


def _runs(covered: Floats) -> list[tuple[int, int]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([0], covered > 0, [0])).astype(np.int8)))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _marks(events: Row, slots: int, y: float, shares: Floats) -> Iterator[Shape]:
    for start, end, share in zip(
        events.starts.tolist(), events.ends.tolist(), shares.tolist(), strict=True
    ):
        wide = max(2.0, _x(end, slots) - _x(start, slots))
        tall = 5 if end - start > 1 else 26 if share > 0 else 12
        yield Box(_x(start, slots), y + 6 - tall / 2, wide, tall, HIT if share > 0 else MISS)


def _axis(calendar: Calendar) -> Iterator[Shape]:
    yield Box(LEFT, AXIS, RIGHT - LEFT, 1, INK)
    first_day, days = calendar.start // edtf.DAY, calendar.slots * calendar.unit / edtf.DAY
    first, last = edtf.civil_from_days(first_day)[0], edtf.civil_from_days(first_day + int(days))[0]
    step = max(1, -(-(last - first) // LABELS))
    years = [
        (edtf.days_from_civil(y, 1) - first_day, edtf.year_text(y))
        for y in range(first + 1, last + 1, step)
    ]
    marks = (
        years
        if len(years) > 1
        else [(0, edtf.day(first_day)), (int(days) - 1, edtf.day(first_day + int(days) - 1))]
    )
    for day, label in marks:
        x = LEFT + (RIGHT - LEFT) * day / days
        yield Box(x, AXIS, 1, 5, INK)
        yield Words(
            x,
            AXIS + 18,
            label,
            11,
            "start" if day == 0 else "end" if x > RIGHT - 30 else "middle",
            FAINT,
        )


def _bars(answer: Coincidence) -> Iterator[Shape]:
    """How often chance gives each count, and where the one that was seen lies."""
    values, weights = _binned(answer)
    low, high = min(values[0], answer.effect.seen), max(values[-1], answer.effect.seen)
    wide = (RIGHT - LEFT) / max(1.0, high - low + 1)
    yield Words(
        LEFT, BARS_TOP - 8, f"What chance alone gives in this window ({_how_often(answer)})", 13
    )
    every = max(1, -(-len(values) // 30))
    for i, (value, weight) in enumerate(zip(values, weights, strict=True)):
        tall = (BARS_FOOT - BARS_TOP) * weight / max(weights)
        x = LEFT + (value - low) * wide
        yield Box(
            x,
            BARS_FOOT - tall,
            max(1.0, wide * 0.9),
            tall,
            HIT if value >= answer.effect.seen else MISS,
        )
        if not i % every:
            yield Words(x + wide * 0.45, BARS_FOOT + 15, f"{value:g}", 11, "middle", FAINT)
    yield Box(LEFT, BARS_FOOT, RIGHT - LEFT, 1, INK)
    for at, y, label, ink in (
        (answer.effect.seen, 32, "seen", INK),
        (answer.effect.expected, 48, "expected", FAINT),
    ):
        x = LEFT + (at - low + 0.45) * wide
        yield Box(x - 1, BARS_TOP + 4, 2, BARS_FOOT - BARS_TOP + y - 12, ink)
        yield Words(
            x + 5 if x < WIDTH / 2 else x - 5,
            BARS_FOOT + y,
            f"{label}: {count(at)}",
            12,
            "start" if x < WIDTH / 2 else "end",
            ink,
        )


def _how_often(answer: Coincidence) -> str:
    if answer.best is not None or answer.method == "waits":
        return f"over all windows {often(answer.p)} such calendars stand out as much"
    return f"{count(answer.effect.seen)} or more in {often(answer.p)} such calendars"


def _binned(answer: Coincidence) -> tuple[list[float], list[float]]:
    """Whole counts where the distribution stands on parts of events; what is rarer than 1 of 10,000 is left out on either side."""
    counts = np.floor(answer.chance.values + 1e-9).astype(np.int64)
    weights = np.bincount(counts - counts[0], weights=answer.chance.weights)
    kept = np.flatnonzero(weights > 1e-4)
    return [float(counts[0] + k) for k in range(kept[0], kept[-1] + 1)], weights[
        kept[0] : kept[-1] + 1
    ].tolist()
