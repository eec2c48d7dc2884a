"""Points in time as TIMEX3 and EDTF write them."""

from __future__ import annotations

from seriatim.temporal.algebra import Clock
from seriatim.temporal.edtf import civil_from_days, days_from_civil, year_text
from seriatim.temporal.edtf import weekday as weekday_of
from seriatim.temporal.frames.anchors import Point


def year_value(year: int) -> str:
    """A year as TIMEX3 writes it: ``1911``, ``BC0044``."""
    return f"BC{1 - year:04}" if year <= 0 else f"{year:04}"


def point_value(point: Point) -> str:
    """A point as TIMEX3 writes it."""
    text = year_value(point.year)
    if point.month:
        text += f"-{point.month:02}"
    return text + (f"-{point.day:02}" if point.day else "")


def week_value(days: int) -> str:
    """The ISO week of a day: ``1911-W09``."""
    thursday = days - weekday_of(days) + 3
    year = civil_from_days(thursday)[0]
    return f"{year_value(year)}-W{(thursday - days_from_civil(year, 1)) // 7 + 1:02}"


def clock_value(clock: Clock) -> str:
    """``T12:36``, with the zone where one is stated: ``T12:36-05:00``, ``T12:36Z``."""
    seconds = "" if clock.second is None else f":{clock.second:02}"
    return f"T{clock.hour:02}:{clock.minute:02}{seconds}{_zone(clock.zone)}"


def _zone(minutes: int | None) -> str:
    if not minutes:
        return "" if minutes is None else "Z"
    hours, rest = divmod(abs(minutes), 60)
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def as_edtf(base: Point) -> str:
    """A point as EDTF writes it."""
    text = year_text(base.year)
    if base.month:
        text += f"-{base.month:02}"
    return text + (f"-{base.day:02}" if base.day else "")
