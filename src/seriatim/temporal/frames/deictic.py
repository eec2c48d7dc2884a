"""Values of expressions that count from a reference time: “last week”, “Friday”, “yesterday”."""

from __future__ import annotations

import re

from seriatim.lang import calendar
from seriatim.lang import timex_frame_patterns as frame_patterns
from seriatim.model import Anchor, Distance
from seriatim.temporal.algebra import Clock, Meaning, Step, length
from seriatim.temporal.edtf import day, year_text
from seriatim.temporal.edtf import weekday as weekday_of
from seriatim.temporal.frames import narrative_day
from seriatim.temporal.frames.anchors import Point, from_days
from seriatim.temporal.frames.context import Context, Direction, TimexValue
from seriatim.temporal.frames.durations import lasting, measure, move
from seriatim.temporal.frames.modifiers import narrowed_to, turned
from seriatim.temporal.frames.timex3 import (
    as_edtf,
    clock_value,
    point_value,
    week_value,
    year_value,
)


def unit_away(meaning: Meaning, context: Context) -> TimexValue | None:
    """The calendar unit some steps from the anchor: “last week”, “the following day”."""
    unit, away = meaning.unit, meaning.step
    if unit is None or away is None or unit in ("hour", "minute", "second"):
        return None
    step = away.steps
    if (lasts := _stretch(unit, away, meaning, context)) is not None:
        return lasts
    running = _counts_from_what_is_told(away, meaning, context)
    base = _first_known(context.reference.running, context.reference.document, running=running)
    anchor: Anchor = "running" if running and context.reference.running else "document"
    if base is None:
        return TimexValue("DATE", _REFERENCES[step], anchor=anchor)
    moved = _moved(base, step, unit)
    if moved is None:
        return None
    value, point = moved
    said = TimexValue("DATE", value, None, anchor=anchor, point=point, direction=_WAYS[step])
    said.offset = measure(length(abs(step), abs(step), unit))
    said.value, said.edtf = _whole_unit(unit, point, value)
    turns = meaning.mod is not None and meaning.mod.word == "turn"
    turn = turned(said.edtf, base) if turns and said.edtf else None
    said = narrowed_to(said, meaning.modifier, context, anchor_point=base)
    said.edtf = turn or said.edtf
    return said


_REFERENCES = {-1: "PAST_REF", 0: "PRESENT_REF", 1: "FUTURE_REF"}


def _first_known(story: Point | None, document: Point | None, *, running: bool) -> Point | None:
    """Where the words count from: the story or the DCT, or the other one where it is unknown."""
    return (story or document) if running else (document or story)


def _stretch(unit: str, away: Step, meaning: Meaning, context: Context) -> TimexValue | None:
    """“the past week”, “for the next year”: how long; None where a calendar unit is meant."""
    if away.which == "past" and unit != "weekend" and not meaning.date.fiscal:
        return lasting(length(1, 1, unit)._replace(window=True), context, meaning)
    if _lasts(away, unit, context):
        one = length(1, 1, unit) if unit != "decade" else length(10, 10, "year")
        return lasting(one, context)
    return None


def _moved(base: Point, steps: int, unit: str) -> tuple[str, Point] | None:
    """The value and the point of the unit so many from that of the base."""
    if unit == "quarter" and base.month:
        return _quarters_on(base, steps)
    return None if unit == "weekend" else move(base, steps, unit)


def _quarters_on(base: Point, steps: int) -> tuple[str, Point]:
    """The quarter so many from that of the base, and the month that it begins in."""
    own = (base.quarter or ((base.month or 1) - 1) // 3 + 1) - 1
    quarter = own + steps
    point = Point(base.year + quarter // 4, quarter % 4 * 3 + 1, None, quarter % 4 + 1)
    return f"{year_value(point.year)}-Q{point.quarter}", point


def _whole_unit(unit: str, point: Point, value: str) -> tuple[str, str | None]:
    """The value and the EDTF interval of the calendar unit that a point lies in."""
    if unit in ("week", "fortnight"):
        monday = point.days - weekday_of(point.days)
        return value, f"{day(monday)}/{day(monday + 6)}"
    if unit == "decade":
        decade = point.year // 10
        return year_value(point.year)[:-1], f"{decade}X" if 100 <= decade <= 999 else None
    if unit == "century":
        century = point.year // 100
        return f"{century}", f"{century}XX" if 10 <= century <= 99 else None
    if unit == "quarter":
        return value, f"{year_text(point.year)}-{32 + (point.quarter or 1)}"
    month = None if unit == "year" else point.month
    return value, as_edtf(Point(point.year, month, point.day if unit == "day" else None))


def _counts_from_what_is_told(step: Step, meaning: Meaning, context: Context) -> bool:
    """Whether "the following week", "this year" count from the story, not from the DCT."""
    if step.base == "running" or (
        step.base == "context"
        and (context.reference.frame.governs or _of_what_is_told(meaning, context))
    ):
        return True
    if context.genre != "narrative" or (
        context.reference.document is not None and context.tense() == 1
    ):
        # a story's future has "would": what is future for its writer counts from the DCT
        return False
    near = (
        context.reference.running is not None
        and context.reference.document is not None
        and abs(context.reference.document.year - context.reference.running.year) <= _LATELY
    )
    return not (near and step.which == "this")


def _of_what_is_told(meaning: Meaning, context: Context) -> bool:
    """Whether "the end of the month" or "of the year" refers back to one that was named."""
    if meaning.modifier is None or context.reference.running is None or context.tense() >= 0:
        return False
    if meaning.unit in ("week", "month"):
        return context.reference.last_month is not None
    return (
        meaning.unit in ("year", "decade", "century")
        and context.reference.document is not None
        and context.reference.running.year != context.reference.document.year
    )


_LATELY = 2  # a history that has come so near to its own year says "this year" of that


def _lasts(step: Step, unit: str, context: Context) -> bool:
    """“for the next year”: a stretch, not a date."""
    if (
        step.which not in ("next", "following")
        or not step.article
        or unit not in ("week", "month", "year", "decade")
    ):
        return False
    return (
        frame_patterns.LASTING.search(context.text, max(0, context.at[0] - 14), context.at[0])
        is not None
    )


_WAYS: dict[int, Direction] = {-1: "before", 0: "same", 1: "after"}


def with_clock(said: TimexValue, meaning: Meaning, context: Context) -> TimexValue:
    """A day with its hour or part; the day alone where the hour may be of either half."""
    clock = meaning.clock
    if clock is not None and said.point and said.point.day:
        said.type = "TIME"
        base = said.point
        hour, minute, second = clock.hour, clock.minute, clock.second
        said.value = f"{point_value(base)}{clock_value(clock)}"
        if hour == 24:
            base = from_days(base.days + 1)
            hour = 0
        said.edtf = f"{as_edtf(base)}T{hour:02}:{minute:02}" + (
            "" if second is None else f":{second:02}"
        )
        if meaning.modifier == "APPROX":
            said.edtf += "~"
            said.mod = "APPROX"
        if _of_either_half(clock, meaning, context):
            said.edtf = as_edtf(base)
    elif meaning.part is not None and said.point and said.point.day:
        said.type = "TIME"
        said.value = f"{point_value(said.point)}T{calendar.DAY_PARTS[meaning.part.name]}"
    return said


def clock_alone(meaning: Meaning, context: Context) -> TimexValue | None:
    """“at 2 p.m.”: of the last day that was named, else of the document's."""
    base, clock = narrative_day.day(context), meaning.clock
    if clock is None:
        return None
    if base is None:
        return TimexValue(
            "TIME", f"XXXX-XX-XX{clock_value(clock)}", meaning.modifier, anchor="running"
        )
    said = TimexValue(
        "TIME",
        "",
        meaning.modifier,
        anchor="running" if base is context.reference.running else "document",
        point=base,
    )
    clock = _in_the_afternoon(clock, context)
    return with_clock(said, meaning._replace(clock=clock), context)


_DIGITS = re.compile(r"\d\d?[:.]\d\d")


def _goes_back(hour: int, minute: int, context: Context) -> bool:
    """Whether a clock in digits goes back on the day of the last one."""
    if context.reference.clocks.last is None:
        return False
    day, last_hour, last_minute = context.reference.clocks.last
    return day == context.reference.last_day and (hour, minute) < (last_hour, last_minute)


def _of_either_half(clock: Clock, meaning: Meaning, context: Context) -> bool:
    """Whether a clock may be of the morning or the afternoon, as in “at nine o'clock”.

    “At 9:15 a.m. he called. At 9:40 he called again”: a clock that is told as a.m. runs on.
    """
    hour, minute = clock.hour, clock.minute
    clear = clock.half_stated or clock.run_together or clock.word is not None
    if clear or meaning.part is not None or clock.zone is not None or clock.second is not None:
        return False
    if context.reference.clocks.to_24 or not 0 < hour < 12:
        return False
    if (digits := _DIGITS.search(context.text, *context.at)) is not None:
        return not digits[0].startswith("0") and _goes_back(hour, minute, context)
    return (
        context.reference.clocks.morning is None
        or (hour, minute) < context.reference.clocks.morning
    )


def _in_the_afternoon(clock: Clock, context: Context) -> Clock:
    """“At 10:15 p.m. he called. At 10:40 he called again”: a clock that is told as p.m. runs on."""
    if (
        context.reference.clocks.afternoon is None
        or clock.half_stated
        or clock.hour >= 12
        or (clock.hour, clock.minute) < context.reference.clocks.afternoon
        or clock.run_together
    ):
        return clock
    return clock._replace(hour=clock.hour + 12)


def part_alone(meaning: Meaning, context: Context) -> TimexValue | None:
    """“this morning”, “that night”, “the evening”."""
    part, away = meaning.part, meaning.step or Step(0, "document")
    if part is None:
        return None
    code = calendar.DAY_PARTS[part.name]
    if part.bare and (found := _bare_part(code, context)) is not None:
        return found
    after_last = part.bare and context.genre == "news" and not context.diary
    told = context.reference.last_day if after_last else None
    running = told is not None or _part_counts_from_the_story(away, context)
    story = told or context.reference.running
    base = _first_known(story, context.reference.document, running=running)
    if base is None or base.day is None:
        return TimexValue("TIME", f"XXXX-XX-XXT{code}", anchor="running")
    point = from_days(base.days + away.steps)
    said = TimexValue(
        "TIME",
        f"{point_value(point)}T{code}",
        anchor="running" if running else "document",
        point=point,
        edtf=as_edtf(point),
    )
    said.mod = _PART_MODS.get(meaning.modifier or "")
    return said


_PART_MODS = {"START": "START", "MID": "MID", "END": "END", "LATER": "END"}


def _bare_part(code: str, context: Context) -> TimexValue | None:
    """“the evening” in a narrative, or of an event: “the evening of the fire”."""
    of_event = frame_patterns.OF_SOMETHING.match(context.text, context.at[1])
    if context.genre == "narrative":
        day = None if of_event else narrative_day.day(context, part=True)
        edtf = None if day is None else as_edtf(day)
        return TimexValue("TIME", f"XXXX-XX-XXT{code}", anchor="running", edtf=edtf)
    if of_event is None:
        return None
    return TimexValue(
        "TIME",
        f"XXXX-XX-XXT{code}",
        anchor="event",
        direction="same",
        offset=Distance(0, 0, "day"),
    )


def _part_counts_from_the_story(away: Step, context: Context) -> bool:
    """Whether "that night", "the next morning" count from the story, not from the DCT."""
    told = context.genre == "narrative" or away.which in ("next", "that")
    return away.base == "running" or told


def near_today(meaning: Meaning, context: Context) -> TimexValue | None:
    """“yesterday”: from the document's day, in quoted speech from the day of the speech."""
    base, days = context.reference.document, meaning.date.today or 0
    if (
        context.reference.last_day is not None
        and context.genre != "message"
        and _of_late(context.reference.last_day, context)
        and context.quoted()
    ):
        base = context.reference.last_day
    elif context.genre == "narrative" or base is None or base.day is None:
        value = "PRESENT_REF" if days == 0 else "PAST_REF" if days < 0 else "FUTURE_REF"
        return TimexValue("DATE", value, anchor="document", edtf=None)
    point = from_days(base.days + days)
    said = TimexValue(
        "DATE", point_value(point), anchor="document", point=point, edtf=as_edtf(point)
    )
    mod = meaning.modifier
    if mod in ("START", "END", "MID", "LATER", "EARLIER"):
        said.mod = {"LATER": "END", "EARLIER": "START"}.get(mod, mod)
    return with_clock(said, meaning, context)


def _of_late(spoke: Point, context: Context) -> bool:
    """Whether a speaker quoted in the document may have spoken on that day.

    Where the year of the document is known: in the year before it at most.
    """
    return (
        context.genre == "narrative"
        or context.reference.document is None
        or abs(context.reference.document.days - spoke.days) <= 366
    )


def weekend_date(meaning: Meaning, context: Context) -> TimexValue | None:
    """The date of “the weekend”: the last one if the verb is past on a weekday, else this one."""
    base = (
        context.reference.running if context.genre == "narrative" else context.reference.document
    ) or context.reference.running
    if base is None or base.day is None:
        return TimexValue("DATE", "XXXX-WXX-WE")
    step = None if meaning.step is None else meaning.step.steps
    days = base.days
    if step is None:
        step = (
            -1 if context.tense() < 0 and weekday_of(days) < 5 and context.genre != "message" else 0
        )
    monday = days - weekday_of(days) + 7 * step
    return TimexValue(
        "DATE",
        f"{week_value(monday)}-WE",
        anchor="document",
        edtf=f"{day(monday + 5)}/{day(monday + 6)}",
        point=from_days(monday + 5),
    )


def _weekday_anchor(context: Context) -> tuple[Point | None, Anchor]:
    """The anchor of a weekday: the DCT, or the running time in narratives and under dates."""
    base = context.reference.document
    if (
        context.genre == "narrative"
        or (context.reference.frame.governs and not context.diary)
        or base is None
        or base.day is None
    ):
        return context.reference.running, "running"
    return base, "document"


def weekday_date(meaning: Meaning, context: Context) -> TimexValue | None:
    """“on Friday”: the verb tells on which side of the day it lies."""
    weekday, away = meaning.date.weekday, meaning.step
    if weekday is None:
        return None
    base, anchor = _weekday_anchor(context)
    if base is None or base.day is None:
        return _some_weekday(weekday, meaning, anchor)
    told = context.reference.running
    if away is not None and away.base == "running" and told is not None and told.day:
        base, anchor = told, "running"
    offset, either = _days_to_weekday(weekday, base, anchor, away, context)
    ahead = (weekday - 1 - weekday_of(base.days)) % 7
    point = from_days(base.days + (ahead if either else offset))
    said = TimexValue("DATE", point_value(point), anchor=anchor, point=point, edtf=as_edtf(point))
    if either and offset < 0:
        said.edtf = f"{day(base.days + offset)}/{said.edtf}"
    mod = meaning.modifier
    if mod in ("START", "MID", "END", "LATER", "EARLIER"):
        said.mod = {"LATER": "END", "EARLIER": "START"}.get(mod, mod)
    return with_clock(said, meaning, context)


def _some_weekday(weekday: int, meaning: Meaning, anchor: Anchor) -> TimexValue:
    """A weekday of an unknown week."""
    said = TimexValue("DATE", f"XXXX-WXX-{weekday}", anchor=anchor)
    if meaning.part is not None:
        said.type, said.value = "TIME", f"{said.value}T{calendar.DAY_PARTS[meaning.part.name]}"
    return said


_BACK = frozenset({"last", "past", "previous", "preceding"})
_AHEAD = frozenset({"next", "following", "coming", "nxt"})


def _days_to_weekday(
    weekday: int, base: Point, anchor: Anchor, away: Step | None, context: Context
) -> tuple[int, bool]:
    """How many days from the base a weekday lies, and whether tomorrow is as likely.

    News of tomorrow's events may be in the past tense; tomorrow's weekday is rarely that of six
    days ago.
    """
    ahead = (weekday - 1 - weekday_of(base.days)) % 7
    back = (7 - ahead) % 7
    in_week = weekday - 1 - weekday_of(base.days)
    message = context.genre == "message"
    which = "" if away is None else away.which
    if which in _BACK:
        return in_week - 7 if message and which == "last" else -(back or 7), False
    if which in _AHEAD:
        return ahead or 7, False
    if away is not None and away.steps == 0:
        return in_week if message else ahead, False
    if anchor == "running":
        return ahead, False
    return ahead if context.tense() > 0 else -back, context.genre == "news" and ahead == 1
