"""Calendar dates: what their words state, with the year and month that the text around them gives."""

from __future__ import annotations

from seriatim.edtf import days_in_month, year_text
from seriatim.language import calendar
from seriatim.model import Anchor
from seriatim.times.anchors import Point
from seriatim.times.context import SEASON_MONTHS, Context, Said
from seriatim.times.deictic import clock_alone, near_today, part_alone, unit_away, weekday_date, weekend_date, with_clock
from seriatim.times.feasts import feast
from seriatim.times.grammar import Meaning
from seriatim.times.narrowing import narrowed_to
from seriatim.times.writing import year_value
from seriatim.times.years import local_point, year_meant


def dated(meaning: Meaning, context: Context) -> Said | None:
    meaning = dict(meaning)
    if "of" in meaning:
        outer = unit_away(meaning["of"], context)
        if outer is None or outer.point is None:
            return None
        meaning["year"] = outer.point.year
        if meaning["of"]["unit"] == "month" and "month" not in meaning:
            meaning["month"] = outer.point.month
    if "numeric" in meaning:
        first, second = meaning["numeric"]
        meaning["day"], meaning["month"] = (first, second) if context.dayfirst else (second, first)
    stated = "year" in meaning or "yy" in meaning
    anchor: Anchor = "none"
    year = _stated_year(meaning, context)
    if "today" in meaning:
        return near_today(meaning, context)
    if "century" in meaning:
        return century_date(meaning, context)
    if "decade" in meaning:
        return decade_date(meaning, context)
    if "clock" in meaning and not {"month", "day", "weekday", "feast", "year"} & set(meaning):
        return clock_alone(meaning, context)
    if meaning.get("barepart") or ("part" in meaning and "step" in meaning and "weekday" not in meaning):
        return part_alone(meaning, context)
    if "weekend" in meaning:
        return weekend_date(meaning, context)
    if "weekday" in meaning and "month" not in meaning:
        return weekday_date(meaning, context)
    if year is None:
        base = context.base
        anchor = "document" if base is context.document and context.genre != "narrative" and local_point(context) is None else "running"
        year = year_meant(meaning, context)
    said = _dated(meaning, year, context)
    if said is None:
        return None
    said.anchor = "none" if stated else anchor
    said.stated = stated
    if "numeric" in meaning and context.dayfirst is None and meaning["day"] != meaning["month"]:
        said.edtf = _either_way(*meaning["numeric"], year)
    return with_clock(said, meaning, context)


def _either_way(first: int, second: int, year: int | None) -> str | None:
    """From the earlier to the later reading of “3/4/1911”."""
    if year is None:
        return None
    low, high = sorted([(first, second), (second, first)])
    return f"{year_text(year)}-{low[0]:02}-{low[1]:02}/{year_text(year)}-{high[0]:02}-{high[1]:02}"


def _stated_year(meaning: Meaning, context: Context) -> int | None:
    if "year" in meaning:
        return 1 - meaning["year"] if meaning.get("bc") else int(meaning["year"])
    if "yy" in meaning:
        base = (context.running if context.genre == "narrative" else None) or context.document or context.running
        century = (base.year if base else 2000) // 100 * 100
        year = century + int(meaning["yy"])
        if base and year > base.year + 20:
            year -= 100
        return year
    return None


def _dated(meaning: Meaning, year: int | None, context: Context) -> Said | None:
    """Year, half, quarter, season, month or day."""
    if year is not None and not -9998 <= year <= 9998:
        return None
    prefix = "XXXX" if year is None else year_value(year)
    said = Said("DATE", prefix)
    edtf_year = None if year is None else year_text(year)
    if "feast" in meaning:
        if year is None:
            return Said("DATE", "XXXX-XX-XX")
        month, of_month = feast(meaning["feast"], year)
        meaning["month"], meaning["day"] = month, of_month
    if "quarter" in meaning:
        said.value = f"{prefix}-Q{meaning['quarter']}"
        said.edtf = (
            None if year is None else f"{year_text(year - 1)}/{edtf_year}" if meaning.get("fiscal") else f"{edtf_year}-{32 + meaning['quarter']}"
        )
        said.point = None if year is None else Point(year, meaning["quarter"] * 3, None, meaning["quarter"])
    elif "half" in meaning:
        said.value = f"{prefix}-H{meaning['half']}"
        low, high = ((1, 6), (7, 12))[meaning["half"] - 1]
        said.edtf = None if year is None else f"{edtf_year}-{low:02}/{edtf_year}-{high:02}"
        said.point = None if year is None else Point(year, low)
    elif "season" in meaning:
        _season(said, meaning, year)
    elif "month" in meaning and "day" in meaning:
        if year is None:
            if meaning["day"] > days_in_month(2000, meaning["month"]):
                return None
            said.value = f"XXXX-{meaning['month']:02}-{meaning['day']:02}"
        else:
            if meaning["day"] > days_in_month(year, meaning["month"]):
                return _dated(
                    {k: v for k, v in meaning.items() if k not in ("day", "clock", "part")}, year, context
                )  # there is no such day: the month is all that is said
            said.value = f"{prefix}-{meaning['month']:02}-{meaning['day']:02}"
            said.edtf = f"{edtf_year}-{meaning['month']:02}-{meaning['day']:02}"
            said.point = Point(year, meaning["month"], meaning["day"])
    elif "month" in meaning:
        said.value = f"{prefix}-{meaning['month']:02}"
        said.edtf = None if year is None else f"{edtf_year}-{meaning['month']:02}"
        said.point = None if year is None else Point(year, meaning["month"])
    elif year is not None:
        said.edtf = f"{year_text(year - 1)}/{edtf_year}" if meaning.get("fiscal") else edtf_year
        said.point = Point(year)
    else:
        return None
    return narrowed_to(said, meaning.get("mod"), context, context.running or context.document) if "mod" in meaning else said


def _season(said: Said, meaning: Meaning, year: int | None) -> None:
    code = meaning["season"]
    said.value = f"{'XXXX' if year is None else year_value(year)}-{code}"
    if year is None:
        return
    number = calendar.SEASON_CODES[code]
    if code == "WI" and not meaning.get("acrossyears"):
        first = f"{year_text(year)}-01" if "bareseason" not in meaning else f"{year_text(year - 1)}-12"
        said.edtf = f"{first}/{year_text(year + 1)}-02"  # its January and February, or the one that begins in its December
        said.point = Point(year, 1)
    else:
        said.edtf = f"{year_text(year)}-{number}"
        said.point = Point(year, SEASON_MONTHS[code])


def century_date(meaning: Meaning, context: Context) -> Said | None:
    index = meaning["century"]
    bc = meaning.get("bc", False)
    said = Said("DATE", f"BC{index:02}" if bc else f"{index:02}")
    if bc:
        low, high = 1 - (index + 1) * 100, -index * 100
        said.edtf = f"{year_text(low)}/{year_text(high)}"
        said.point = Point(low)
    else:
        said.edtf = f"{index}XX" if index >= 10 else f"{index * 100:04}/{index * 100 + 99:04}"
        said.point = Point(index * 100)
    return narrowed_to(said, meaning.get("mod"), context)


def decade_date(meaning: Meaning, context: Context) -> Said | None:
    decade = meaning["decade"]
    if "yd" in meaning:
        base = (context.running if context.genre == "narrative" else None) or context.document or context.running
        if base is not None:
            decade = base.year // 100 * 10 + meaning["yd"]
            if decade > base.year // 10:
                decade -= 10
    if meaning.get("bc"):
        decade = meaning["decade"] - 190 if "yd" in meaning else meaning["decade"]
        said = Said("DATE", f"BC{decade:03}", edtf=f"{year_text(1 - decade * 10 - 9)}/{year_text(1 - decade * 10)}")
        return narrowed_to(said, meaning.get("mod"), context)
    said = Said("DATE", f"{decade:03}", edtf=f"{decade:03}X" if decade >= 100 else None, point=Point(decade * 10))
    return narrowed_to(said, meaning.get("mod"), context)
