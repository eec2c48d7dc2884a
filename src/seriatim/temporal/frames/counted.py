"""What is counted from a beginning that the text has dated: “day 3 of the siege”."""

from __future__ import annotations

from seriatim.lang import timex_frame_patterns as frame_patterns
from seriatim.lang import timex_words
from seriatim.temporal.algebra import Duration
from seriatim.temporal.edtf import civil_from_days, day, days_from_civil, first_day, last_day
from seriatim.temporal.frames.anchors import from_days
from seriatim.temporal.frames.context import Context, TimexValue

_DAYS = {"day": 1, "night": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}


def note_beginning(said: TimexValue, start: int, end: int, context: Context) -> None:
    """Keep when something began: “the siege began on 4 May 1820”."""
    if said.edtf is None or ".." in said.edtf or said.type != "DATE":
        return
    before = frame_patterns.BEGAN.search(context.text, max(0, start - 80), start)
    match = before or frame_patterns.BEGINS_AFTER.match(context.text, end)
    if match is not None:
        context.reference.began = {**context.reference.began, match["what"].lower(): said.edtf}


def counted(length: Duration, context: Context) -> TimexValue | None:
    """The day, week, month or year so many from a beginning; None where that is not dated.

    A trial or a congress rests between its days, so that its third is the third day or later.
    """
    what = frame_patterns.OF_WHAT.match(context.text, context.at[1])
    if what is None or length.ordinal is None:
        return None
    named = [word for word in what["what"].lower().split() if word in context.reference.began]
    if not named:
        return None
    began = context.reference.began[named[0]]
    first, last = first_day(began), last_day(began)
    if first is None or last is None:
        return None
    days = _stretch(first, last, length.unit, length.ordinal)
    if days is None:
        return None
    low, high = days
    lasts = named[0] in timex_words.CONTINUOUS
    edtf = day(low) if lasts and low == high else f"{day(low)}/{day(high) if lasts else '..'}"
    point = from_days(low) if low == high and lasts else None
    value = day(low) if length.unit in _DAYS and lasts else edtf
    return TimexValue("DATE", value, edtf=edtf, anchor="running", point=point)


def _stretch(first: int, last: int, unit: str, nth: int) -> tuple[int, int] | None:
    """The first and the last day that the nth unit may have, where the first began in a span."""
    if unit in _DAYS:
        size = _DAYS[unit]
        return first + (nth - 1) * size, last + nth * size - 1
    if unit in _MONTHS:
        return _months_on(first, (nth - 1) * _MONTHS[unit]), _months_on(last, nth * _MONTHS[unit])
    return None


def _months_on(days: int, months: int) -> int:
    year, month, of_month = civil_from_days(days)
    return days_from_civil(year, month + months, of_month)
