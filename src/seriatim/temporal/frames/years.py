"""Which year a month, a day or a season without one belongs to."""

from __future__ import annotations

import re
from typing import NamedTuple

from seriatim.lang import timex_frame_patterns as frame_patterns
from seriatim.temporal.algebra import Date, Meaning
from seriatim.temporal.edtf import days_from_civil, days_in_month
from seriatim.temporal.edtf import weekday as weekday_of
from seriatim.temporal.frames.anchors import Point
from seriatim.temporal.frames.context import SEASON_MONTHS, Context, TimexValue
from seriatim.temporal.frames.year_chain import Decision
from seriatim.temporal.tagging.holidays import holiday


class YearMeant(NamedTuple):
    """The year by the context, the month of a day alone, and whether the last year fits too."""

    year: int | None
    month: int | None = None
    either: bool = False


def year_meant(meaning: Meaning, context: Context) -> YearMeant:
    """The year, and for a day alone the month, that the text around the words gives."""
    if context.reference.document is not None and lasts_till_now(meaning, context):
        return _month_before(meaning, context.reference.document)
    if (decision := decided(meaning, context)) is not None:
        if _is_next_month(meaning, context, decision.year):
            return YearMeant(decision.year, either=True)
        return YearMeant(decision.year)
    local = local_point(context)
    step = None if meaning.step is None else meaning.step.steps
    running = meaning.step is not None and meaning.step.base == "running"
    date = meaning.date
    told = (
        context.reference.running if running else None
    )  # "the following spring" is that after what was told
    base = told or local or context.base
    if base is None:
        return YearMeant(None)
    if local is not None and date.holiday is not None and step is None:
        return YearMeant(local.year)
    if date.day is not None and date.month is None:
        return _guess_month(meaning, context, base)
    apart = told is not None or local is not None or base is not context.reference.document
    return _year_from(meaning, context, base, narrative=apart or context.genre == "narrative")


def _year_from(meaning: Meaning, context: Context, base: Point, *, narrative: bool) -> YearMeant:
    """The year of a month or season, counted from where the words count from."""
    date = meaning.date
    step = None if meaning.step is None else meaning.step.steps
    if context.genre == "message" and date.season is not None and step is None:
        return YearMeant(base.year)
    month = date.month or _first_month(date, base.year)
    if not narrative:
        return _news_year(meaning, context, base, month, step)
    season = date.season is not None
    return YearMeant(_narrative_year(context, base, month, step, season=season))


def decided(meaning: Meaning, context: Context) -> Decision | None:
    """The decision over the whole document for these words; None if they are relative."""
    if meaning.step is not None or (_by_rule(meaning) and context.genre == "news"):
        return None
    if (
        context.reference.frame.governs
        and context.reference.frame.date is not None
        and context.reference.frame.date.month is None
    ):
        return None  # the heading names the year
    decision = context.years.get(context.at[0])
    return None if decision is None or _misses_weekday(meaning, decision) else decision


def _by_rule(meaning: Meaning) -> bool:
    """Whether a rule gives the year: a report's quarter is the last that has ended."""
    return meaning.date.quarter is not None or meaning.date.holiday is not None


def _misses_weekday(meaning: Meaning, decision: Decision) -> bool:
    """Whether none of the years has the day on the weekday that is stated with it."""
    date = meaning.date
    if date.stated_weekday is None or date.month is None or date.day is None:
        return False
    month, day, weekday = date.month, date.day, date.stated_weekday - 1
    return not any(
        weekday_of(days_from_civil(year, month, day)) == weekday
        for year, _ in decision.years
        if day <= days_in_month(year, month)
    )


def _is_next_month(meaning: Meaning, context: Context, year: int) -> bool:
    """Whether past words name the month behind the document's, which may be that of a year ago."""
    document, date = context.reference.document, meaning.date
    if document is None or document.month is None or date.month is None or date.day is not None:
        return False
    after = date.month == document.month + 1 and year == document.year
    return after and context.genre == "news" and context.tense() < 0


_SENTENCE = re.compile(r"[.!?;][\"'”’)]*\s+[A-Z]|\n\s*\n")


# Characters after a stated year in which a month is of that year: the rest of a list or clause.
NEAR_BY = 60


def local_point(context: Context) -> Point | None:
    """The running time, if it gives the year instead of the DCT.

    That is under a date that governs, or after a year in the same sentence.
    """
    if context.reference.running is None or context.genre == "message":
        return None
    if context.reference.frame.governs:
        return context.reference.running
    if context.genre == "news" and context.tense() > 0:
        return None
    if (
        context.reference.document is None
        or abs(context.reference.running.year - context.reference.document.year) < 2
        or not 0 <= context.at[0] - context.reference.stated_at < NEAR_BY
        or context.reference.stated_at < 0
    ):
        return None
    return (
        None
        if _SENTENCE.search(context.text, context.reference.stated_at, context.at[0])
        else context.reference.running
    )


def told_long_ago(meaning: Meaning, said: TimexValue, context: Context) -> bool:
    """Whether a month may be of a year long past or of the document's year.

    "He came in October 1871. In November he fell ill": a day near that of the document is of its
    year all the same.
    """
    running, document = context.reference.running, context.reference.document
    if (
        running is None
        or document is None
        or not context.reference.story_here
        or meaning.step is not None
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
        and not context.reference.frame.governs
    )


_NEAR_DAYS = 60


_CLAUSE = 120


def lasts_till_now(meaning: Meaning, context: Context) -> bool:
    """Whether the month opens a state that lasts till the DCT: "has not replied since August"."""
    document = context.reference.document
    if (
        document is None
        or document.month is None
        or meaning.date.month is None
        or meaning.date.day is not None
        or meaning.step is not None
        or context.genre == "message"
    ):
        return False
    if (
        context.reference.frame.governs
        or context.reference.frame.date is not None
        or local_point(context) is not None
        or _is_quoted(context)
    ):
        return False
    return (
        frame_patterns.HAS_SINCE.search(
            context.text, max(0, context.at[0] - _CLAUSE), context.at[0]
        )
        is not None
    )


def _is_quoted(context: Context) -> bool:
    """Whether somebody is speaking, whose now is not that of the document."""
    left = context.text[: context.at[0]]
    return left.count("“") > left.count("”") or left.count('"') % 2 == 1


def _month_before(meaning: Meaning, document: Point) -> YearMeant:
    """The year of the last such month before the DCT; its own month may be a year older."""
    month, named = document.month or 1, meaning.date.month or 1
    return YearMeant(document.year - int(named > month), either=named == month)


def _first_month(date: Date, year: int) -> int:
    if date.holiday is not None:
        return holiday(date.holiday, year)[0]
    if date.quarter is not None:
        return date.quarter * 3 - 2
    return SEASON_MONTHS[date.season or ""]


def _narrative_year(
    context: Context, base: Point, month: int, step: int | None, *, season: bool = False
) -> int:
    """The year by the whole story; beside “next” or “previous” the nearest on that side."""
    if step and (base.month is None or abs(step) == 1):
        return _year_beside(base, month, step, season=season)
    told = _decided_year(context)
    if (
        context.reference.frame.date is not None
        and context.reference.frame.date.month is None
        and context.reference.stated_at < 0
    ):
        return context.reference.frame.date.year
    if told is not None:
        return (
            _year_beside(base, month, -1, season=False)
            if _is_since(context, base, told, month)
            else told
        )
    if base.month is None or (month - base.month) % 12 > 6:
        return base.year
    return base.year + (month < base.month)


def _year_beside(base: Point, month: int, step: int, *, season: bool) -> int:
    """The year of the next or the previous such month or season."""
    if base.month is None:
        return base.year + step
    if step == 1:
        this = month > base.month or (season and month == base.month)
        return base.year if this else base.year + 1
    return base.year if month < base.month else base.year - 1


def _decided_year(context: Context) -> int | None:
    """The year by the whole story, unless a heading of another year governs."""
    decision = context.years.get(context.at[0])
    told = None if decision is None else decision.year
    if told is None or context.reference.frame.date is None or context.reference.stated_at >= 0:
        return told
    return told if abs(told - context.reference.frame.date.year) < 2 else None


def _is_since(context: Context, base: Point, told: int, month: int) -> bool:
    """Whether "since" leads to a month that would be more than a year ahead."""
    if base.month is None or (told - base.year) * 12 + month - base.month <= 12:
        return False
    start = context.at[0]
    return frame_patterns.SINCE.search(context.text, max(0, start - 12), start) is not None


def _news_year(
    meaning: Meaning, context: Context, base: Point, month: int, step: int | None
) -> YearMeant:
    own = base.month or 6
    if step is not None:
        return YearMeant(_year_stepped(base.year, own, month, step))
    way = context.tense()
    if meaning.date.quarter is not None:
        this = month <= own or way > 0 or (month - own < 4 and own > 3)
        return YearMeant(base.year if this else base.year - 1)
    if meaning.date.day is not None and base.day:
        return YearMeant(_nearest_year(meaning.date, context, base, way))
    return _year_by_tense(meaning, base, month, way)


def _year_by_tense(meaning: Meaning, base: Point, month: int, way: int) -> YearMeant:
    """The year of a month of the news: the nearest on the side that its clause looks to."""
    own = base.month or 6
    if way > 0:
        return YearMeant(base.year if month >= own else base.year + 1)
    if way < 0 and month == own + 1 and meaning.date.month is not None:
        # "supplies were cut for November": next month is named more often than that of eleven
        # months ago
        return YearMeant(base.year, either=True)
    if way < 0:
        return YearMeant(base.year if month <= own else base.year - 1)
    gap = month - own
    return YearMeant(base.year - 1 if gap > 5 else base.year + 1 if gap < -8 else base.year)


def _year_stepped(year: int, own: int, month: int, step: int) -> int:
    """The year of the last, this or next such month."""
    if step < 0:
        return year if month < own else year - 1
    if step > 0:
        return year if month > own else year + 1
    return year


WRONG_WAY = 4  # how much nearer a day must be that lies where the verb does not look


def _nearest_year(date: Date, context: Context, base: Point, way: int) -> int:
    best, cost = base.year, 1e9
    month, day = date.month or 1, date.day or 1
    if date.stated_weekday is not None:
        return _year_of_weekday(date.stated_weekday, month, day, base)
    for year in (base.year - 1, base.year, base.year + 1):
        if day > days_in_month(year, month):
            continue
        gap = days_from_civil(year, month, day) - base.days
        price: float = abs(gap) * (WRONG_WAY if way and gap and (gap > 0) != (way > 0) else 1)
        if (
            context.reference.last_day is not None
            and abs(days_from_civil(year, month, day) - context.reference.last_day.days) <= 31
        ):
            price /= 2  # a day near the last one that was named is of its year
        if price < cost:
            best, cost = year, price
    return best


def _year_of_weekday(weekday: int, month: int, of_month: int, base: Point) -> int:
    """“Monday, 7 January”: the nearest year that has the day on that weekday."""
    fitting = [
        year
        for year in range(base.year - 6, base.year + 7)
        if of_month <= days_in_month(year, month)
        and weekday_of(days_from_civil(year, month, of_month)) == weekday - 1
    ]
    return min(
        fitting,
        key=lambda year: abs(days_from_civil(year, month, of_month) - base.days),
        default=base.year,
    )


def _month_of_weekday(weekday: int, day: int, months: int) -> YearMeant:
    """“Friday the 13th”: the nearest month that has the day on that weekday."""
    for step in (0, *(sign * n for n in range(1, 8) for sign in (-1, 1))):
        year, month = (months + step) // 12, (months + step) % 12 + 1
        if (
            day <= days_in_month(year, month)
            and weekday_of(days_from_civil(year, month, day)) == weekday - 1
        ):
            return YearMeant(year, month)
    return YearMeant(None)


def _month_named_last(meaning: Meaning, context: Context) -> Point | None:
    """The month of "the 4th": the last one named, unless it is future in a past clause."""
    month, day = context.reference.last_month, context.reference.last_day
    to_come = (
        month is not None
        and context.reference.document is not None
        and context.genre == "news"
        and month.days > context.reference.document.days
    )
    return day if month is None or (to_come and context.tense() <= 0) else month


_FAR_BACK = 15  # days: what lies nearer may be told looking back ("by the 14th … on the 11th")


def _guess_month(meaning: Meaning, context: Context, base: Point) -> YearMeant:
    of_month, weekday = meaning.date.day or 1, meaning.date.stated_weekday
    if (
        context.reference.frame.governs
        and context.reference.running is not None
        and context.reference.running.month is not None
    ):
        base = context.reference.running
    elif context.genre != "message":
        named = _month_named_last(meaning, context)
        if named is not None and _is_of_another_month(named, context):
            return YearMeant(None)
        base = named or base
    if base.month is None:
        return YearMeant(None)
    months = base.year * 12 + base.month - 1
    if weekday is not None:
        return _month_of_weekday(weekday, of_month, months)
    if base is context.reference.document and base.day:
        months += _months_away(of_month, base.day, context)
    elif context.genre == "narrative" and base.day is not None and base.day - of_month > _FAR_BACK:
        months += 1  # "On 27 February we started. … The 7th we spent …": a story goes forward
    if of_month > days_in_month(months // 12, months % 12 + 1):
        return YearMeant(None)
    return YearMeant(months // 12, months % 12 + 1)


def _is_of_another_month(named: Point, context: Context) -> bool:
    """Whether a day may be of another month than that named last.

    Another paragraph of the news named it; or the story has come to another year since.
    """
    document, running = context.reference.document, context.reference.running
    if context.genre == "narrative":
        return running is not None and running.year > named.year
    if context.genre != "news" or context.reference.month_here or document is None:
        return False
    return document.day is not None and named[:2] != document[:2]


def _months_away(of_month: int, today: int, context: Context) -> int:
    """The months from the document's to that of a day: the one before, or with a future after."""
    way = context.tense()
    if way <= 0 and of_month > today and context.genre != "message":
        return -1
    return int(way > 0 and of_month < today)
