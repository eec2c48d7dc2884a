"""On which day of a year a holiday falls."""

from __future__ import annotations

from seriatim.lang import calendar
from seriatim.temporal.edtf import civil_from_days, days_from_civil, days_in_month
from seriatim.temporal.edtf import weekday as weekday_of


def holiday(name: str, year: int) -> tuple[int, int]:
    """Month and day of a holiday in a year."""
    rule = calendar.HOLIDAYS[name]
    if rule[0] == "easter":
        return civil_from_days(easter(year) + int(rule[1]))[1:]
    if len(rule) == 2:
        return int(rule[0]), int(rule[1])
    month, wanted, which = int(rule[0]), int(rule[1]), int(rule[2])
    if which < 0:
        last = days_from_civil(year, month + 1) - 1
        return month, days_in_month(year, month) - (weekday_of(last) - (wanted - 1)) % 7
    first = days_from_civil(year, month)
    return month, 1 + (wanted - 1 - weekday_of(first)) % 7 + 7 * (which - 1)


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
