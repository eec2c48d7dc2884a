"""Calendar dates: their stated parts, with year and month from the context."""

from __future__ import annotations

from collections.abc import Callable

from seriatim.lang import calendar
from seriatim.model import Anchor
from seriatim.temporal.algebra import Date, Meaning
from seriatim.temporal.algebra import dated as with_date
from seriatim.temporal.edtf import day, days_in_month, is_valid, year_text
from seriatim.temporal.edtf import weekday as weekday_of
from seriatim.temporal.frames.anchors import Point, from_days
from seriatim.temporal.frames.context import SEASON_MONTHS, Context, TimexValue
from seriatim.temporal.frames.deictic import (
    clock_alone,
    near_today,
    part_alone,
    unit_away,
    weekday_date,
    weekend_date,
    with_clock,
)
from seriatim.temporal.frames.modifiers import narrowed_to
from seriatim.temporal.frames.timex3 import as_edtf, point_value, week_value, year_value
from seriatim.temporal.frames.years import (
    decided,
    lasts_till_now,
    local_point,
    told_long_ago,
    year_meant,
)
from seriatim.temporal.tagging.holidays import holidays


def dated(meaning: Meaning, context: Context) -> TimexValue | None:
    """What a calendar date says, or a time of day or a weekday that belongs to one."""
    if meaning.of is not None:
        within = _in_outer(meaning, meaning.of, context)
        if within is None:
            return _of_unknown_month(meaning)
        meaning = within
    if meaning.date.day_and_month is not None:
        first, second = meaning.date.day_and_month
        of_month, month = (first, second) if context.dayfirst else (second, first)
        meaning = with_date(meaning, day=of_month, month=month)
    for applies, tell in _WITHOUT_YEAR:
        if applies(meaning):
            return tell(meaning, context)
    return _in_its_year(meaning, context)


def _in_outer(meaning: Meaning, of: Meaning, context: Context) -> Meaning | None:
    """“August of that year”: with the year, or the month, that the outer words give."""
    outer = unit_away(of, context)
    if outer is None or outer.point is None:
        return None
    month = meaning.date.month
    if of.unit == "month" and month is None:
        month = outer.point.month
    return with_date(meaning, year=outer.point.year, month=month)


def _of_unknown_month(meaning: Meaning) -> TimexValue | None:
    """“the 3rd inst.” of a letter without a date: a day of some month."""
    of_month = meaning.date.day
    if of_month is None or meaning.date.month is not None:
        return None
    return TimexValue("DATE", f"XXXX-XX-{of_month:02}", anchor="document")


def _in_its_year(meaning: Meaning, context: Context) -> TimexValue | None:
    stated = meaning.date.year is not None or meaning.date.short_year is not None
    year = _stated_year(meaning, context)
    anchor: Anchor = "none"
    either = False
    if year is None:
        anchor = _anchor_without_year(meaning, context)
        year, month, either = year_meant(meaning, context)
        if month is not None:
            meaning = with_date(meaning, month=month)
        if (decision := decided(meaning, context)) is not None:
            anchor = _anchor(decision.year, context)
    said, whole = _calendar_part(meaning.date, year)
    if said is None:
        return None
    if not whole:  # there is no such day
        meaning = with_date(meaning._replace(clock=None, part=None), day=None)
    date = meaning.date
    said = narrowed_to(
        said, meaning.modifier, context, context.reference.running or context.reference.document
    )
    said.anchor, said.stated = ("none" if stated else anchor), stated
    said = with_clock(said, meaning, context)
    if not stated:
        _open_years(meaning, said, anchor, context)
    if either and year is not None:
        said.edtf = f"{year_text(year - 1)}-{date.month:02}/{(said.edtf or '').rpartition('/')[2]}"
    _widen(said, date, year, context)
    return said


def _widen(said: TimexValue, date: Date, year: int | None, context: Context) -> None:
    """Widen a day to its week, or to both readings of its numbers."""
    if date.week_of:
        _widen_to_week(said)
    if date.day_and_month and context.dayfirst is None and date.day != date.month:
        said.edtf = _either_way(date.day_and_month, year)


def _anchor_without_year(meaning: Meaning, context: Context) -> Anchor:
    """The anchor of a date whose year is not stated: the DCT, or the running time."""
    of_document = (
        context.base is context.reference.document
        and context.genre != "narrative"
        and local_point(context) is None
    )
    return "document" if of_document or lasts_till_now(meaning, context) else "running"


def _open_years(meaning: Meaning, said: TimexValue, anchor: Anchor, context: Context) -> None:
    """Widen a yearless date to the years that are possible, or leave it open."""
    if (
        context.reference.frame.years is not None
        and context.reference.stated_at < 0
        and meaning.step is None
    ):
        said.edtf = _in_any_year(meaning.date, context.reference.frame.years)
    elif _is_unsure(meaning, said, anchor, context):
        said.edtf = said.point = None
        said.unsure = True
    if (decision := decided(meaning, context)) is not None:
        said.years = decision.years[:_MOST_YEARS]


def _widen_to_week(said: TimexValue) -> None:
    """Widen a day to "the week of" it: weeks begin on the named day, or contain it."""
    if said.point and said.point.day:
        monday = said.point.days - weekday_of(said.point.days)
        said.value, said.edtf = week_value(monday), f"{day(monday)}/{day(said.point.days + 6)}"


_MOST_YEARS = 4  # that a reviewer and the dating of events look at
SURE = 0.5  # a year that is less likely stays open


def _is_unsure(meaning: Meaning, said: TimexValue, anchor: Anchor, context: Context) -> bool:
    """Whether nobody knows which year the words are of."""
    if (decision := decided(meaning, context)) is not None:
        return decision.probability < SURE
    return anchor == "document" and told_long_ago(meaning, said, context)


def _anchor(year: int, context: Context) -> Anchor:
    """What the year counts from: the document's date where it is about that, else the story."""
    document = context.reference.document
    near = document is not None and abs(year - document.year) <= 1
    return "document" if near and context.genre != "narrative" else "running"


def _in_any_year(date: Date, years: tuple[int, int]) -> str | None:
    """From the first to the last May of "1809-1811", which stands above and says no more."""
    ends = [
        read.edtf
        for year in years
        if (read := _calendar_part(date, year)[0]) is not None and read.edtf is not None
    ]
    value = f"{ends[0].partition('/')[0]}/{ends[-1].rpartition('/')[2]}" if ends else None
    return value if value is not None and is_valid(value) else None


def _either_way(numbers: tuple[int, int], year: int | None) -> str | None:
    """From the earlier to the later reading of “3/4/1911”."""
    if year is None:
        return None
    low, high = sorted([numbers, numbers[::-1]])
    return f"{year_text(year)}-{low[0]:02}-{low[1]:02}/{year_text(year)}-{high[0]:02}-{high[1]:02}"


def _stated_year(meaning: Meaning, context: Context) -> int | None:
    date = meaning.date
    if date.year is not None:
        return 1 - date.year if date.bc else date.year
    if date.short_year is not None:
        base = (
            (context.reference.running if context.genre == "narrative" else None)
            or context.reference.document
            or context.reference.running
        )
        century = (base.year if base else 2000) // 100 * 100
        year = century + date.short_year
        if base and year > base.year + 20:
            year -= 100
        return year
    return None


def _calendar_part(date: Date, year: int | None) -> tuple[TimexValue | None, bool]:
    """The year, half, quarter, season, month or day, and whether there is such a day.

    What needs the year and has none stays open.
    """
    if year is not None and not -9998 <= year <= 9998:
        return None, True
    if date.covers is not None and year is not None:
        return _reckoned(date, date.covers, year), True
    if date.holiday is not None:
        return _holiday(date, date.holiday, year), True
    return _month(date.month, date.day, year) if date.month else (_coarse(date, year), True)


def _coarse(date: Date, year: int | None) -> TimexValue | None:
    """The quarter, the half, the season or the year."""
    if date.quarter is not None:
        return _quarter(date.quarter, year, fiscal=date.fiscal)
    if date.half is not None:
        return _half(date.half, year)
    if date.season is not None:
        return _season(date, date.season, year)
    if year is None:
        return None if date.day is None else TimexValue("DATE", f"XXXX-XX-{date.day:02}")
    edtf = f"{year_text(year - 1)}/{year_text(year)}" if date.fiscal else year_text(year)
    return TimexValue("DATE", year_value(year), edtf=edtf, point=Point(year))


def _reckoned(date: Date, covers: tuple[str, str], year: int) -> TimexValue:
    """A day or a year of another reckoning: from the first to the last day that it allows."""
    first, last = covers
    point = Point(year, date.month, date.day)
    edtf = first if first == last else f"{first}/{last}"
    return TimexValue("DATE", date.reckoned or point_value(point), edtf=edtf, point=point)


def _holiday(date: Date, name: str, year: int | None) -> TimexValue:
    """A holiday, its eve or its weekend; by both calendars where they disagree."""
    if year is None:
        return TimexValue("DATE", "XXXX-XX-XX")
    days = [Point(year, *each) for each in holidays(name, year, date.beside_holiday or 0)]
    if date.around_holiday:
        return _weekend_about(days[0])
    texts = sorted(as_edtf(each) for each in days)
    edtf = texts[0] if len(texts) == 1 else "/".join(texts)
    return TimexValue("DATE", point_value(days[0]), edtf=edtf, point=days[0])


def _weekend_about(of_holiday: Point) -> TimexValue:
    """The weekend at a holiday, with the Friday before and the Monday after."""
    saturday = of_holiday.days - (weekday_of(of_holiday.days) - 5 + 3) % 7 + 3
    return TimexValue(
        "DATE",
        f"{week_value(saturday)}-WE",
        edtf=f"{day(saturday - 1)}/{day(saturday + 2)}",
        point=from_days(saturday),
    )


def _open(text: str) -> TimexValue:
    return TimexValue("DATE", f"XXXX-{text}")


def _quarter(number: int, year: int | None, *, fiscal: bool) -> TimexValue:
    if year is None:
        return _open(f"Q{number}")
    edtf = (
        f"{year_text(year - 1)}/{year_text(year)}" if fiscal else f"{year_text(year)}-{32 + number}"
    )
    return TimexValue(
        "DATE",
        f"{year_value(year)}-Q{number}",
        edtf=edtf,
        point=Point(year, number * 3, None, number),
    )


def _half(half: int, year: int | None) -> TimexValue:
    if year is None:
        return _open(f"H{half}")
    low, high = ((1, 6), (7, 12))[half - 1]
    return TimexValue(
        "DATE",
        f"{year_value(year)}-H{half}",
        edtf=f"{year_text(year)}-{low:02}/{year_text(year)}-{high:02}",
        point=Point(year, low),
    )


def _month(month: int, of_month: int | None, year: int | None) -> tuple[TimexValue, bool]:
    """The month or its day; the month alone, and False, where there is no such day."""
    last = days_in_month(2000 if year is None else year, month)
    whole = of_month is None or of_month <= last
    if not whole:
        of_month = None
    text = f"{month:02}" + ("" if of_month is None else f"-{of_month:02}")
    if year is None:
        return _open(text), whole
    said = TimexValue(
        "DATE",
        f"{year_value(year)}-{text}",
        edtf=f"{year_text(year)}-{text}",
        point=Point(year, month, of_month),
    )
    return said, whole


def _season(date: Date, code: str, year: int | None) -> TimexValue:
    if year is None:
        return _open(code)
    said = TimexValue(
        "DATE",
        f"{year_value(year)}-{code}",
        edtf=f"{year_text(year)}-{calendar.SEASON_CODES[code]}",
        point=Point(year, SEASON_MONTHS[code]),
    )
    if code == "WI" and not date.across_years:
        first = f"{year_text(year)}-01" if date.season_word is None else f"{year_text(year - 1)}-12"
        # its January and February, or the one that begins in its December
        said.edtf = f"{first}/{year_text(year + 1)}-02"
        said.point = Point(year, 1)
    return said


def century_date(meaning: Meaning, context: Context) -> TimexValue | None:
    """“the late 18th century”: by hundreds, as the name goes."""
    index, bc = meaning.date.century, meaning.date.bc
    if index is None:
        return None
    said = TimexValue("DATE", f"BC{index:02}" if bc else f"{index:02}")
    if bc:
        low, high = 1 - (index + 1) * 100, -index * 100
        said.edtf = f"{year_text(low)}/{year_text(high)}"
        said.point = Point(low)
    else:
        said.edtf = f"{index}XX" if index >= 10 else f"{index * 100:04}/{index * 100 + 99:04}"
        said.point = Point(index * 100)
    return narrowed_to(said, meaning.modifier, context)


def decade_date(meaning: Meaning, context: Context) -> TimexValue | None:
    """“the 1890s”, “the nineties”: of the century that the text stands in, where none is stated."""
    date = meaning.date
    if date.decade is None:
        return None
    decade = date.decade
    if date.short_decade is not None:
        base = (
            (context.reference.running if context.genre == "narrative" else None)
            or context.reference.document
            or context.reference.running
        )
        if base is not None:
            decade = base.year // 100 * 10 + date.short_decade
            if decade > base.year // 10:
                decade -= 10
    if (
        date.short_decade is None
        and decade % 10 == 0
        and not date.bc
        and _far_century(decade // 10, context)
    ):
        return century_date(with_date(meaning, century=decade // 10), context)
    if date.bc:
        decade = date.decade - 190 if date.short_decade is not None else date.decade
        said = TimexValue(
            "DATE",
            f"BC{decade:03}",
            edtf=f"{year_text(1 - decade * 10 - 9)}/{year_text(1 - decade * 10)}",
        )
        return narrowed_to(said, meaning.modifier, context)
    said = TimexValue(
        "DATE",
        f"{decade:03}",
        edtf=f"{decade:03}X" if decade >= 100 else None,
        point=Point(decade * 10),
    )
    return narrowed_to(said, meaning.modifier, context)


def _far_century(century: int, context: Context) -> bool:
    """Whether “the 1800s” are a hundred years: whoever writes in them means ten."""
    base = (
        (context.reference.running if context.genre == "narrative" else None)
        or context.reference.document
        or context.reference.running
    )
    return base is not None and base.year // 100 != century


def _is_clock_alone(meaning: Meaning) -> bool:
    date = meaning.date
    named = (date.month, date.day, date.weekday, date.holiday, date.year)
    return meaning.clock is not None and all(part is None for part in named)


def _is_part_alone(meaning: Meaning) -> bool:
    part = meaning.part
    if part is None:
        return False
    return part.bare or (meaning.step is not None and meaning.date.weekday is None)


_WITHOUT_YEAR: tuple[
    tuple[Callable[[Meaning], bool], Callable[[Meaning, Context], TimexValue | None]], ...
] = (
    (lambda m: m.date.today is not None, near_today),
    (lambda m: m.date.century is not None, century_date),
    (lambda m: m.date.decade is not None, decade_date),
    (_is_clock_alone, clock_alone),
    (_is_part_alone, part_alone),
    (lambda m: m.date.weekend, weekend_date),
    (lambda m: m.date.weekday is not None and m.date.month is None, weekday_date),
)
