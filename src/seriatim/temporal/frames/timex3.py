"""Points in time as TIMEX3 and EDTF write them."""

from __future__ import annotations

from seriatim.temporal.edtf import civil_from_days, days_from_civil, year_text
from seriatim.temporal.edtf import weekday as weekday_of
from seriatim.temporal.frames.anchors import Point
from seriatim.temporal.tagging.grammar import Meaning


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


def clock_value(meaning: Meaning) -> str:
    """``T12:36``."""
    hour, minute, second = meaning["clock"]
    return f"T{hour:02}:{minute:02}" + ("" if second is None else f":{second:02}")


def as_edtf(base: Point) -> str:
    """A point as EDTF writes it."""
    text = year_text(base.year)
    if base.month:
        text += f"-{base.month:02}"
    return text + (f"-{base.day:02}" if base.day else "")
