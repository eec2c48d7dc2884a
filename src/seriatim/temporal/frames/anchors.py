"""Points in time, and whether a text is a short message."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from seriatim.lang import timex_frame_patterns as frame_patterns
from seriatim.temporal.edtf import civil_from_days, days_from_civil, days_in_month

Genre = Literal["news", "narrative", "message"]
_SENTENCES = re.compile(r"\s*[A-Z\"“'(0-9][^!~]*[.?][\"'”’)]*\s*")


class Point(NamedTuple):
    """A moment with the parts that are known: year, month, day, and quarter if it is one."""

    year: int
    month: int | None = None
    day: int | None = None
    quarter: int | None = None

    @property
    def days(self) -> int:
        """Days from 1970-01-01, of the first day that it allows."""
        return days_from_civil(self.year, self.month or 1, self.day or 1)


def point(value: str | None) -> Point | None:
    """The point of an EDTF day, month or year; None where there is none."""
    if not value:
        return None
    match = re.match(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?", value)
    if not match:
        return None
    year, month, day = (int(g) if g else None for g in match.groups())
    if (
        year is None
        or (month is not None and not 1 <= month <= 12)
        or (day is not None and not 1 <= day <= days_in_month(year, month or 1))
    ):
        return None
    return Point(year, month, day)


def from_days(days: int) -> Point:
    """The point of a day."""
    return Point(*civil_from_days(days))


def is_message(text: str) -> bool:
    """Whether a text is a short message: with addresses and emoticons, or without sentences."""
    if len(text) >= 400:
        return False
    if frame_patterns.MESSAGE.search(text):
        return True
    return len(text) < 170 and (
        not _SENTENCES.fullmatch(text) or frame_patterns.SPOKEN.search(text) is not None
    )
