"""On which day of a year a holiday or a feast of the church falls."""

from __future__ import annotations

from seriatim.lang import calendar, feasts
from seriatim.temporal.edtf import civil_from_days, days_from_civil, days_in_month
from seriatim.temporal.edtf import weekday as weekday_of
from seriatim.temporal.tagging.julian import (
    GREGORIAN_FROM,
    GREGORIAN_IN_ENGLAND,
    days_from_julian,
    julian_easter,
    julian_from_days,
)

MonthDay = tuple[int, int]
RULES: dict[str, tuple[int, int] | tuple[str, int] | tuple[int, int, int]] = {
    **feasts.SAINTS,
    **feasts.BEHIND_FEAST,
    **feasts.FEASTS,
    **calendar.HOLIDAYS,
}


def holiday(name: str, year: int) -> MonthDay:
    """Month and day of a holiday in a year; in the Julian calendar while England kept it."""
    return holidays(name, year)[0]


def holidays(name: str, year: int, beside: int = 0) -> tuple[MonthDay, ...]:
    """Month and day of a holiday, or of a day beside it, by each calendar in use that year.

    Easter and what counts from it fell on two days from 1583 to 1752: by the Julian calendar in
    England, by the Gregorian one in most of Europe.
    """
    rule = RULES[name]
    if rule[0] == "easter":
        days = int(rule[1]) + beside
        old = _julian_moved(year, julian_easter(year), days)
        new = civil_from_days(easter(year) + days)[1:]
        if year <= GREGORIAN_FROM:
            return (old,)
        return (new,) if year >= GREGORIAN_IN_ENGLAND or old == new else (old, new)
    month, of_month = _by_calendar(rule, year)
    return (civil_from_days(days_from_civil(year, month, of_month) + beside)[1:],)


def _by_calendar(
    rule: tuple[int, int] | tuple[str, int] | tuple[int, int, int], year: int
) -> MonthDay:
    if len(rule) == 2:
        return int(rule[0]), int(rule[1])
    month, wanted, which = int(rule[0]), int(rule[1]), int(rule[2])
    if which < 0:
        last = days_from_civil(year, month + 1) - 1
        return month, days_in_month(year, month) - (weekday_of(last) - (wanted - 1)) % 7
    first = days_from_civil(year, month)
    return month, 1 + (wanted - 1 - weekday_of(first)) % 7 + 7 * (which - 1)


def _julian_moved(year: int, of_year: MonthDay, days: int) -> MonthDay:
    return julian_from_days(days_from_julian(year, *of_year) + days)[1:]


def ascension(year: int) -> MonthDay:
    """Month and day of Ascension Day in the Julian calendar."""
    return _julian_moved(year, julian_easter(year), _ASCENSION)


_ASCENSION = 39


def easter(year: int) -> int:
    """Easter Sunday of the Gregorian calendar, in days from 1970-01-01 (Butcher's rule)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month = (h + m - 7 * n + 114) // 31
    return days_from_civil(year, month, (h + m - 7 * n + 114) % 31 + 1)
