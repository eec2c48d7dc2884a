"""Calendar dates: what their words state, with the year and month that the text around them gives."""

from __future__ import annotations

from collections.abc import Callable

from seriatim.lang.en import calendar
from seriatim.model import Anchor
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
from seriatim.temporal.frames.timex3 import week_value, year_value
from seriatim.temporal.frames.years import (
    decided,
    lasts_till_now,
    local_point,
    told_long_ago,
    year_meant,
)
from seriatim.temporal.tagging.grammar import Meaning
from seriatim.temporal.tagging.holidays import feast


def dated(meaning: Meaning, context: Context) -> TimexValue | None:
    """What a calendar date says, or a time of day or a weekday that belongs to one."""
    meaning = dict(meaning)
    if "of" in meaning and not _of_outer(meaning, context):
        return None
    if "numeric" in meaning:
        first, second = meaning["numeric"]
        meaning["day"], meaning["month"] = (first, second) if context.dayfirst else (second, first)
    for applies, tell in _WITHOUT_YEAR:
        if applies(meaning):
            return tell(meaning, context)
    return _in_its_year(meaning, context)


def _of_outer(meaning: Meaning, context: Context) -> bool:
    """“August of that year”: the year, or the month, that the outer words give."""
    outer = unit_away(meaning["of"], context)
    if outer is None or outer.point is None:
        return False
    meaning["year"] = outer.point.year
    if meaning["of"]["unit"] == "month" and "month" not in meaning:
        meaning["month"] = outer.point.month
    return True


def _in_its_year(meaning: Meaning, context: Context) -> TimexValue | None:
    stated = "year" in meaning or "yy" in meaning
    year = _stated_year(meaning, context)
    anchor: Anchor = "none"
    if year is None:
        of_document = (
            context.base is context.document
            and context.genre != "narrative"
            and local_point(context) is None
        )
        anchor = "document" if of_document or lasts_till_now(meaning, context) else "running"
        year = year_meant(meaning, context)
        if (decision := decided(meaning, context)) is not None:
            anchor = _anchor(decision.year, context)
    said = _calendar_part(meaning, year)
    if said is None:
        return None
    if "mod" in meaning:
        said = narrowed_to(said, meaning["mod"], context, context.running or context.document)
    said.anchor, said.stated = ("none" if stated else anchor), stated
    said = with_clock(said, meaning, context)
    if (
        not stated
        and context.frame_years is not None
        and context.stated_at < 0
        and "step" not in meaning
    ):
        said.edtf = _in_any_year(meaning, context.frame_years)
    elif not stated and _is_unsure(meaning, said, anchor, context):
        said.edtf = said.point = None
    if "either" in meaning and year is not None:
        said.edtf = (
            f"{year_text(year - 1)}-{meaning['month']:02}/{(said.edtf or '').rpartition('/')[2]}"
        )
    if "weekof" in meaning and said.point and said.point.day:
        monday = said.point.days - weekday_of(said.point.days)
        said.value, said.edtf = (
            week_value(monday),
            f"{day(monday)}/{day(said.point.days + 6)}",
        )  # weeks begin on the day that is named, or hold it
    if "numeric" in meaning and context.dayfirst is None and meaning.get("day") != meaning["month"]:
        said.edtf = _either_way(meaning["numeric"], year)
    return said


SURE = 0.5  # a year that is less likely stays open


def _is_unsure(meaning: Meaning, said: TimexValue, anchor: Anchor, context: Context) -> bool:
    """Whether nobody knows which year the words are of."""
    if (decision := decided(meaning, context)) is not None:
        return decision.probability < SURE
    return anchor == "document" and told_long_ago(meaning, said, context)


def _anchor(year: int, context: Context) -> Anchor:
    """What the year counts from: the document's date where it is about that, else the story."""
    document = context.document
    near = document is not None and abs(year - document.year) <= 1
    return "document" if near and context.genre != "narrative" else "running"


def _in_any_year(meaning: Meaning, years: tuple[int, int]) -> str | None:
    """From the first to the last May of "1809-1811", which stands above and says no more."""
    ends = [
        said.edtf
        for year in years
        if (said := _calendar_part(dict(meaning), year)) is not None and said.edtf is not None
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
    if "year" in meaning:
        return 1 - meaning["year"] if meaning.get("bc") else int(meaning["year"])
    if "yy" in meaning:
        base = (
            (context.running if context.genre == "narrative" else None)
            or context.document
            or context.running
        )
        century = (base.year if base else 2000) // 100 * 100
        year = century + int(meaning["yy"])
        if base and year > base.year + 20:
            year -= 100
        return year
    return None


def _calendar_part(meaning: Meaning, year: int | None) -> TimexValue | None:
    """Year, half, quarter, season, month or day; what needs the year and has none stays open."""
    if year is not None and not -9998 <= year <= 9998:
        return None
    if "feast" in meaning:
        if year is None:
            return TimexValue("DATE", "XXXX-XX-XX")
        meaning["month"], meaning["day"] = feast(meaning["feast"], year)
        if "around" in meaning:
            return _weekend_about(Point(year, meaning["month"], meaning["day"]))
    for name, tell in _PARTS.items():
        if name in meaning:
            return tell(meaning, year)
    if year is None:
        return TimexValue("DATE", f"XXXX-XX-{meaning['day']:02}") if "day" in meaning else None
    edtf = f"{year_text(year - 1)}/{year_text(year)}" if meaning.get("fiscal") else year_text(year)
    return TimexValue("DATE", year_value(year), edtf=edtf, point=Point(year))


def _weekend_about(of_feast: Point) -> TimexValue:
    """The weekend at a feast: with the Friday before and the Monday after, since no more is said."""
    saturday = of_feast.days - (weekday_of(of_feast.days) - 5 + 3) % 7 + 3
    return TimexValue(
        "DATE",
        f"{week_value(saturday)}-WE",
        edtf=f"{day(saturday - 1)}/{day(saturday + 2)}",
        point=from_days(saturday),
    )


def _open(text: str) -> TimexValue:
    return TimexValue("DATE", f"XXXX-{text}")


def _quarter(meaning: Meaning, year: int | None) -> TimexValue:
    number = meaning["quarter"]
    if year is None:
        return _open(f"Q{number}")
    edtf = (
        f"{year_text(year - 1)}/{year_text(year)}"
        if meaning.get("fiscal")
        else f"{year_text(year)}-{32 + number}"
    )
    return TimexValue(
        "DATE",
        f"{year_value(year)}-Q{number}",
        edtf=edtf,
        point=Point(year, number * 3, None, number),
    )


def _half(meaning: Meaning, year: int | None) -> TimexValue:
    if year is None:
        return _open(f"H{meaning['half']}")
    low, high = ((1, 6), (7, 12))[meaning["half"] - 1]
    return TimexValue(
        "DATE",
        f"{year_value(year)}-H{meaning['half']}",
        edtf=f"{year_text(year)}-{low:02}/{year_text(year)}-{high:02}",
        point=Point(year, low),
    )


def _month(meaning: Meaning, year: int | None) -> TimexValue | None:
    month, of_month = meaning["month"], meaning.get("day")
    if of_month is not None and of_month > days_in_month(2000 if year is None else year, month):
        for name in ("day", "clock", "part"):
            meaning.pop(name, None)  # there is no such day: the month is all that is said
        of_month = None
    text = f"{month:02}" + ("" if of_month is None else f"-{of_month:02}")
    if year is None:
        return _open(text)
    return TimexValue(
        "DATE",
        f"{year_value(year)}-{text}",
        edtf=f"{year_text(year)}-{text}",
        point=Point(year, month, of_month),
    )


def _season(meaning: Meaning, year: int | None) -> TimexValue:
    code = meaning["season"]
    if year is None:
        return _open(code)
    said = TimexValue(
        "DATE",
        f"{year_value(year)}-{code}",
        edtf=f"{year_text(year)}-{calendar.SEASON_CODES[code]}",
        point=Point(year, SEASON_MONTHS[code]),
    )
    if code == "WI" and not meaning.get("acrossyears"):
        first = (
            f"{year_text(year)}-01" if "bareseason" not in meaning else f"{year_text(year - 1)}-12"
        )
        said.edtf = f"{first}/{year_text(year + 1)}-02"  # its January and February, or the one that begins in its December
        said.point = Point(year, 1)
    return said


_PARTS: dict[str, Callable[[Meaning, int | None], TimexValue | None]] = {
    "quarter": _quarter,
    "half": _half,
    "season": _season,
    "month": _month,
}


def century_date(meaning: Meaning, context: Context) -> TimexValue | None:
    """“the late 18th century”: by hundreds, as the name goes."""
    index = meaning["century"]
    bc = meaning.get("bc", False)
    said = TimexValue("DATE", f"BC{index:02}" if bc else f"{index:02}")
    if bc:
        low, high = 1 - (index + 1) * 100, -index * 100
        said.edtf = f"{year_text(low)}/{year_text(high)}"
        said.point = Point(low)
    else:
        said.edtf = f"{index}XX" if index >= 10 else f"{index * 100:04}/{index * 100 + 99:04}"
        said.point = Point(index * 100)
    return narrowed_to(said, meaning.get("mod"), context)


def decade_date(meaning: Meaning, context: Context) -> TimexValue | None:
    """“the 1890s”, “the nineties”: of the century that the text stands in, where none is stated."""
    decade = meaning["decade"]
    if "yd" in meaning:
        base = (
            (context.running if context.genre == "narrative" else None)
            or context.document
            or context.running
        )
        if base is not None:
            decade = base.year // 100 * 10 + meaning["yd"]
            if decade > base.year // 10:
                decade -= 10
    if (
        "yd" not in meaning
        and decade % 10 == 0
        and not meaning.get("bc")
        and _far_century(decade // 10, context)
    ):
        return century_date({**meaning, "century": decade // 10}, context)
    if meaning.get("bc"):
        decade = meaning["decade"] - 190 if "yd" in meaning else meaning["decade"]
        said = TimexValue(
            "DATE",
            f"BC{decade:03}",
            edtf=f"{year_text(1 - decade * 10 - 9)}/{year_text(1 - decade * 10)}",
        )
        return narrowed_to(said, meaning.get("mod"), context)
    said = TimexValue(
        "DATE",
        f"{decade:03}",
        edtf=f"{decade:03}X" if decade >= 100 else None,
        point=Point(decade * 10),
    )
    return narrowed_to(said, meaning.get("mod"), context)


def _far_century(century: int, context: Context) -> bool:
    """Whether “the 1800s” are a hundred years: whoever writes in them means ten."""
    base = (
        (context.running if context.genre == "narrative" else None)
        or context.document
        or context.running
    )
    return base is not None and base.year // 100 != century


_OF_A_DATE = frozenset({"month", "day", "weekday", "feast", "year"})
_WITHOUT_YEAR: tuple[
    tuple[Callable[[Meaning], bool], Callable[[Meaning, Context], TimexValue | None]], ...
] = (
    (lambda m: "today" in m, near_today),
    (lambda m: "century" in m, century_date),
    (lambda m: "decade" in m, decade_date),
    (lambda m: "clock" in m and not _OF_A_DATE & set(m), clock_alone),
    (
        lambda m: bool(m.get("barepart")) or ("part" in m and "step" in m and "weekday" not in m),
        part_alone,
    ),
    (lambda m: "weekend" in m, weekend_date),
    (lambda m: "weekday" in m and "month" not in m, weekday_date),
)
