"""How long and how far: durations, what recurs, and distances from where an expression counts."""

from __future__ import annotations

from dataclasses import replace

from seriatim.lang import calendar, vague_distances
from seriatim.model import Distance, Unit
from seriatim.temporal.algebra import NO_DATE, NOTHING, Amount, Duration, Meaning, Offset, Step
from seriatim.temporal.algebra import Direction as OffsetDirection
from seriatim.temporal.edtf import day, year_text
from seriatim.temporal.frames.anchors import Point, from_days
from seriatim.temporal.frames.context import Context, TimexValue
from seriatim.temporal.frames.quarters import quarter_meant
from seriatim.temporal.frames.timex3 import as_edtf, point_value, week_value, year_value


def lasting(length: Duration, context: Context, meaning: Meaning = NOTHING) -> TimexValue:
    """“three weeks”, “the past two years”: how long."""
    mod = meaning.modifier
    distance = measure(length, mod)
    if length.window and meaning.step is not None and meaning.step.steps:
        return _window(length, meaning.step, mod, context, distance)
    return TimexValue(
        "DURATION",
        duration_value(length),
        mod if mod in _LENGTH_MODS else None,
        offset=distance,
    )


def _window(
    length: Duration, step: Step, mod: str | None, context: Context, distance: Distance
) -> TimexValue:
    """The stretch that ends or begins at its anchor: “the past two years”."""
    running = step.base == "running" or context.genre == "narrative"
    base = (
        (context.reference.running or context.reference.document)
        if running
        else (context.reference.document or context.reference.running)
    )
    back = step.steps < 0
    said = TimexValue(
        "DURATION",
        duration_value(length),
        mod if mod in _LENGTH_MODS else None,
        offset=distance,
    )
    said.anchor, said.direction = (
        "running" if running else "document",
        "before" if back else "after",
    )
    far = base and shifted_edtf(base, distance, back=back)
    if base and far:
        own, (first, _, last) = as_edtf(base), far.partition("/")
        said.edtf = f"{first}/{own}" if back else f"{own}/{last or first}"
    return said


_LENGTH_MODS = frozenset(
    {"APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "START", "MID", "END"}
)


def duration_value(length: Duration, *, years: bool = True) -> str:
    """The TIMEX3 value of a duration: ``P3W``, ``PT2H30M``, ``PXD``."""
    date, time = "", ""
    for lo, _hi, unit in length.amounts:
        letter, is_time, _ = calendar.UNITS[unit]
        amount = 2 * lo if unit == "fortnight" else lo
        if years and unit in ("decade", "century") and not length.vague:
            letter, amount = "Y", lo * (10 if unit == "decade" else 100)
        if length.vague:
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
    smaller = {"year": (12, "M"), "hour": (60, "M"), "minute": (60, "S"), "day": (24, "H")}.get(
        unit
    )
    if smaller is None or abs(part * smaller[0] - round(part * smaller[0])) > 1e-6:
        return f"{amount:g}{letter}"
    rest = f"{round(part * smaller[0])}{smaller[1]}"
    if unit == "day":
        return (f"{whole}D" if whole else "") + f"T{rest}"
    return (f"{whole}{letter}" if whole else "") + rest


_UNIT_AS: dict[str, tuple[Unit, float]] = {
    "second": ("minute", 1 / 60), "minute": ("minute", 1), "hour": ("hour", 1),
    "day": ("day", 1), "night": ("day", 1), "week": ("week", 1), "fortnight": ("week", 2),
    "weekend": ("week", 1), "month": ("month", 1), "quarter": ("month", 3),
    "year": ("year", 1), "decade": ("year", 10),
    "century": ("year", 100), "millennium": ("year", 1000),
}  # fmt: skip


def measure(length: Duration, mod: str | None = None) -> Distance:
    """The least and the most of a distance, widened or opened by its modifier."""
    unit, factor = _UNIT_AS[length.amounts[-1].unit]
    size = calendar.UNITS[length.amounts[-1].unit][2]
    low = high = 0.0
    open_end = False
    for lo, hi, name in length.amounts:
        scale = calendar.UNITS[name][2] / size
        low += lo * scale
        high += (hi or lo) * scale
        open_end = open_end or hi is None
    if length.uncounted:
        low, vague_high = vague_distances.VAGUE_DISTANCES[length.unit]
        return Distance(low * factor, None if vague_high is None else vague_high * factor, unit)
    bottom: float | None = low * factor
    top: float | None = None if open_end else high * factor
    if mod == "APPROX" and top is not None and bottom is not None:
        slack = max(factor, 0.1 * top)
        bottom, top = max(0.0, bottom - slack), top + slack
    elif mod in ("LESS_THAN", "EQUAL_OR_LESS"):
        bottom = None
    elif mod in ("MORE_THAN", "EQUAL_OR_MORE"):
        top = None
    return Distance(
        None if bottom is None else round(bottom, 4), None if top is None else round(top, 4), unit
    )


def recurring(meaning: Meaning) -> TimexValue | None:
    """“every month”, “on Mondays”: how often."""
    length, date = meaning.length, meaning.date
    if length is not None:
        return TimexValue("SET", duration_value(length))
    if date.weekday is not None:
        part = f"T{calendar.DAY_PARTS[meaning.part.name]}" if meaning.part else ""
        return TimexValue("SET", f"XXXX-WXX-{date.weekday}{part}")
    if meaning.part is not None:
        code = calendar.DAY_PARTS[meaning.part.name]
        return TimexValue("SET", f"XXXX-XX-XXT{code}")
    if date.month is not None:
        return TimexValue("SET", f"XXXX-{date.month:02}")
    if date.season is not None:
        return TimexValue("SET", f"XXXX-{date.season}")
    return TimexValue("SET", "XXXX-WXX-WE") if date.weekend else None


def shifting(meaning: Meaning, context: Context) -> TimexValue | None:
    """The time at a distance from its anchor: “two days ago”; as precise as the unit."""
    length, offset, mod = meaning.length, meaning.offset, meaning.modifier
    if length is None or offset is None:
        return None
    base, said = from_where(length, offset.direction, mod, context)
    event = offset.from_event
    if event and not _counts_from_the_story(length, said, context):
        return _from_event(length, mod, context, said)
    if base is None:
        return said
    if event:
        said.anchor = "event"
    else:
        said.edtf = shifted_edtf(base, measure(length, mod), back=said.direction == "before")
    lo, hi, unit = length.amounts[0]
    if len(length.amounts) > 1 or length.vague or hi != lo:
        return said
    if _is_a_length(offset, mod, context):
        said.type, said.value, said.mod = "DURATION", duration_value(length), mod
        return said
    if _is_of_a_quarter(length, mod, context):
        return _quarter_away(said, context)
    if event and (unit not in ("day", "week") or base.day is None):
        return _from_event(length, mod, context, said)
    return _at(base, -lo if said.direction == "before" else lo, unit, said, meaning)


def _counts_from_the_story(length: Duration, said: TimexValue, context: Context) -> bool:
    """Whether a distance from an event counts from where the narrative stands."""
    back = said.direction == "before" and length.unit != "day"
    return context.genre == "narrative" and not length.vague and not back


def _is_a_length(offset: Offset, mod: str | None, context: Context) -> bool:
    """Whether annotators mark a length: "more than two years ago", but "nearly two" is a date."""
    nearly_ago = mod == "LESS_THAN" and offset.direction == "ago"
    return mod in _ONE_SIDED and context.genre != "narrative" and not nearly_ago


_A_YEAR = (Amount(1, 1, "year"),)


def _is_of_a_quarter(length: Duration, mod: str | None, context: Context) -> bool:
    """Whether "a year earlier" stands in a report of a quarter."""
    a_year = length.amounts == _A_YEAR and mod is None
    return a_year and context.reference.quarter is not None and context.genre == "news"


def _quarter_away(said: TimexValue, context: Context) -> TimexValue | None:
    """“A year earlier” of a quarter: the words say a year, the report means a quarter of it."""
    told = quarter_meant(NO_DATE, 1, context.reference.quarter, context.reference)
    return told and replace(told, edtf=said.edtf, direction=said.direction, offset=said.offset)


_ONE_SIDED = frozenset({"MORE_THAN", "LESS_THAN", "EQUAL_OR_MORE", "EQUAL_OR_LESS"})


def from_where(
    length: Duration, way: OffsetDirection, mod: str | None, context: Context
) -> tuple[Point | None, TimexValue]:
    """The base, and what can be said before anything is counted."""
    back = way in ("ago", "earlier")
    document = way in ("ago", "hence") and not (
        context.genre == "narrative" and context.reference.running is not None
    )
    base = (
        context.reference.document
        if document
        else (context.reference.running or context.reference.document)
    )
    said = TimexValue(
        "DATE",
        "PAST_REF" if back else "FUTURE_REF",
        direction="before" if back else "after",
        offset=measure(length, mod),
    )
    said.anchor = "document" if document or context.reference.running is None else "running"
    return base, said


def _from_event(
    length: Duration, mod: str | None, context: Context, said: TimexValue
) -> TimexValue:
    """A distance from something that the text tells: the event is found later."""
    value = duration_value(length)
    return TimexValue(
        "DURATION",
        value,
        mod,
        anchor="event",
        direction=said.direction,
        offset=said.offset,
    )


def _at(base: Point, amount: float, unit: str, said: TimexValue, meaning: Meaning) -> TimexValue:
    target = move(base, amount, unit)
    if target is None:
        if unit in ("hour", "minute", "second"):
            said.type, said.value = "TIME", f"{point_value(base)}TXX" if base.day else said.value
        return said
    said.mod = meaning.modifier
    said.value, said.point = target
    if meaning.part is not None and said.point and said.point.day:
        said.type = "TIME"
        said.value += f"T{calendar.DAY_PARTS[meaning.part.name]}"
    return said


def move(base: Point, amount: float, unit: str) -> tuple[str, Point] | None:
    """The point so many units from the base, as precise as the unit; None if that is coarser."""
    if unit in ("year", "decade", "century"):
        years = amount * {"year": 1, "decade": 10, "century": 100}[unit]
        return (
            None
            if years != int(years)
            else (year_value(base.year + int(years)), Point(base.year + int(years)))
        )
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
        days = base.days + int(
            amount * {"day": 1, "night": 1, "week": 7, "fortnight": 14, "weekend": 7}[unit]
        )
        point = from_days(days)
        return (point_value(point) if unit in ("day", "night") else week_value(days)), point
    return None


def shifted_edtf(base: Point, distance: Distance, *, back: bool) -> str | None:
    """The days that lie so far from the base: as wide as the base and the unit leave it."""
    if distance.unit in ("hour", "minute"):
        return _within_hours(base, distance, back=back)
    least, most = distance.min, distance.max
    if back:
        least, most = (None if most is None else -most), (None if least is None else -least)
    if distance.unit in ("day", "week"):
        return _days_away(base, least, most, distance.unit, back=back)
    if distance.unit == "month" and base.month is None:
        return _months_of_year(base, least, most)
    first, last = _ends(base, least, most, distance.unit)
    limit = as_edtf(base)
    first = first or (".." if back else limit)
    last = last or (limit if back else "..")
    return first if first == last else f"{first}/{last}"


def _months_of_year(base: Point, least: float | None, most: float | None) -> str | None:
    """Months on from a year: from its first month or its last; open for months back."""
    if least is None or most is None or least < 0 or most < 0:
        return None
    return f"{_month_text(base, round(least))}/{_month_text(base, 11 + round(most))}"


def _ends(
    base: Point, least: float | None, most: float | None, unit: str
) -> tuple[str | None, str | None]:
    """The first and the last year or month so many months or years away."""
    months = 12 if unit == "year" else 1
    start = None if least is None else round(least * months)
    end = None if most is None else round(most * months)
    if months == 12 and (base.month is None or (_whole_years(start) and _whole_years(end))):
        first = None if start is None else year_text(base.year + start // 12)
        last = None if end is None else year_text(base.year - (-end // 12))
    else:
        first, last = _month_text(base, start), _month_text(base, end)
    return first, last


def _whole_years(months: int | None) -> bool:
    return months is not None and months % 12 == 0


def _days_away(
    base: Point, least: float | None, most: float | None, unit: str, *, back: bool
) -> str | None:
    """The days so many days or weeks away; weeks are counted loosely."""
    if base.day is None:
        return None
    size, slack = (7, _WEEK_SLACK) if unit == "week" else (1, 0)
    low = None if least is None else base.days + int(least * size) - slack
    high = None if most is None else base.days + int(most * size) + slack
    return _open_days(low, high, base.days, back=back)


_WEEK_SLACK = 3  # days


def _month_text(base: Point, months: int | None) -> str | None:
    if months is None:
        return None
    total = base.year * 12 + (base.month or 1) - 1 + months
    return f"{year_text(total // 12)}-{total % 12 + 1:02}"


def _open_days(low: int | None, high: int | None, own: int, *, back: bool) -> str:
    if low is None:
        return f"../{day(high or own)}" if back else f"{day(own)}/{day(high or own)}"
    if high is None:
        return f"{day(low)}/{day(own)}" if back else f"{day(low)}/.."
    low, high = min(low, high), max(low, high)
    return day(low) if low == high else f"{day(low)}/{day(high)}"


def _within_hours(base: Point, distance: Distance, *, back: bool) -> str | None:
    """Hours from a day: that day or the next one, since the hour of the day is unknown."""
    if base.day is None:
        return None
    hours = (distance.max or 24) * (1 if distance.unit == "hour" else 1 / 60)
    reach = max(1, -int(-hours // 24))
    return (
        f"{day(base.days - reach)}/{day(base.days)}"
        if back
        else f"{day(base.days)}/{day(base.days + reach)}"
    )
