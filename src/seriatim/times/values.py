"""Meaning + anchors → what an expression says: TIMEX3 type, value and modifier, and the EDTF interval that it allows."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field, replace
from typing import Any, Literal

from seriatim.edtf import civil_from_days, day, days_from_civil, days_in_month, year_text
from seriatim.edtf import weekday as weekday_of
from seriatim.language import calendar
from seriatim.language.distances import VAGUE_DISTANCES
from seriatim.model import Anchor, Distance, TimexType, Unit
from seriatim.times.anchors import Genre, Point, from_days, tense
from seriatim.times.grammar import Meaning

SEASON_MONTHS = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}
STORY_MONTHS = {"SP": 4, "SU": 7, "FA": 10, "WI": 1}  # histories name a winter by the year that it ends in
Direction = Literal["after", "before", "same"]


@dataclass(slots=True)
class Context:
    """From where expressions count, as far as the text has been read."""

    text: str
    document: Point | None
    genre: Genre
    running: Point | None = None
    last_day: Point | None = None  # the last day that was named
    quarter: Point | None = None  # the quarter that the text speaks of
    stated_at: int = -(10**9)  # where the running time's year was last stated
    years: dict[int, int] = field(default_factory=dict)  # the year of a month without one, by where it stands: what the whole story gives
    dayfirst: bool | None = None  # whether the document writes the day before the month in numbers, where that shows
    at: tuple[int, int] = (0, 0)
    quotes: list[int] | None = None  # where quotation marks stand in the text at hand, once somebody has asked
    governed: bool = False  # whether a date that opens the item or its heading holds here
    leading: Said | None = None  # that date, where it opens this very passage
    leading_end: int = -1
    before_leading: Point | None = None

    def tense(self) -> int:
        """Which way the clause of the expression at hand looks."""
        return tense(self.text, *self.at)

    @property
    def base(self) -> Point | None:
        """From where months and days without a year count."""
        if self.genre == "narrative":
            return self.running or self.document
        return self.document or self.running


@dataclass(slots=True)
class Said:
    """What an expression says."""

    type: TimexType
    value: str
    mod: str | None = None
    edtf: str | None = None
    anchor: Anchor = "none"
    direction: Direction | None = None
    offset: Distance | None = None
    point: Point | None = None  # where the running time stands after it
    stated: bool = False  # whether the words give the year
    low: int | None = None  # first and last day, where the value has them
    high: int | None = None
    extra: dict[str, Any] = field(default_factory=dict)


def say(meaning: Meaning, context: Context) -> Said | None:
    """What the meaning comes to; None where the words turn out not to be a time."""
    if "ref" in meaning:
        return Said("DATE", meaning["ref"])
    if meaning.get("set"):
        return _set(meaning, context)
    if "dur" in meaning and "direction" in meaning:
        return _shift(meaning, context)
    if "dur" in meaning:
        return _duration(meaning, context)
    if meaning.get("theunit") and meaning["unit"] == "year" and _ENDED.match(context.text, context.at[1]):
        return _duration({"dur": [(1, 1, "year")]}, context)
    if "period" in meaning:
        return _period(meaning, context)
    if "unit" in meaning and "step" in meaning and "month" not in meaning:
        return _which(meaning, context)
    return _calendar(meaning, context)


_ENDED = re.compile(r"\s+(?:that\s+)?(?:ended|ending|ends)\b")


# Durations and sets


def _duration(meaning: Meaning, context: Context) -> Said | None:
    mod = meaning.get("mod")
    distance = _distance(meaning)
    if "window" in meaning and meaning["step"]:
        return _window(meaning, context, distance)
    return Said("DURATION", duration_value(meaning, years=context.genre != "narrative"), mod if mod in _LENGTH_MODS else None, offset=distance)


def _window(meaning: Meaning, context: Context, distance: Distance) -> Said:
    """"the past two years", "the following three days": a stretch that ends or begins where it counts from."""
    running = meaning["base"] == "running" or context.genre == "narrative"
    base = (context.running or context.document) if running else (context.document or context.running)
    back = meaning["step"] < 0
    mod = meaning.get("mod")
    said = Said("DURATION", duration_value(meaning, years=context.genre != "narrative"), mod if mod in _LENGTH_MODS else None, offset=distance)
    said.anchor, said.direction = "running" if running else "document", "before" if back else "after"
    far = base and shifted_edtf(base, distance, back, bare=False)
    if base and far:
        own, (first, _, last) = _own(base), far.partition("/")
        said.edtf = f"{first}/{own}" if back else f"{own}/{last or first}"
    return said


_LENGTH_MODS = frozenset({"APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "START", "MID", "END"})


def duration_value(meaning: Meaning, *, years: bool = True) -> str:
    """The TIMEX3 value of a duration: ``P3W``, ``PT2H30M``, ``PXD``."""
    date, time = "", ""
    for lo, _hi, unit in meaning["dur"]:
        letter, is_time, _ = calendar.UNITS[unit]
        amount = 2 * lo if unit == "fortnight" else lo
        if years and unit in ("decade", "century") and not meaning.get("vague"):
            letter, amount = "Y", lo * (10 if unit == "decade" else 100)
        if meaning.get("vague"):
            text = f"X{letter}"
        elif amount == int(amount):
            text = f"{int(amount)}{letter}"
        else:
            text = _fraction(amount, unit, letter)
        if is_time:
            time += text
        else:
            date += text
    return f"P{date}" + (f"T{time}" if time else "")


def _fraction(amount: float, unit: str, letter: str) -> str:
    whole, part = int(amount), amount - int(amount)
    smaller = {"year": (12, "M"), "hour": (60, "M"), "minute": (60, "S"), "day": (24, "H")}.get(unit)
    if smaller is None or abs(part * smaller[0] - round(part * smaller[0])) > 1e-6:
        return f"{amount:g}{letter}"
    rest = f"{round(part * smaller[0])}{smaller[1]}"
    if unit == "day":
        return (f"{whole}D" if whole else "") + f"T{rest}"
    return (f"{whole}{letter}" if whole else "") + rest


_UNIT_AS: dict[str, tuple[Unit, float]] = {
    "second": ("minute", 1 / 60), "minute": ("minute", 1), "hour": ("hour", 1), "day": ("day", 1), "night": ("day", 1), "week": ("week", 1), "fortnight": ("week", 2), "weekend": ("week", 1), "month": ("month", 1),
    "quarter": ("month", 3), "year": ("year", 1), "decade": ("year", 10), "century": ("year", 100), "millennium": ("year", 1000),
}  # fmt: skip


def _distance(meaning: Meaning) -> Distance:
    """The least and the most of a distance, widened or opened by its modifier."""
    unit, factor = _UNIT_AS[meaning["dur"][-1][2]]
    size = calendar.UNITS[meaning["dur"][-1][2]][2]
    low = high = 0.0
    open_end = False
    for lo, hi, name in meaning["dur"]:
        scale = calendar.UNITS[name][2] / size
        low += lo * scale
        high += (hi or lo) * scale
        open_end = open_end or hi is None
    if meaning.get("bareunits"):
        low, vague_high = VAGUE_DISTANCES[meaning["dur"][0][2]]
        return Distance(low * factor, None if vague_high is None else vague_high * factor, unit)
    mod = meaning.get("mod")
    bottom: float | None = low * factor
    top: float | None = None if open_end else high * factor
    if mod == "APPROX" and top is not None and bottom is not None:
        slack = max(factor, 0.1 * top)
        bottom, top = max(0.0, bottom - slack), top + slack
    elif mod in ("LESS_THAN", "EQUAL_OR_LESS"):
        bottom = None
    elif mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        top = None
    return Distance(None if bottom is None else round(bottom, 4), None if top is None else round(top, 4), unit)


_FREQUENCY_VALUES = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX", "year": "XXXX", "hour": "PT1H"}


def _set(meaning: Meaning, context: Context) -> Said | None:
    if "freq" in meaning and context.genre == "narrative":
        return Said("SET", _FREQUENCY_VALUES[meaning["dur"][0][2]])
    if meaning.get("dur") == [(1, 1, "day")] and context.genre == "narrative" and meaning.get("lead") != "per":
        return Said("SET", "XXXX-XX-XX")
    if "dur" in meaning:
        return Said("SET", duration_value(meaning, years=context.genre != "narrative"))
    if "weekday" in meaning:
        part = calendar.DAY_PARTS[meaning["part"]][0] if "part" in meaning else ""
        return Said("SET", f"XXXX-WXX-{meaning['weekday']}" + (f"T{part}" if part else ""))
    if "part" in meaning:
        code = calendar.DAY_PARTS[meaning["part"]][0]
        return Said("SET", f"XXXX-XX-XXT{code}" if context.genre != "message" else f"T{code}")
    if "month" in meaning:
        return Said("SET", f"XXXX-{meaning['month']:02}")
    if "season" in meaning:
        return Said("SET", f"XXXX-{meaning['season']}")
    return Said("SET", "XXXX-WXX-WE" if context.genre != "message" else "XXXX-WE") if "weekend" in meaning else None


# Distances from an anchor


def _shift(meaning: Meaning, context: Context) -> Said | None:
    way = meaning["direction"]
    back = way in ("ago", "earlier")
    document = way in ("ago", "hence")
    direction: Direction = "before" if back else "after"
    if context.genre == "narrative" and context.running is not None:
        document = False
    base = context.document if document else (context.running or context.document)
    anchor: Anchor = "document" if document or context.running is None else "running"
    distance = _distance(meaning)
    if meaning.get("event") and (context.genre != "narrative" or meaning.get("vague") or (back and meaning["dur"][0][2] != "day")):
        return Said("DURATION", duration_value(meaning, years=context.genre != "narrative"), meaning.get("mod"), anchor="event", direction=direction, offset=distance)
    said = Said("DATE", "PAST_REF" if back else "FUTURE_REF", None, anchor=anchor, direction=direction, offset=distance)
    if base is None:
        return said
    if meaning.get("event"):
        said.anchor = "event"
    else:
        said.edtf = shifted_edtf(base, distance, back, bare=meaning.get("bareunits", False))
    if len(meaning["dur"]) > 1 or meaning.get("vague"):
        return said
    lo, hi, unit = meaning["dur"][0]
    if hi != lo:
        return said
    mod = meaning.get("mod")
    if mod in ("MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS") and context.genre != "narrative":
        said.type, said.value, said.mod = "DURATION", duration_value(meaning, years=context.genre != "narrative"), mod
        return said
    if unit == "year" and lo == 1 and context.quarter is not None and context.genre == "news" and "mod" not in meaning:
        return _period({"earlier": 1}, context)
    if meaning.get("event") and (unit not in ("day", "week") or base.day is None):
        return Said("DURATION", duration_value(meaning, years=context.genre != "narrative"), meaning.get("mod"), anchor="event", direction=direction, offset=distance)
    target = move(base, -lo if back else lo, unit)
    if target is None:
        if unit == "day" and context.genre == "narrative":
            said.value = f"{year_value(base.year)}-XX-XX"
        if unit in ("hour", "minute", "second"):
            said.type, said.value = "TIME", f"{point_value(base)}TXX" if base.day else said.value
            said.point = None
        return said
    said.mod = mod
    said.value, said.point = target
    if "part" in meaning and said.point and said.point.day:
        said.type = "TIME"
        said.value += f"T{calendar.DAY_PARTS[meaning['part']][0]}"
    return said


def move(base: Point, amount: float, unit: str) -> tuple[str, Point] | None:
    """The point that is so many units from the base, at the precision of the unit; None where the base is not known so well."""
    if unit in ("year", "decade", "century"):
        year = base.year + int(amount * {"year": 1, "decade": 10, "century": 100}[unit])
        if amount != int(amount):
            return None
        return year_value(year), Point(year)
    if unit in ("month", "quarter"):
        if base.month is None or amount != int(amount):
            return None
        months = base.year * 12 + base.month - 1 + int(amount) * (3 if unit == "quarter" else 1)
        point = Point(months // 12, months % 12 + 1)
        if unit == "quarter":
            return f"{year_value(point.year)}-Q{(point.month or 1) // 3 + 1}", point
        return point_value(point), point
    if unit in ("day", "night", "week", "fortnight", "weekend"):
        if base.day is None:
            return None
        days = base.days + int(amount * {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}[unit])
        point = from_days(days)
        return (point_value(point) if unit in ("day", "night") else week_value(days)), point
    return None


def shifted_edtf(base: Point, distance: Distance, back: bool, *, bare: bool) -> str | None:
    """The days that lie so far from the base: as wide as the base and the unit leave it."""
    least, most = distance.min, distance.max
    if back:
        least, most = most, least
    if distance.unit in ("hour", "minute"):
        return _within_hours(base, distance, back)
    if distance.unit in ("day", "week"):
        if base.day is None:
            return None
        size = 7 if distance.unit == "week" else 1
        slack = 3 if distance.unit == "week" else 0
        low = None if least is None else base.days + int((-least if back else least) * size) - slack
        high = None if most is None else base.days + int((-most if back else most) * size) + slack
        return _open_days(low, high, base.days, back)
    months = 12 if distance.unit == "year" else 1
    if months == 1 and base.month is None:
        if least is None or most is None or back:
            return None
        return f"{_month_text(base, round(least))}/{_month_text(base, 11 + round(most))}"
    start = None if least is None else round((-least if back else least) * months)
    end = None if most is None else round((-most if back else most) * months)
    if months == 12 and (base.month is None or (start is not None and end is not None and start % 12 == 0 and end % 12 == 0)):
        first = None if start is None else year_text(base.year + start // 12)
        last = None if end is None else year_text(base.year - (-end // 12))
    else:
        first, last = _month_text(base, start), _month_text(base, end)
    limit = _own(base)
    if first is None:
        first = limit if not back else ".."
    if last is None:
        last = limit if back else ".."
    return first if first == last else f"{first}/{last}"


def _own(base: Point) -> str:
    text = year_text(base.year)
    if base.month:
        text += f"-{base.month:02}"
    return text + (f"-{base.day:02}" if base.day else "")


def _month_text(base: Point, months: int | None) -> str | None:
    if months is None:
        return None
    total = base.year * 12 + (base.month or 1) - 1 + months
    return f"{year_text(total // 12)}-{total % 12 + 1:02}"


def _open_days(low: int | None, high: int | None, own: int, back: bool) -> str:
    if low is None:
        return f"../{day(high or own)}" if back else f"{day(own)}/{day(high or own)}"
    if high is None:
        return f"{day(low)}/{day(own)}" if back else f"{day(low)}/.."
    low, high = min(low, high), max(low, high)
    return day(low) if low == high else f"{day(low)}/{day(high)}"


def _within_hours(base: Point, distance: Distance, back: bool) -> str | None:
    """Hours from a day: that day or the one it runs into, since the hour of the day is not known."""
    if base.day is None:
        return None
    hours = (distance.max or 24) * (1 if distance.unit == "hour" else 1 / 60)
    reach = max(1, -int(-hours // 24))
    return f"{day(base.days - reach)}/{day(base.days)}" if back else f"{day(base.days)}/{day(base.days + reach)}"


# "last week", "that year"


def _which(meaning: Meaning, context: Context) -> Said | None:
    unit, step, base_name = meaning["unit"], meaning["step"], meaning["base"]
    if unit in ("hour", "minute", "second"):
        return None
    if meaning.get("which") == "past" and (unit in ("decade", "century") or (context.genre == "narrative" and unit == "year")):
        return _duration({"dur": [(1, 1, unit)]}, context)
    running = base_name == "running" or context.genre == "narrative"
    base = (context.running or context.document) if running else (context.document or context.running)
    anchor: Anchor = "running" if running and context.running else "document"
    mod = meaning.get("mod")
    if base is None:
        return Said("DATE", {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}[step], anchor=anchor)
    moved = move(base, step, unit) if unit != "weekend" else None
    if unit == "quarter" and base.month:
        quarter = (base.month - 1) // 3 + step if not base.quarter else base.quarter - 1 + step
        point = Point(base.year + quarter // 4, quarter % 4 * 3 + 1, None, quarter % 4 + 1)
        moved = (f"{year_value(point.year)}-Q{point.quarter}", point)
    if moved is None:
        return None
    value, point = moved
    said = Said("DATE", value, None, anchor=anchor, point=point, direction=_WAYS[step])
    if unit != "weekend":
        said.offset = _distance({"dur": [(abs(step), abs(step), unit)]})
    if unit in ("week", "fortnight"):
        said.low, said.high = _week_days(point.days)
        said.edtf = f"{day(said.low)}/{day(said.high)}"
    elif unit == "decade":
        said.value = year_value(point.year)[:-1]
        said.edtf = f"{point.year // 10}X" if 100 <= point.year // 10 <= 999 else None
    elif unit == "century":
        said.edtf = f"{point.year // 100}XX" if 10 <= point.year // 100 <= 99 else None
        said.value = f"{point.year // 100}"
    elif unit == "quarter":
        said.edtf = f"{year_text(point.year)}-{32 + (point.quarter or 1)}"
    else:
        said.edtf = _own(Point(point.year, point.month if unit != "year" else None, point.day if unit == "day" else None))
    return _with_mod(said, mod, context, anchor_point=base)


def _period(meaning: Meaning, context: Context) -> Said | None:
    """"the latest quarter", "the year-earlier period": the running quarter, or else the last that was over on the document's day."""
    running, document = context.quarter, context.document
    earlier = meaning["earlier"]
    if meaning.get("yearalone") and running is None:
        return _shift({"dur": [(1, 1, "year")], "direction": "earlier"}, context)
    if document is not None and document.month:
        index = document.year * 4 + (document.month - 1) // 3 - 1
        over = Point(index // 4, index % 4 * 3 + 3, None, index % 4 + 1)
        if running is None or (running.year, running.quarter) > (over.year, over.quarter):
            running = over
    if "quarter" in meaning and running is not None:
        running = Point(running.year, meaning["quarter"] * 3, None, meaning["quarter"])
    if running is None:
        return None
    if "year" in meaning:
        running, earlier = running._replace(year=meaning["year"]), 0
    year = running.year - earlier
    said = Said("DATE", f"{year_value(year)}-Q{running.quarter}", anchor="running", point=context.running)
    said.edtf = f"{year_text(year)}-{32 + (running.quarter or 1)}"
    return said


_WAYS: dict[int, Direction] = {-1: "before", 0: "same", 1: "after"}


def _week_days(days: int) -> tuple[int, int]:
    monday = days - weekday_of(days)
    return monday, monday + 6


def _with_mod(said: Said, mod: str | None, context: Context, anchor_point: Point | None = None) -> Said:
    """The value narrowed to an early, middle or late part, and its interval with it."""
    if mod is None:
        return said
    if mod in ("LATER", "EARLIER"):
        said.mod = "START" if mod == "EARLIER" and context.genre != "narrative" else None
        if anchor_point is not None and said.edtf and "/" not in said.edtf and anchor_point.days is not None:
            own = _own(anchor_point)
            said.edtf = f"{own}/{said.edtf}" if mod == "LATER" else f"{said.edtf}/{own}"
            if own == said.edtf.partition("/")[0] == said.edtf.partition("/")[2]:
                said.edtf = own
        return said
    said.mod = mod
    if mod == "APPROX":
        if said.edtf and "/" not in said.edtf and "T" not in said.edtf:
            said.edtf += "~"
        return said
    if said.edtf:
        said.edtf = narrowed(said.edtf, mod)
    return said


def narrowed(value: str, mod: str) -> str:
    """The early, middle or late part of an EDTF value; halves for early and late, the middle half for the middle, since no more is meant.

    A month's middle is its second ten days with a day to spare.
    """
    if "X" in value:
        digits = value.replace("X", "")
        size = 10 ** value.count("X")
        first = int(digits) * size
        low, high = {"START": (0, size // 2 - 1), "MID": (3 * size // 10, 7 * size // 10), "END": (size // 2, size - 1)}[mod]
        return f"{first + low:04}/{first + high:04}"
    parts = value.lstrip("-").split("-")
    if "/" in value or "T" in value or len(parts) > 2 or not parts[0].isdigit():
        return value
    if len(parts) == 1:
        low, high = {"START": (1, 6), "MID": (4, 9), "END": (7, 12)}[mod]
        return f"{value}-{low:02}/{value}-{high:02}"
    month = int(parts[1])
    if month > 12:
        return value
    last = days_in_month(int(value[: value.rindex("-")]), month)
    low, high = {"START": (1, 15), "MID": (10, 20), "END": (15, last)}[mod]
    return f"{value}-{low:02}/{value}-{high:02}"


# Calendar dates


def _calendar(meaning: Meaning, context: Context) -> Said | None:
    meaning = dict(meaning)
    if "of" in meaning:
        outer = _which(meaning["of"], context)
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
        return _today(meaning, context)
    if "century" in meaning:
        return _century(meaning, context)
    if "decade" in meaning:
        return _decade(meaning, context)
    if "clock" in meaning and not {"month", "day", "weekday", "feast", "year"} & set(meaning):
        return _clock_alone(meaning, context)
    if meaning.get("barepart") or ("part" in meaning and "step" in meaning and "weekday" not in meaning):
        return _part_alone(meaning, context)
    if "weekend" in meaning:
        return _weekend(meaning, context)
    if "weekday" in meaning and "month" not in meaning:
        return _weekday(meaning, context)
    if year is None:
        base = context.base
        anchor = "document" if base is context.document and context.genre != "narrative" and _local(context) is None else "running"
        year = _guess_year(meaning, context)
    said = _dated(meaning, year, context)
    if said is None:
        return None
    said.anchor = "none" if stated else anchor
    said.stated = stated
    if "numeric" in meaning and context.dayfirst is None and meaning["day"] != meaning["month"]:
        said.edtf = _either_way(*meaning["numeric"], year)
    return _clocked(said, meaning, context)


def _either_way(first: int, second: int, year: int | None) -> str | None:
    """From the earlier to the later reading of "3/4/1911"."""
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
        said.edtf = None if year is None else f"{year_text(year - 1)}/{edtf_year}" if meaning.get("fiscal") else f"{edtf_year}-{32 + meaning['quarter']}"
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
                return _dated({k: v for k, v in meaning.items() if k not in ("day", "clock", "part")}, year, context)  # there is no such day: the month is all that is said
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
    return _with_mod(said, meaning.get("mod"), context, context.running or context.document) if "mod" in meaning else said


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


def _clocked(said: Said, meaning: Meaning, context: Context) -> Said:
    """A day with its hour or part."""
    if "clock" in meaning and said.point and said.point.day:
        said.type = "TIME"
        base = said.point
        hour, minute, second = meaning["clock"]
        said.value = f"{point_value(base)}{clock_value(meaning, context)}"
        if hour == 24:
            base = from_days(base.days + 1)
            hour = 0
        said.edtf = f"{_own(base)}T{hour:02}:{minute:02}" + ("" if second is None else f":{second:02}")
        if meaning.get("mod") == "APPROX":
            said.edtf += "~"
            said.mod = "APPROX"
    elif "part" in meaning and said.point and said.point.day:
        said.type = "TIME"
        said.value = f"{point_value(said.point)}T{calendar.DAY_PARTS[meaning['part']][0]}"
    return said


def clock_value(meaning: Meaning, context: Context) -> str:
    """``T12:36``."""
    hour, minute, second = meaning["clock"]
    if hour == 24 and context.genre == "message":
        hour = 0
    return f"T{hour:02}:{minute:02}" + ("" if second is None else f":{second:02}")


def _clock_alone(meaning: Meaning, context: Context) -> Said | None:
    base = context.last_day or context.document
    if base is None or base.day is None:
        return Said("TIME", f"XXXX-XX-XX{clock_value(meaning, context)}", meaning.get("mod"), anchor="running")
    said = Said("TIME", "", meaning.get("mod"), anchor="running" if base is context.running else "document", point=base)
    return _clocked(said, meaning, context)


def _part_alone(meaning: Meaning, context: Context) -> Said | None:
    code = calendar.DAY_PARTS[meaning["part"]][0]
    step, base_name = meaning.get("step", 0), meaning.get("base", "document")
    if meaning.get("barepart") and context.genre == "narrative":
        return Said("TIME", f"XXXX-XX-XXT{code}", anchor="running")
    if meaning.get("barepart") and context.genre == "news" and context.last_day is not None:
        context = replace(context, running=context.last_day)
        base_name = "running"
    running = base_name == "running" or context.genre == "narrative" or meaning.get("which") in ("next", "that")
    base = (context.running or context.document) if running else (context.document or context.running)
    if base is None or base.day is None:
        return Said("TIME", f"XXXX-XX-XXT{code}", anchor="running")
    point = from_days(base.days + step)
    said = Said("TIME", f"{point_value(point)}T{code}", anchor="running" if running else "document", point=point, edtf=_own(point))
    if meaning.get("mod"):
        said.mod = meaning["mod"] if meaning["mod"] in ("START", "MID", "END") else "END" if meaning["mod"] == "LATER" else None
    return said


def _today(meaning: Meaning, context: Context) -> Said | None:
    base = context.document
    if context.last_day is not None and context.genre != "message" and _quoted(context):
        base = context.last_day
    elif context.genre == "narrative" or base is None or base.day is None:
        value = "PRESENT_REF" if meaning["today"] == 0 else "PAST_REF" if meaning["today"] < 0 else "FUTURE_REF"
        return Said("DATE", value, anchor="document", edtf=None)
    point = from_days(base.days + meaning["today"])
    said = Said("DATE", point_value(point), anchor="document", point=point, edtf=_own(point))
    if meaning.get("mod") in ("START", "END", "MID", "LATER", "EARLIER"):
        said.mod = {"LATER": "END", "EARLIER": "START"}.get(meaning["mod"], meaning["mod"])
    return _clocked(said, meaning, context)


_QUOTES = re.compile(r"[\"“”]|``|''")


def _quoted(context: Context) -> bool:
    """Whether the expression stands in quoted speech: it then counts from the day of the speech."""
    if context.quotes is None:
        context.quotes = [m.start() for m in _QUOTES.finditer(context.text)]
    return bisect_left(context.quotes, context.at[0]) % 2 == 1


def _century(meaning: Meaning, context: Context) -> Said | None:
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
    return _with_mod(said, meaning.get("mod"), context)


def _decade(meaning: Meaning, context: Context) -> Said | None:
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
        return _with_mod(said, meaning.get("mod"), context)
    said = Said("DATE", f"{decade:03}", edtf=f"{decade:03}X" if decade >= 100 else None, point=Point(decade * 10))
    return _with_mod(said, meaning.get("mod"), context)


def _weekend(meaning: Meaning, context: Context) -> Said | None:
    base = (context.running if context.genre == "narrative" else context.document) or context.running
    if base is None or base.day is None:
        return Said("DATE", "XXXX-WXX-WE")
    step = meaning.get("step")
    days = base.days
    if step is None:
        step = -1 if context.tense() < 0 and weekday_of(days) < 5 and context.genre != "message" else 0
    monday = days - weekday_of(days) + 7 * step
    said = Said("DATE", f"{week_value(monday)}-WE", anchor="document", edtf=f"{day(monday + 5)}/{day(monday + 6)}", point=from_days(monday + 5))
    return said


def _weekday(meaning: Meaning, context: Context) -> Said | None:
    base = context.document
    anchor: Anchor = "document"
    if context.genre == "narrative" or context.governed or base is None or base.day is None:
        base, anchor = context.running, "running"
    if base is None or base.day is None:
        said = Said("DATE", f"XXXX-WXX-{meaning['weekday']}", anchor=anchor)
        if "part" in meaning:
            said.type, said.value = "TIME", f"{said.value}T{calendar.DAY_PARTS[meaning['part']][0]}"
        return said
    if meaning.get("base") == "running" and context.running is not None and context.running.day:
        base, anchor = context.running, "running"
    ahead = (meaning["weekday"] - 1 - weekday_of(base.days)) % 7
    back = (7 - ahead) % 7
    step = meaning.get("step")
    which = meaning.get("which")
    if which == "last" and context.genre == "message":
        offset = meaning["weekday"] - 8 - weekday_of(base.days)  # that of the week before
    elif which in ("last", "past", "previous", "preceding"):
        offset = -(back or 7)
    elif which in ("next", "following", "coming", "nxt"):
        offset = ahead or 7
    elif step == 0:
        offset = meaning["weekday"] - 1 - weekday_of(base.days) if context.genre == "message" else ahead
    elif anchor == "running":
        offset = ahead
    else:
        offset = ahead if context.tense() > 0 else -back
        if context.genre == "message":
            offset = ahead if context.tense() > 0 else -back
    point = from_days(base.days + offset)
    said = Said("DATE", point_value(point), anchor=anchor, point=point, edtf=_own(point))
    if meaning.get("mod") in ("START", "MID", "END", "LATER", "EARLIER"):
        said.mod = {"LATER": "END", "EARLIER": "START"}.get(meaning["mod"], meaning["mod"])
    return _clocked(said, meaning, context)


# Which year a month, a day or a season without one belongs to


def _guess_year(meaning: Meaning, context: Context) -> int | None:
    local = _local(context)
    base = local or context.base
    if base is None:
        return None
    step = meaning.get("step")
    if local is not None and "feast" in meaning and step is None:
        return local.year
    if "day" in meaning and "month" not in meaning:
        return _guess_month(meaning, context, base)
    month = meaning.get("month") or _first_month(meaning, base.year)
    if context.genre == "message" and "season" in meaning and step is None:
        return base.year
    if context.genre == "narrative" or local is not None or base is not context.document:
        return _narrative_year(context, base, month, step, season="season" in meaning)
    return _news_year(meaning, context, base, month, step)


_SENTENCE = re.compile(r"[.!?;][\"'”’)]*\s+[A-Z]|\n\s*\n")


def _local(context: Context) -> Point | None:
    """The running time, where it and not the document's date gives the year: under a date that governs, or after another year in the same sentence."""
    if context.running is None or context.genre == "message":
        return None
    if context.governed:
        return context.running
    if context.document is None or abs(context.running.year - context.document.year) < 2 or not 0 <= context.at[0] - context.stated_at < 500 or context.stated_at < 0:
        return None
    return None if _SENTENCE.search(context.text, context.stated_at, context.at[0]) else context.running


def _first_month(meaning: Meaning, year: int) -> int:
    if "feast" in meaning:
        return feast(meaning["feast"], year)[0]
    if "quarter" in meaning:
        return int(meaning["quarter"]) * 3 - 2
    return SEASON_MONTHS[meaning["season"]]


def _narrative_year(context: Context, base: Point, month: int, step: int | None, *, season: bool = False) -> int:
    """The year that the whole story gives it; next to a "next" or "previous", the nearest on that side of the running time."""
    if base.month is None and step:
        return base.year + step
    if base.month is not None and step == 1:
        return base.year if month > base.month or (season and month == base.month) else base.year + 1
    if base.month is not None and step == -1:
        return base.year if month < base.month else base.year - 1
    told = context.years.get(context.at[0])
    if told is not None:
        return told
    if base.month is None or (month - base.month) % 12 > 6:
        return base.year
    return base.year + (month < base.month)


def _news_year(meaning: Meaning, context: Context, base: Point, month: int, step: int | None) -> int:
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
        return base.year if started or way > 0 or month - own < 4 and own > 3 else base.year - 1
    if "day" in meaning and base.day:
        return _nearest_year(meaning, context, base, way)
    if way > 0:
        return base.year if month >= own else base.year + 1
    if way < 0:
        return base.year if month <= own else base.year - 1
    gap = month - own
    return base.year - 1 if gap > 5 else base.year + 1 if gap < -8 else base.year


WRONG_WAY = 4  # how much nearer a day must be that lies where the verb does not look


def _nearest_year(meaning: Meaning, context: Context, base: Point, way: int) -> int:
    best, cost = base.year, 10**9
    for year in (base.year - 1, base.year, base.year + 1):
        if meaning["day"] > days_in_month(year, meaning["month"]):
            continue
        gap = days_from_civil(year, meaning["month"], meaning["day"]) - base.days
        price = abs(gap) * (WRONG_WAY if way and gap and (gap > 0) != (way > 0) else 1)
        if context.last_day is not None and abs(days_from_civil(year, meaning["month"], meaning["day"]) - context.last_day.days) <= 31:
            price /= 2  # a day near the last one that was named is of its year
        if price < cost:
            best, cost = year, price
    return best


def _guess_month(meaning: Meaning, context: Context, base: Point) -> int | None:
    if context.genre != "message" and context.last_day is not None:
        base = context.last_day
    if base.month is None:
        return None
    months = base.year * 12 + base.month - 1
    if base is context.document and base.day and context.tense() <= 0 and meaning["day"] > base.day and context.genre != "message":
        months -= 1
    elif base is context.document and base.day and context.tense() > 0 and meaning["day"] < base.day:
        months += 1
    if meaning["day"] > days_in_month(months // 12, months % 12 + 1):
        return None
    meaning["month"] = months % 12 + 1
    return months // 12


# Text of values


def year_value(year: int) -> str:
    """A year as TIMEX3 writes it: ``1911``, ``BC0044``."""
    return f"BC{1 - year:04}" if year <= 0 else f"{year:04}"


def point_value(point: Point) -> str:
    """A point as TIMEX3 writes it."""
    text = year_value(point.year)
    if point.month:
        text += f"-{point.month:02}"
    return text + (f"-{point.day:02}" if point.day else "")


def week_value(days: int) -> str:
    """The ISO week of a day: ``1911-W09``."""
    thursday = days - weekday_of(days) + 3
    year = civil_from_days(thursday)[0]
    return f"{year_value(year)}-W{(thursday - days_from_civil(year, 1)) // 7 + 1:02}"


def feast(name: str, year: int) -> tuple[int, int]:
    """Month and day of a feast in a year."""
    rule = calendar.FEASTS[name]
    if rule[0] == "easter":
        return civil_from_days(easter(year) + int(rule[1]))[1:]
    if len(rule) == 2:
        return int(rule[0]), int(rule[1])
    month, wanted, which = int(rule[0]), int(rule[1]), int(rule[2])
    if which < 0:
        last = days_from_civil(year, month + 1) - 1
        return month, days_in_month(year, month) - (weekday_of(last) - (wanted - 1)) % 7
    first = days_from_civil(year, month)
    return month, 1 + (wanted - 1 - weekday_of(first)) % 7 + 7 * (which - 1)


def easter(year: int) -> int:
    """Easter Sunday of the Gregorian calendar, in days from 1970-01-01 (Butcher's rule)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = b // 4, b % 4
    f = (b + 8) // 25
    g = (b - f + 1) // 3
    h = (19 * a + b - d - g + 15) % 30
    i, k = c // 4, c % 4
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month = (h + m - 7 * n + 114) // 31
    return days_from_civil(year, month, (h + m - 7 * n + 114) % 31 + 1)
