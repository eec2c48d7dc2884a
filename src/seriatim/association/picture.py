"""The picture of a result: two rows of events with the windows, and hits against chance."""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from seriatim.association import drawing
from seriatim.association.calendar import Row
from seriatim.association.drawing import Box, Drawing, Shape, Words
from seriatim.association.exact import Floats
from seriatim.association.observation import Calendar, on_calendar
from seriatim.association.question import Coincidence, Refusal
from seriatim.association.report import count, often, say, where
from seriatim.messages import coincidence as messages
from seriatim.temporal import edtf

WIDTH, LEFT, RIGHT = 960, 40, 920
ROW_B, ROW_A, AXIS = 82, 140, 172
BARS_TOP, BARS_FOOT = 246, 366
INK, FAINT, WINDOW, HIT, MISS = "#1a1a1a", "#6b6b6b", "#f3dfae", "#0b4f8a", "#8a8a8a"
LABELS = 10  # the most years on the axis


def svg(answer: Coincidence | Refusal) -> bytes:
    """The picture as SVG."""
    return drawing.svg(draw(answer))


def png(answer: Coincidence | Refusal) -> bytes:
    """The picture as PNG."""
    return drawing.png(draw(answer))


def draw(answer: Coincidence | Refusal) -> Drawing:
    """The shapes of the picture; its description is the result in words."""
    seen = answer.seen
    calendar = on_calendar(seen.question, seen.of, seen.after, seen.period)
    bars = (
        list(_bars(answer))
        if isinstance(answer, Coincidence)
        else [Words(LEFT, BARS_TOP, messages.refused(answer.reasons[0]), fill=INK)]
    )
    height = BARS_FOOT + 60 if isinstance(answer, Coincidence) else BARS_TOP + 28
    near = where(seen.question, seen.question.within)
    title = messages.headline(len(seen.of.placed), count(seen.hits), near)
    shapes: list[Shape] = [
        Words(LEFT, 28, title, 17),
        *_rows(answer, calendar),
        *_axis(calendar),
        *bars,
    ]
    return Drawing(WIDTH, height, title, say(answer), tuple(shapes))


def _x(slot: float, slots: int) -> float:
    return LEFT + (RIGHT - LEFT) * slot / slots


def _rows(answer: Coincidence | Refusal, calendar: Calendar) -> Iterator[Shape]:
    """Windows behind, B above, A below; an A in a window is tall and dark, an open date wide."""
    question = answer.seen.question
    for start, end in _runs(calendar.covered):
        yield Box(
            _x(start, calendar.slots),
            ROW_B - 14,
            max(0.6, _x(end, calendar.slots) - _x(start, calendar.slots)),
            AXIS - ROW_B + 14,
            WINDOW,
        )
    yield Words(LEFT, ROW_B - 22, messages.picture_side("B", question.after), 12, fill=FAINT)
    yield Words(LEFT, ROW_A - 18, messages.picture_side("A", question.of), 12, fill=FAINT)
    yield Words(LEFT, AXIS + 38, messages.LEGEND, 11, fill=FAINT)
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
    """How often chance gives each count, with the observed and expected ones."""
    values, weights = _binned(answer)
    low, high = min(values[0], answer.effect.seen), max(values[-1], answer.effect.seen)
    wide = (RIGHT - LEFT) / max(1.0, high - low + 1)
    yield Words(LEFT, BARS_TOP - 8, messages.chance_heading(_how_often(answer)), 13)
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
        (answer.effect.seen, 32, messages.OBSERVED, INK),
        (answer.effect.expected, 48, messages.EXPECTED, FAINT),
    ):
        x = LEFT + (at - low + 0.45) * wide
        yield Box(x - 1, BARS_TOP + 4, 2, BARS_FOOT - BARS_TOP + y - 12, ink)
        yield Words(
            x + 5 if x < WIDTH / 2 else x - 5,
            BARS_FOOT + y,
            messages.labelled(label, count(at)),
            12,
            "start" if x < WIDTH / 2 else "end",
            ink,
        )


def _how_often(answer: Coincidence) -> str:
    if answer.best is not None or answer.method == "waits":
        return messages.stands_out_in(often(answer.p))
    return messages.as_many_in(count(answer.effect.seen), often(answer.p))


def _binned(answer: Coincidence) -> tuple[list[float], list[float]]:
    """The distribution in whole counts, without tails rarer than 1 of 10,000."""
    counts = np.floor(answer.chance.values + 1e-9).astype(np.int64)
    weights = np.bincount(counts - counts[0], weights=answer.chance.weights)
    kept = np.flatnonzero(weights > 1e-4)
    return [float(counts[0] + k) for k in range(kept[0], kept[-1] + 1)], weights[
        kept[0] : kept[-1] + 1
    ].tolist()
