"""Which year a month, a day or a season without one belongs to."""

from __future__ import annotations

import re

from seriatim.temporal.edtf import days_from_civil, days_in_month
from seriatim.temporal.edtf import weekday as weekday_of
from seriatim.temporal.frames.anchors import Point
from seriatim.temporal.frames.context import SEASON_MONTHS, Context, TimexValue
from seriatim.temporal.frames.year_chain import Decision
from seriatim.temporal.tagging.grammar import Meaning
from seriatim.temporal.tagging.holidays import feast


def year_meant(meaning: Meaning, context: Context) -> int | None:
    """The year, and for a day alone the month, that the text around the words gives."""
    if context.document is not None and lasts_till_now(meaning, context):
        return _month_before(meaning, context.document)
    if (decision := decided(meaning, context)) is not None:
        if _is_next_month(meaning, context, decision.year):
            meaning["either"] = True
        return decision.year
    local = local_point(context)
    step = meaning.get("step")
    told = (
        context.running if step is not None and meaning.get("base") == "running" else None
    )  # "the following spring" is that after what was told
    base = told or local or context.base
    if base is None:
        return None
    if local is not None and "feast" in meaning and step is None:
        return local.year
    if "day" in meaning and "month" not in meaning:
        return _guess_month(meaning, context, base)
    month = meaning.get("month") or _first_month(meaning, base.year)
    if context.genre == "message" and "season" in meaning and step is None:
        return base.year
    if (
        context.genre == "narrative"
        or told is not None
        or local is not None
        or base is not context.document
    ):
        return _narrative_year(context, base, month, step, season="season" in meaning)
    return _news_year(meaning, context, base, month, step)


_BY_RULE = frozenset({"quarter", "feast"})  # a report's quarter is the last that has ended


def decided(meaning: Meaning, context: Context) -> Decision | None:
    """What was decided over the whole document for the words at hand; None where they count from elsewhere."""
    if "step" in meaning or (_BY_RULE & set(meaning) and context.genre == "news"):
        return None
    if context.governed and context.frame is not None and context.frame.month is None:
        return None  # the heading names the year
    decision = context.years.get(context.at[0])
    return None if decision is None or _misses_weekday(meaning, decision) else decision


def _misses_weekday(meaning: Meaning, decision: Decision) -> bool:
    """Whether none of the years has the day on the weekday that is stated with it."""
    if not {"weekday_stated", "month", "day"} <= set(meaning):
        return False
    month, day = meaning["month"], meaning["day"]
    return not any(
        weekday_of(days_from_civil(year, month, day)) == meaning["weekday_stated"] - 1
        for year, _ in decision.years
        if day <= days_in_month(year, month)
    )


def _is_next_month(meaning: Meaning, context: Context, year: int) -> bool:
    """Whether past words name the month behind the document's, which may be that of a year ago."""
    document = context.document
    if document is None or document.month is None or "month" not in meaning or "day" in meaning:
        return False
    after = meaning["month"] == document.month + 1 and year == document.year
    return after and context.genre == "news" and context.tense() < 0


_SINCE = re.compile(
    r"\bsince\s+(?:the\s+)?$", re.IGNORECASE
)  # what lasts "since Easter" began before what is told
_SENTENCE = re.compile(r"[.!?;][\"'”’)]*\s+[A-Z]|\n\s*\n")


NEAR_BY = 60  # characters behind a stated year in which a month still is of that year: the rest of a list, or of a short clause


def local_point(context: Context) -> Point | None:
    """The running time, where it and not the document's date gives the year: under a date that governs, or after a year in the same sentence."""
    if context.running is None or context.genre == "message":
        return None
    if context.governed:
        return context.running
    if context.genre == "news" and context.tense() > 0:
        return None
    if (
        context.document is None
        or abs(context.running.year - context.document.year) < 2
        or not 0 <= context.at[0] - context.stated_at < NEAR_BY
        or context.stated_at < 0
    ):
        return None
    return (
        None
        if _SENTENCE.search(context.text, context.stated_at, context.at[0])
        else context.running
    )


def told_long_ago(meaning: Meaning, said: TimexValue, context: Context) -> bool:
    """Whether a month may be that of a year long past, which the passage has just named, or that of the document: nobody knows.

    "He came in October 1871. In November he fell ill": a day near that of the document is of its
    year all the same.
    """
    running, document = context.running, context.document
    if (
        running is None
        or document is None
        or not context.story_here
        or "step" in meaning
        or context.tense() > 0
    ):
        return False
    near = (
        said.point is not None
        and said.point.day is not None
        and abs(said.point.days - document.days) <= _NEAR_DAYS
    )
    return (
        context.genre == "news"
        and running.year != document.year
        and not near
        and not context.governed
    )


_NEAR_DAYS = 60


_HAS_SINCE = re.compile(
    r"\b(?:has|have|hasn['’]t|haven['’]t|\w+['’]ve)\s(?:(?!\b(?:had|was|were|did|that|who|which|because|when)\b)[^.,;:!?()\n“”\"])*\bsince\s+(?:the\s+)?$",
    re.IGNORECASE,
)
_CLAUSE = 120


def lasts_till_now(meaning: Meaning, context: Context) -> bool:
    """Whether the month opens what still lasts as the document is written: "has not replied since August"."""
    document = context.document
    if (
        document is None
        or document.month is None
        or "month" not in meaning
        or "day" in meaning
        or "step" in meaning
        or context.genre == "message"
    ):
        return False
    if (
        context.governed
        or context.frame is not None
        or local_point(context) is not None
        or _is_quoted(context)
    ):
        return False
    return (
        _HAS_SINCE.search(context.text, max(0, context.at[0] - _CLAUSE), context.at[0]) is not None
    )


def _is_quoted(context: Context) -> bool:
    """Whether somebody is speaking, whose now is not that of the document."""
    left = context.text[: context.at[0]]
    return left.count("“") > left.count("”") or left.count('"') % 2 == 1


def _month_before(meaning: Meaning, document: Point) -> int:
    """The year of the last such month before the document's day; its own month may be that of a year ago as well."""
    month = document.month or 1
    if meaning["month"] == month:
        meaning["either"] = True
    return document.year - int(meaning["month"] > month)


def _first_month(meaning: Meaning, year: int) -> int:
    if "feast" in meaning:
        return feast(meaning["feast"], year)[0]
    if "quarter" in meaning:
        return int(meaning["quarter"]) * 3 - 2
    return SEASON_MONTHS[meaning["season"]]


def _narrative_year(
    context: Context, base: Point, month: int, step: int | None, *, season: bool = False
) -> int:
    """The year that the whole story gives it; next to a “next” or “previous”, the nearest on that side of the running time."""
    if base.month is None and step:
        return base.year + step
    if base.month is not None and step == 1:
        return (
            base.year if month > base.month or (season and month == base.month) else base.year + 1
        )
    if base.month is not None and step == -1:
        return base.year if month < base.month else base.year - 1
    decision = context.years.get(context.at[0])
    told = None if decision is None else decision.year
    if context.frame is not None and context.stated_at < 0:
        if context.frame.month is None:
            return context.frame.year
        told = told if told is not None and abs(told - context.frame.year) < 2 else None
    far_ahead = (
        told is not None
        and base.month is not None
        and (told - base.year) * 12 + month - base.month > 12
    )
    if (
        far_ahead
        and base.month is not None
        and _SINCE.search(context.text, max(0, context.at[0] - 12), context.at[0])
    ):
        return base.year if month < base.month else base.year - 1
    if told is not None:
        return told
    if base.month is None or (month - base.month) % 12 > 6:
        return base.year
    return base.year + (month < base.month)


def _news_year(
    meaning: Meaning, context: Context, base: Point, month: int, step: int | None
) -> int:
    own = base.month or 6
    if step is not None:
        if step < 0:
            return base.year if month < own else base.year - 1
        if step > 0:
            return base.year if month > own else base.year + 1
        return base.year
    way = context.tense()
    if "quarter" in meaning:
        started = month <= own
        return base.year if started or way > 0 or (month - own < 4 and own > 3) else base.year - 1
    if "day" in meaning and base.day:
        return _nearest_year(meaning, context, base, way)
    if way > 0:
        return base.year if month >= own else base.year + 1
    if way < 0 and month == own + 1 and "month" in meaning:
        meaning["either"] = (
            True  # "supplies were cut for November": next month is named more often than that of eleven months ago
        )
        return base.year
    if way < 0:
        return base.year if month <= own else base.year - 1
    gap = month - own
    return base.year - 1 if gap > 5 else base.year + 1 if gap < -8 else base.year


WRONG_WAY = 4  # how much nearer a day must be that lies where the verb does not look


def _nearest_year(meaning: Meaning, context: Context, base: Point, way: int) -> int:
    best, cost = base.year, 1e9
    if "weekday_stated" in meaning:
        return _year_of_weekday(meaning, base)
    for year in (base.year - 1, base.year, base.year + 1):
        if meaning["day"] > days_in_month(year, meaning["month"]):
            continue
        gap = days_from_civil(year, meaning["month"], meaning["day"]) - base.days
        price: float = abs(gap) * (WRONG_WAY if way and gap and (gap > 0) != (way > 0) else 1)
        if (
            context.last_day is not None
            and abs(days_from_civil(year, meaning["month"], meaning["day"]) - context.last_day.days)
            <= 31
        ):
            price /= 2  # a day near the last one that was named is of its year
        if price < cost:
            best, cost = year, price
    return best


def _year_of_weekday(meaning: Meaning, base: Point) -> int:
    """“Monday, 7 January”: the nearest year that has the day on that weekday."""
    month, of_month = meaning["month"], meaning["day"]
    fitting = [
        year
        for year in range(base.year - 6, base.year + 7)
        if of_month <= days_in_month(year, month)
        and weekday_of(days_from_civil(year, month, of_month)) == meaning["weekday_stated"] - 1
    ]
    return min(
        fitting,
        key=lambda year: abs(days_from_civil(year, month, of_month) - base.days),
        default=base.year,
    )


def _month_of_weekday(meaning: Meaning, months: int) -> int | None:
    """“Friday the 13th”: the nearest month that has the day on that weekday."""
    for step in (0, *(sign * n for n in range(1, 8) for sign in (-1, 1))):
        year, month = (months + step) // 12, (months + step) % 12 + 1
        if (
            meaning["day"] <= days_in_month(year, month)
            and weekday_of(days_from_civil(year, month, meaning["day"]))
            == meaning["weekday_stated"] - 1
        ):
            meaning["month"] = month
            return year
    return None


def _month_named_last(meaning: Meaning, context: Context) -> Point | None:
    """The month that "the 4th" is of: the last that was named, save one to come where the words look back."""
    month, day = context.last_month, context.last_day
    to_come = (
        month is not None
        and context.document is not None
        and context.genre == "news"
        and month.days > context.document.days
    )
    return day if month is None or (to_come and context.tense() <= 0) else month


def _guess_month(meaning: Meaning, context: Context, base: Point) -> int | None:
    if context.governed and context.running is not None and context.running.month is not None:
        base = context.running
    elif context.genre != "message":
        named = _month_named_last(meaning, context)
        base = named or base
        document = context.document
        elsewhere = context.genre == "news" and not context.month_here
        if (
            named is not None
            and elsewhere
            and document is not None
            and document.day
            and named[:2] != document[:2]
        ):
            return None  # of the month that another paragraph named, or of the document's
        if (
            named is not None
            and context.genre == "narrative"
            and context.running is not None
            and context.running.year > named.year
        ):
            return None  # the story has gone on to another year, and named no month of it
    if base.month is None:
        return None
    months = base.year * 12 + base.month - 1
    if "weekday_stated" in meaning:
        return _month_of_weekday(meaning, months)
    if (
        base is context.document
        and base.day
        and context.tense() <= 0
        and meaning["day"] > base.day
        and context.genre != "message"
    ):
        months -= 1
    elif (
        base is context.document and base.day and context.tense() > 0 and meaning["day"] < base.day
    ):
        months += 1
    if meaning["day"] > days_in_month(months // 12, months % 12 + 1):
        return None
    meaning["month"] = months % 12 + 1
    return months // 12
