"""The grammar's meanings as frames need them: the one place here that reads their keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from seriatim.temporal.algebra import Meaning
from seriatim.temporal.tagging.holidays import holiday
from seriatim.temporal.tagging.search import Found

Deictic = Literal["", "today", "weekday", "last", "this", "next", "ago", "part", "clock", "day"]
_QUARTER_MONTHS = 3
STORY_MONTHS = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}  # a winter is named by the year it ends in


class Parts(NamedTuple):
    """What the words state: astronomical year, month, day and weekday (1 is Monday)."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    season: bool = False


def meanings(found: Found) -> Iterator[tuple[int, Meaning]]:
    """Each meaning of an expression with where it starts: one, or those of its parts."""
    if found.meaning.joined is not None:
        for meaning, start, _ in found.meaning.parts:
            yield start, meaning
    else:
        yield found.start, found.meaning


def calendar_parts(meaning: Meaning) -> Parts | None:
    """The year or month of the words; None if they have neither or are relative."""
    date = meaning.date
    counts = meaning.step is not None and not _is_date_last(meaning)
    if counts or date.ancient or meaning.length is not None or meaning.recurrence is not None:
        return None
    year = date.year
    if year is not None and date.bc:
        year = 1 - year
    season = date.season is not None or date.quarter is not None
    month = date.month or STORY_MONTHS.get(date.season or "")
    if month is None and date.holiday is not None:
        month = holiday(date.holiday, 2000)[0]
    if month is None and date.quarter is not None:
        month = date.quarter * _QUARTER_MONTHS - 2
    if year is None and month is None:
        return None
    day = date.day if date.month is not None else None
    return Parts(year, month, day, date.stated_weekday, season)


def _is_date_last(meaning: Meaning) -> bool:
    step = meaning.step
    return meaning.rule == "which.date-last" and step is not None and step.steps < 0


def deictic(meaning: Meaning) -> Deictic:
    """How the words point at a time near the one that they count from; empty where they do not."""
    date, step = meaning.date, meaning.step
    if meaning.rule == "date.a-weekday" or meaning.recurrence is not None:
        return ""
    if date.today is not None:
        return "today"
    if meaning.offset is not None and meaning.offset.direction in ("ago", "hence"):
        return "ago"
    if meaning.length is not None or (date.year, date.short_year, date.month) != (None, None, None):
        return ""
    if date.weekday is not None:
        return "weekday"
    if step is not None and step.base == "document":
        return _STEPS[step.steps]
    if meaning.clock is not None:
        return "clock"
    if meaning.part is not None:
        return "part"
    return "day" if date.day is not None else ""


_STEPS: dict[int, Deictic] = {-1: "last", 0: "this", 1: "next"}
