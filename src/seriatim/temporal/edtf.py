"""EDTF values of the project's profile and the intervals that they stand for.

The profile (level 1 of ISO 8601-2:2019): ``2016-07-20``, ``2016-04``, ``2016-21`` (spring),
``2016``, ``201X``, ``19XX``, ``-0479``, each with ``~``, ``?`` or ``%`` behind it; times to the
hour, minute or second (``2001-09-11T08:51``); intervals of two of them, either side open
(``2016-08-08/..``); and the word ``unknown``.  Intervals of time are half-open, in whole seconds
from 1970-01-01T00:00, proleptic Gregorian with a year 0, without time zones: a chronology's times
are those of its documents.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from seriatim.model import Precision

DAY = 86_400
UNKNOWN = "unknown"
SEASON_NAMES = {
    21: "spring",
    22: "summer",
    23: "autumn",
    24: "winter",
    33: "the first quarter of",
    34: "the second quarter of",
    35: "the third quarter of",
    36: "the fourth quarter of",
}
# First month and number of months.  Winter of a year begins in its December; 33-36 are quarters.
SEASONS = {
    21: (3, 3),
    22: (6, 3),
    23: (9, 3),
    24: (12, 3),
    33: (1, 3),
    34: (4, 3),
    35: (7, 3),
    36: (10, 3),
}
MONTH_NAMES = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_POINT = re.compile(
    r"(-?\d{4}|\d{3}X|\d{2}XX)(?:-(\d\d)(?:-(\d\d)(?:T([01]\d|2[0-3])(?::([0-5]\d)(?::([0-5]\d))?)?)?)?)?([~?%])?"
)


class EdtfError(ValueError):
    """The value is not EDTF of the project's profile."""


class Interval(NamedTuple):
    """``[start, end)`` in seconds from 1970-01-01T00:00; ``None`` where open."""

    start: int | None
    end: int | None

    def contains(self, other: Interval) -> bool:
        """Whether every moment of ``other`` lies in this one."""
        return (self.start is None or (other.start is not None and self.start <= other.start)) and (
            self.end is None or (other.end is not None and other.end <= self.end)
        )

    def meets(self, other: Interval) -> bool:
        """Whether the two share a moment."""
        return (self.start is None or other.end is None or self.start < other.end) and (
            self.end is None or other.start is None or other.start < self.end
        )


EVER = Interval(None, None)


def days_from_civil(year: int, month: int, day: int = 1) -> int:
    """Days from 1970-01-01; ``month`` may run past 12 or below 1."""
    year, month = year + (month - 1) // 12, (month - 1) % 12 + 1
    year -= month <= 2
    era = year // 400
    of_era = year - era * 400
    of_year = (153 * (month + (-3 if month > 2 else 9)) + 2) // 5 + day - 1
    return era * 146_097 + of_era * 365 + of_era // 4 - of_era // 100 + of_year - 719_468


def civil_from_days(days: int) -> tuple[int, int, int]:
    """Year, month and day of a number of days from 1970-01-01."""
    days += 719_468
    era = days // 146_097
    of_era = days - era * 146_097
    year_of_era = (of_era - of_era // 1460 + of_era // 36_524 - of_era // 146_096) // 365
    of_year = of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
    shifted = (5 * of_year + 2) // 153
    month = shifted + (3 if shifted < 10 else -9)
    return year_of_era + era * 400 + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


def days_in_month(year: int, month: int) -> int:
    """28 to 31."""
    return days_from_civil(year, month + 1) - days_from_civil(year, month)


def weekday(days: int) -> int:
    """0 for Monday … 6 for Sunday, of a number of days from 1970-01-01 (a Thursday)."""
    return (days + 3) % 7


@lru_cache(maxsize=65_536)
def interval(value: str) -> Interval:
    """The interval of time that an EDTF value stands for; ``EVER`` for ``unknown``.  Raises EdtfError."""
    if value == UNKNOWN:
        return EVER
    left, slash, right = value.partition("/")
    if not slash:
        return _point(left)
    start = EVER if left == ".." else _point(left)
    end = EVER if right == ".." else _point(right)
    if left == right == ".." or (
        start.start is not None and end.end is not None and start.start >= end.end
    ):
        raise EdtfError(f"{value!r} ends before it starts")
    return Interval(start.start, end.end)


def _point(value: str) -> Interval:
    match = _POINT.fullmatch(value)
    if not match:
        raise EdtfError(f"{value!r} is not an EDTF value of the profile")
    year, month, day, hour, minute, second, _ = match.groups()
    if "X" in year:
        if month:
            raise EdtfError(f"{value!r}: a decade or century has no month")
        first = int(year.replace("X", "0"))
        return Interval(
            days_from_civil(first, 1) * DAY, days_from_civil(first + 10 ** year.count("X"), 1) * DAY
        )
    y, m = int(year), int(month or 1)
    if month is None:
        return Interval(days_from_civil(y, 1) * DAY, days_from_civil(y + 1, 1) * DAY)
    if m in SEASONS and day is None:
        first_month, months = SEASONS[m]
        return Interval(
            days_from_civil(y, first_month) * DAY, days_from_civil(y, first_month + months) * DAY
        )
    if not 1 <= m <= 12:
        raise EdtfError(f"{value!r}: there is no month {month}")
    if day is None:
        return Interval(days_from_civil(y, m) * DAY, days_from_civil(y, m + 1) * DAY)
    if not 1 <= int(day) <= days_in_month(y, m):
        raise EdtfError(f"{value!r}: there is no such day")
    at = days_from_civil(y, m, int(day)) * DAY
    if hour is None:
        return Interval(at, at + DAY)
    at += int(hour) * 3600 + int(minute or 0) * 60 + int(second or 0)
    return Interval(at, at + (1 if second else 60 if minute else 3600))


def is_valid(value: str) -> bool:
    """Whether the value is EDTF of the profile."""
    try:
        interval(value)
    except EdtfError:
        return False
    return True


def day(days: int) -> str:
    """The EDTF day of a number of days from 1970-01-01."""
    year, month, of_month = civil_from_days(days)
    return f"{year_text(year)}-{month:02}-{of_month:02}"


def year_text(year: int) -> str:
    """A year with four digits and a sign before the year 0."""
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def minute(seconds: int) -> str:
    """The EDTF minute of a number of seconds from 1970-01-01T00:00."""
    days, rest = divmod(seconds, DAY)
    return f"{day(days)}T{rest // 3600:02}:{rest // 60 % 60:02}"


def from_days(first: int | None, last: int | None) -> str:
    """The EDTF interval of whole days from ``first`` to ``last``, both inclusive, as short as it can be said (a month, a year)."""
    if first is None and last is None:
        return UNKNOWN
    if first is None or last is None:
        return f"{'..' if first is None else day(first)}/{'..' if last is None else day(last)}"
    if first == last:
        return day(first)
    (y1, m1, d1), (y2, m2, d2) = civil_from_days(first), civil_from_days(last + 1)
    if d1 == d2 == 1:
        if m1 == m2 == 1 and y2 == y1 + 1:
            return year_text(y1)
        if (y2 * 12 + m2) - (y1 * 12 + m1) == 1:
            return f"{year_text(y1)}-{m1:02}"
    return f"{day(first)}/{day(last)}"


def first_day(value: str) -> int | None:
    """The first day that the value allows, in days from 1970-01-01; ``None`` where open."""
    start = interval(value).start
    return None if start is None else start // DAY


def last_day(value: str) -> int | None:
    """The last day that the value allows, in days from 1970-01-01; ``None`` where open."""
    end = interval(value).end
    return None if end is None else (end - 1) // DAY


def bounded(value: str, earliest: str | None, latest: str | None) -> Interval:
    """The interval of ``value``, narrowed by what other events imply; where the two contradict each other, that of ``value`` alone."""
    said = interval(value)
    starts = [
        i for i in (said.start, interval(earliest).start if earliest else None) if i is not None
    ]
    ends = [i for i in (said.end, interval(latest).end if latest else None) if i is not None]
    start, end = max(starts, default=None), min(ends, default=None)
    return said if start is not None and end is not None and start >= end else Interval(start, end)


def hull(values: list[str]) -> str:
    """The narrowest value that covers all of the values: one of them where it covers the rest; ``unknown`` covers nothing and is left out."""
    known = [v for v in dict.fromkeys(values) if v != UNKNOWN]
    if not known:
        return UNKNOWN
    for value in known:
        if all(interval(value).contains(interval(other)) for other in known):
            return value
    spans = [interval(v) for v in known]
    if any(s.start is None for s in spans) and any(s.end is None for s in spans):
        return UNKNOWN
    start = min(
        (v for v in known if interval(v).start is not None),
        key=lambda v: interval(v).start or 0,
        default="..",
    )
    end = max(
        (v for v in known if interval(v).end is not None),
        key=lambda v: interval(v).end or 0,
        default="..",
    )
    left = ".." if any(s.start is None for s in spans) else start.partition("/")[0]
    right = ".." if any(s.end is None for s in spans) else (end.partition("/")[2] or end)
    return f"{left}/{right}"


def precision(value: str) -> Precision:
    """The precision that the value is written to: ``day``, ``month``, … ``range``, ``open``, ``unknown``."""
    if value == UNKNOWN:
        return "unknown"
    if "/" in value:
        return "open" if ".." in value else "range"
    match = _POINT.fullmatch(value)
    if not match:
        raise EdtfError(f"{value!r} is not an EDTF value of the profile")
    year, month, day_, hour, minute_, second, _ = match.groups()
    if "X" in year:
        return "decade" if year.count("X") == 1 else "century"
    parts: tuple[tuple[str | None, Precision], ...] = (
        (second, "second"),
        (minute_, "minute"),
        (hour, "hour"),
        (day_, "day"),
    )
    for part, name in parts:
        if part:
            return name
    return "year" if month is None else "season" if int(month) in SEASONS else "month"


@lru_cache(maxsize=65_536)
def say(value: str) -> str:
    """The value in plain English words: "7 October 2016", "about 1850", "on or after 8 August 2016"."""
    if value == UNKNOWN:
        return "no date stated"
    left, slash, right = value.partition("/")
    if not slash:
        return _say_point(left)
    if left == "..":
        return f"{_say_point(right)} or before"
    if right == "..":
        return f"{_say_point(left)} or after"
    return (
        f"{_say_point(left)} to {_say_point(right)}"
        if left[-1] in "~?%" or right[-1] in "~?%"
        else _say_range(left, right)
    )


def _say_range(left: str, right: str) -> str:
    """What both ends share is said once: "11 to 15 July 2016", "5 March 1911, 8:51 to 9:26"."""
    first, last = _say_point(left), _say_point(right)
    if "T" in left or "T" in right:
        same_day = (
            left.partition("T")[0] == right.partition("T")[0] and "T" in left and "T" in right
        )
        return f"{first} to {last.rpartition(', ')[2] if same_day else last}"
    one, other = first.split(), last.split()
    shared = 0
    while (
        len(one) == len(other) and shared < len(one) - 1 and one[-1 - shared] == other[-1 - shared]
    ):
        shared += 1
    return f"{' '.join(one[: len(one) - shared])} to {last}"


def _say_point(value: str) -> str:
    match = _POINT.fullmatch(value)
    if not match:
        raise EdtfError(f"{value!r} is not an EDTF value of the profile")
    year, month, day_, hour, minute_, second, mark = match.groups()
    before = {"~": "about ", "?": "perhaps ", "%": "perhaps about "}.get(mark or "", "")
    if "X" in year:
        first = int(year.replace("X", "0"))
        return (
            f"{before}the {first}s"
            if year.endswith("X") and year[2] != "X"
            else f"{before}{first} to {first + 99}"
        )
    y = int(year)
    text = f"{1 - y} BC" if y <= 0 else str(y)
    if month:
        m = int(month)
        text = f"{MONTH_NAMES[m - 1] if m <= 12 else SEASON_NAMES[m]} {text}"
    if day_:
        text = f"{int(day_)} {text}"
    if hour:
        text += (
            f", {hour}:{minute_}" + (f":{second}" if second else "") if minute_ else f", {hour}h"
        )
    return before + text
