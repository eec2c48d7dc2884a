"""The grammar's meanings as frames need them: the one place here that reads their keys."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from seriatim.temporal.tagging.grammar import Meaning
from seriatim.temporal.tagging.holidays import feast
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
    if "parts" in found.meaning:
        for meaning, start, _ in found.meaning["parts"]:
            yield start, meaning
    else:
        yield found.start, found.meaning


def calendar_parts(meaning: Meaning) -> Parts | None:
    """The year or month that the words name; None where they name neither or count from elsewhere."""
    counts = "step" in meaning and not _is_date_last(meaning)
    if counts or "oldyear" in meaning or "dur" in meaning or meaning.get("set"):
        return None
    year = meaning.get("year")
    if year is not None and meaning.get("bc"):
        year = 1 - year
    season = "season" in meaning or "quarter" in meaning
    month = meaning.get("month") or STORY_MONTHS.get(meaning.get("season", ""))
    if month is None and "feast" in meaning:
        month = feast(meaning["feast"], 2000)[0]
    if month is None and "quarter" in meaning:
        month = int(meaning["quarter"]) * _QUARTER_MONTHS - 2
    if year is None and month is None:
        return None
    day = meaning.get("day") if "month" in meaning else None
    return Parts(year, month, day, meaning.get("weekday_stated"), season)


def _is_date_last(meaning: Meaning) -> bool:
    return meaning.get("rule") == "which.date-last" and meaning["step"] < 0


def deictic(meaning: Meaning) -> Deictic:
    """How the words point at a time near the one that they count from; empty where they do not."""
    if meaning.get("rule") == "date.a-weekday" or meaning.get("set"):
        return ""
    if "today" in meaning:
        return "today"
    if meaning.get("direction") in ("ago", "hence"):
        return "ago"
    if "year" in meaning or "yy" in meaning or "dur" in meaning or "month" in meaning:
        return ""
    if "weekday" in meaning:
        return "weekday"
    if meaning.get("base") == "document" and "step" in meaning:
        return _STEPS[meaning["step"]]
    if "clock" in meaning:
        return "clock"
    if "part" in meaning:
        return "part"
    return "day" if "day" in meaning else ""


_STEPS: dict[int, Deictic] = {-1: "last", 0: "this", 1: "next"}
