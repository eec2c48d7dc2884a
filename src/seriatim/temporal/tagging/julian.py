"""Days of the Julian calendar, and how far it lies behind the Gregorian one."""

from __future__ import annotations

from seriatim.temporal.edtf import civil_from_days, days_from_civil

GREGORIAN_FROM = 1582  # the first year of the Gregorian calendar anywhere
GREGORIAN_IN_ENGLAND = 1753  # the first whole year of it there; years had begun on 25 March


def days_from_julian(year: int, month: int, day: int) -> int:
    """Days from 1970-01-01, in true time, of a day of the Julian calendar."""
    shifted = (month + 9) % 12
    years = year - (month <= 2)
    return years * 365 + years // 4 + (153 * shifted + 2) // 5 + day - 1 - 719_470


def julian_from_days(days: int) -> tuple[int, int, int]:
    """Year, month and day in the Julian calendar of a number of days from 1970-01-01."""
    days += 719_470
    years = (4 * days + 3) // 1461
    of_year = days - 1461 * years // 4
    shifted = (5 * of_year + 2) // 153
    month = (shifted + 2) % 12 + 1
    return years + (month <= 2), month, of_year - (153 * shifted + 2) // 5 + 1


def gregorian(year: int, month: int, day: int) -> tuple[int, int, int]:
    """Year, month and day in the Gregorian calendar of a day of the Julian one."""
    return civil_from_days(days_from_julian(year, month, day))


def julian_easter(year: int) -> tuple[int, int]:
    """Month and day of Easter Sunday in the Julian calendar (Meeus's rule)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return month, day + 1


def is_same_day(old: tuple[int, int, int], new: tuple[int, int, int]) -> bool:
    """Whether a Julian and a Gregorian date are of one day."""
    return old[0] >= GREGORIAN_FROM and days_from_julian(*old) == days_from_civil(*new)
