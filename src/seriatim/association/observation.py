"""From events to what was seen: who has a place in the period, how much the windows cover, which pairs they make."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from seriatim.association.calendar import SECONDS, Row, Window, cover, row
from seriatim.association.exact import Floats
from seriatim.association.question import Pair, Question, QuestionError, Seen, Side, bounds
from seriatim.model import Event
from seriatim.temporal import edtf

MOST_SLOTS = 20_000_000  # 38 years of minutes; each column of the calendar then takes 160 MB


@dataclass(frozen=True, slots=True, eq=False)
class Calendar:
    """The same in slots: both rows, the number of slots, and what the windows cover."""

    question: Question
    start: int  # seconds from 1970-01-01T00:00
    slots: int
    of: Row
    after: Row
    covered: Floats

    @property
    def unit(self) -> int:
        """Seconds in a slot."""
        return SECONDS[self.question.within.unit]

    @property
    def shares(self) -> Floats:
        """For each A the covered share of its interval."""
        return mean_cover(self.covered, self.of)

    def with_width(self, width: int) -> Calendar:
        """The same events under a window of another width."""
        return calendar(self.question, self.start, self.slots, self.of, self.after, width)


def calendar(
    question: Question, start: int, slots: int, of: Row, after: Row, width: int | None = None
) -> Calendar:
    """Rows on a calendar; ``width`` in place of the question's own window."""
    lag = question.lag.amount if question.lag else 0
    window = Window(question.within.amount if width is None else width, lag, question.either)
    return Calendar(question, start, slots, of, after, cover(after, slots, window))


def mean_cover(covered: Floats, events: Row) -> Floats:
    """The covered share of each event's interval."""
    if events.precise:
        return covered[events.starts]
    below = np.append(0.0, np.cumsum(covered))
    shares: Floats = (below[events.ends] - below[events.starts]) / events.lengths
    return np.clip(shares, 0.0, 1.0)


def look(question: Question, of: Sequence[Event], after: Sequence[Event]) -> tuple[Seen, Calendar]:
    """What the two lists show.  Without a period, that from the first to the last dated event."""
    period = bounds(question.period) if question.period else _hull([*of, *after])
    both = {e.id for e in of} & {e.id for e in after}
    a, b = _side(of, period, both), _side(after, period, frozenset())
    found = on_calendar(question, a, b, period)
    shares = found.shares
    pairs = _pairs(a, b, found, shares)
    return Seen(
        question, a, b, period, float(shares.sum()), float(found.covered.mean()), pairs
    ), found


def on_calendar(question: Question, of: Side, after: Side, period: tuple[int, int]) -> Calendar:
    """The events of both sides in slots.  Raises QuestionError where they are too many to hold."""
    unit = SECONDS[question.within.unit]
    start = period[0] // unit * unit
    slots = max(1, -((start - period[1]) // unit))
    if slots > MOST_SLOTS:
        raise QuestionError(
            f"from {edtf.day(period[0] // edtf.DAY)} on there are {slots:,} {question.within.unit}s: ask in longer units or a shorter period"
        )
    return calendar(question, start, slots, _row(of, start, unit), _row(after, start, unit))


def _hull(events: Sequence[Event]) -> tuple[int, int]:
    dated = [i for i in map(_interval, events) if i.start is not None and i.end is not None]
    return (
        (min(i.start or 0 for i in dated), max(i.end or 0 for i in dated))
        if dated
        else (0, edtf.DAY)
    )


def _interval(event: Event) -> edtf.Interval:
    return edtf.bounded(event.when.edtf, event.when.earliest, event.when.latest)


def happened(event: Event) -> bool:
    """Whether any of its claims says that it happened: neither denied nor only planned."""
    return any(c.polarity == "+" and not c.planned for c in event.claims)


def _side(
    events: Sequence[Event], period: tuple[int, int], both: set[str] | frozenset[str]
) -> Side:
    sorted_out: dict[str, list[Event]] = {}
    for event in events:
        if event.status != "rejected":
            sorted_out.setdefault(_fate(event, period, both), []).append(event)
    return Side(**{reason: tuple(found) for reason, found in {"placed": [], **sorted_out}.items()})


def _fate(event: Event, period: tuple[int, int], both: set[str] | frozenset[str]) -> str:
    """The field of ``Side`` that an event belongs to."""
    start, end = period
    first, last = _interval(event)
    if not happened(event):
        return "not_said_to_have_happened"
    if event.id in both:
        return "in_both_lists"
    if first is None or last is None:
        outside = (last is not None and last <= start) or (first is not None and first >= end)
        return "outside" if outside else "undated"
    if last <= start or first >= end:
        return "outside"
    return "placed" if start <= first and last <= end else "not_surely_inside"


def _row(side: Side, start: int, unit: int) -> Row:
    intervals = [_interval(e) for e in side.placed]
    return row(
        [(((i.start or 0) - start) // unit, -((start - (i.end or 0)) // unit)) for i in intervals]
    )


def _pairs(of: Side, after: Side, found: Calendar, shares: Floats) -> tuple[Pair, ...]:
    """For each A that may lie in a window the nearest B that may have opened it, in the order of the A."""
    starts = sorted((int(s), k) for k, s in enumerate(found.after.starts))
    low, high = cover_reach(found.question)
    longest = int(found.after.lengths.max(initial=1))
    pairs = []
    for i in np.flatnonzero(shares > 0).tolist():
        first, last = int(found.of.starts[i]), int(found.of.ends[i]) - 1
        near = [
            k
            for _, k in starts[
                bisect_right(starts, (first - high - longest, -1)) : bisect_right(
                    starts, (last - low, len(starts))
                )
            ]
        ]
        k = min(
            near,
            key=lambda k: (
                abs((first + last) - int(found.after.starts[k] + found.after.ends[k] - 1)),
                k,
            ),
        )
        apart = (first - int(found.after.ends[k]) + 1, last - int(found.after.starts[k]))
        pairs.append(Pair(of.placed[i], after.placed[k], float(shares[i]), apart))
    return tuple(sorted(pairs, key=lambda p: (_interval(p.of).start or 0, p.of.id)))


def cover_reach(question: Question) -> tuple[int, int]:
    """The first and last slot of a window, counted from its event."""
    return Window(
        question.within.amount, question.lag.amount if question.lag else 0, question.either
    ).reach
