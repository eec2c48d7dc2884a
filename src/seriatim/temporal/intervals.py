"""EDTF values moved, widened and opened: what relative words and running times allow, never less."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from seriatim.model import UNKNOWN, Basis, Distance, Span, Unit, When
from seriatim.temporal import edtf

_VAGUE = 1  # a distance whose longest is more than twice its shortest
_CLOCKED = 3  # hours: a longer distance is too loose to be counted on a clock
_DAYS = {"day": 1, "week": 7}
_MONTHS = {"month": 1, "year": 12}


def when(value: str, basis: Basis, text: str | None = None, span: Span | None = None) -> When:
    """A ``When`` of an EDTF value, with its ends as EDTF points."""
    if value == edtf.UNKNOWN:
        return UNKNOWN
    interval = edtf.interval(value)
    point = edtf.minute if "T" in value else lambda seconds: edtf.day(seconds // edtf.DAY)
    earliest = None if interval.start is None else point(interval.start)
    latest = None if interval.end is None else point(interval.end - 1)
    return When(value, earliest, latest, edtf.precision(value), basis, text, span)


def lent(value: str, source: When) -> When:
    """A value that other words lend."""
    return when(value, "inherited", source.text, source.span)


def inherited(source: When) -> When:
    """What other words say, taken over."""
    return UNKNOWN if source.edtf == edtf.UNKNOWN else replace(source, basis="inherited")


def opened(source: When) -> When:
    """Not before what other words say."""
    return lent(from_start(source.edtf), source)


def whole_days(value: str) -> str:
    """The days that a value touches, where it is written to the hour or minute; the value itself otherwise."""
    return edtf.from_days(edtf.first_day(value), edtf.last_day(value)) if "T" in value else value


def from_start(value: str) -> str:
    """Not before the value: ``2016-08-08/..``."""
    if value == edtf.UNKNOWN or value.startswith(".."):
        return edtf.UNKNOWN
    return f"{whole_days(value).partition('/')[0].rstrip('~?%')}/.."


def until_end(value: str) -> str:
    """Not after the value: ``../2016-08-08``."""
    days = whole_days(value)
    last = days.partition("/")[2] or days
    if value == edtf.UNKNOWN or last == "..":
        return edtf.UNKNOWN
    return f"../{last.rstrip('~?%')}"


def unit_about(value: str, unit: Unit | None, steps: int = 0) -> str:
    """The week, month or year that a value lies in ("the end of the month"), or the one so many steps from it; its days for other units."""
    first, last = edtf.first_day(value), edtf.last_day(value)
    if unit == "week" and first is not None and last is not None:
        monday, sunday = first - edtf.weekday(first), last - edtf.weekday(last) + 6
        return edtf.from_days(monday + 7 * steps, sunday + 7 * steps)
    if unit in _MONTHS and first is not None and last is not None:
        return _months(
            first, last, steps * _MONTHS[unit], steps * _MONTHS[unit], years=unit == "year"
        )
    return whole_days(value)


def moved(
    value: str, direction: Literal["after", "before", "same"] | None, offset: Distance | None
) -> str:
    """The value's distance ``offset`` away, as wide as the words leave it: hours may run into the next day, months are whole months."""
    if value == edtf.UNKNOWN:
        return edtf.UNKNOWN
    if direction == "same":
        return unit_about(value, None if offset is None else offset.unit)
    if (
        offset is not None
        and direction is not None
        and offset.max is None
        and offset.min
        and offset.unit in _MONTHS
    ):
        offset = Distance(
            offset.min, offset.min * 3, offset.unit
        )  # "decades later": at least so many
    if offset is None or direction is None or offset.max is None:
        return (
            from_start(value)
            if direction == "after"
            else until_end(value)
            if direction == "before"
            else edtf.UNKNOWN
        )
    sign = 1 if direction == "after" else -1
    near, far = sorted((sign * (offset.min or 0), sign * offset.max))
    first, last = edtf.first_day(value), edtf.last_day(value)
    if first is None or last is None:
        return edtf.UNKNOWN
    if offset.unit in _DAYS:
        return edtf.from_days(
            first + int(near * _DAYS[offset.unit]), last + int(far * _DAYS[offset.unit])
        )
    if offset.unit in _MONTHS:
        return _months(
            first,
            last,
            int(near * _MONTHS[offset.unit]),
            int(far * _MONTHS[offset.unit]),
            years=offset.unit == "year",
        )
    if "T" in value and (offset.unit == "minute" or offset.max <= _CLOCKED):
        return _by_the_clock(value, near, far, 60 if offset.unit == "minute" else 3600)
    reach = 1 if offset.unit == "hour" else 0
    return edtf.from_days(first - (reach if sign < 0 else 0), last + (reach if sign > 0 else 0))


def _by_the_clock(value: str, near: float, far: float, unit: int) -> str:
    """Minutes or a few hours from a time of day."""
    start, end = edtf.interval(value)
    if start is None or end is None:
        return edtf.UNKNOWN
    first, last = edtf.minute(start + int(near * unit)), edtf.minute(end - 1 + int(far * unit))
    return first if first == last else f"{first}/{last}"


def _months(first: int, last: int, near: int, far: int, *, years: bool) -> str:
    """Whole months, or whole years where the words count in years, from the near to the far distance."""
    (y1, m1, _), (y2, m2, _) = edtf.civil_from_days(first), edtf.civil_from_days(last)
    start, end = y1 * 12 + m1 - 1 + near, y2 * 12 + m2 - 1 + far
    if far - near > _VAGUE * max(1, abs(near)):  # "decades later": how many is not said
        near_end = edtf.year_text((start if near >= 0 else end) // 12)
        return f"{near_end}/.." if near >= 0 else f"../{near_end}"
    ends = [edtf.year_text(n // 12) + ("" if years else f"-{n % 12 + 1:02}") for n in (start, end)]
    return ends[0] if ends[0] == ends[1] else "/".join(ends)


def meet(values: list[str]) -> str:
    """What several values that date one thing allow together: the narrowest, if it lies in all the others, else their hull."""
    known = [v for v in dict.fromkeys(values) if v != edtf.UNKNOWN]
    for value in known:
        if all(edtf.interval(other).contains(edtf.interval(value)) for other in known):
            return value
    return edtf.hull(known)
