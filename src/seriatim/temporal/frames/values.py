"""TIMEX3 type, value, modifier and EDTF interval, from a meaning and its context."""

from __future__ import annotations

from dataclasses import replace

from seriatim.lang import timex_frame_patterns as frame_patterns
from seriatim.temporal.algebra import (
    Direction,
    Duration,
    Meaning,
    Offset,
    ReportingPeriod,
    length,
)
from seriatim.temporal.frames.ages import at_age
from seriatim.temporal.frames.calendar_dates import dated
from seriatim.temporal.frames.context import Context, TimexValue
from seriatim.temporal.frames.counted import counted
from seriatim.temporal.frames.deictic import unit_away
from seriatim.temporal.frames.durations import lasting, recurring, shifting
from seriatim.temporal.frames.quarters import quarter_meant


def say(meaning: Meaning, context: Context) -> TimexValue | None:
    """What the meaning comes to; None where the words turn out not to be a time."""
    if meaning.age is not None:
        return at_age(meaning.age, context)
    if meaning.reference is not None:
        return TimexValue("DATE", meaning.reference)
    if meaning.recurrence is not None:
        return recurring(meaning)
    if meaning.length is not None:
        return _of_length(meaning.length, meaning, context)
    if meaning.period is not None:
        return _of_period(meaning.period, meaning, context)
    if meaning.unit is not None and meaning.step is not None and meaning.date.month is None:
        return _lasting_year(meaning, context) or unit_away(meaning, context)
    return dated(meaning, context)


def _of_length(made: Duration, meaning: Meaning, context: Context) -> TimexValue | None:
    """What is counted, what recurs at a rate, a distance, or how long."""
    if made.one and made.ordinal is not None:
        return counted(made, context)
    if meaning.offset is not None:
        return shifting(meaning, context)
    said = lasting(made, context, meaning)
    at = context.at[0]
    if made.article and frame_patterns.RATE.search(context.text, max(0, at - 40), at):
        return replace(said, type="SET")
    return said


def _lasting_year(meaning: Meaning, context: Context) -> TimexValue | None:
    """“the year ended in June”: how long, since it is no calendar year."""
    whole = meaning.step is not None and meaning.step.whole_unit and meaning.unit == "year"
    if whole and frame_patterns.ENDED.match(context.text, context.at[1]):
        return lasting(length(1, 1, "year"), context)
    return None


def _of_period(period: ReportingPeriod, meaning: Meaning, context: Context) -> TimexValue | None:
    """A quarter that the report gives; “year-earlier” alone is a year away."""
    if period.year_alone and context.reference.quarter is None:
        way: Direction = "earlier" if context.genre == "narrative" else "ago"
        return shifting(Meaning(length=length(1, 1, "year"), offset=Offset(way)), context)
    return quarter_meant(
        meaning.date, period.years_back, context.reference.quarter, context.reference
    )
