"""TIMEX3 type, value, modifier and EDTF interval, from a meaning and its context."""

from __future__ import annotations

from dataclasses import replace

from seriatim.lang.en.timex.frame_patterns import ENDED, RATE
from seriatim.temporal.algebra import Direction, Meaning, Offset, length
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
    if meaning.length is not None and meaning.length.one and meaning.length.ordinal is not None:
        return counted(meaning.length, context)
    if meaning.reference is not None:
        return TimexValue("DATE", meaning.reference)
    if meaning.recurrence is not None:
        return recurring(meaning)
    if (
        meaning.length is not None
        and meaning.length.article
        and meaning.offset is None
        and RATE.search(context.text, max(0, context.at[0] - 40), context.at[0])
    ):
        return replace(lasting(meaning.length, context, meaning), type="SET")
    if meaning.length is not None and meaning.offset is not None:
        return shifting(meaning, context)
    if meaning.length is not None:
        return lasting(meaning.length, context, meaning)
    if (
        meaning.step is not None
        and meaning.step.whole_unit
        and meaning.unit == "year"
        and ENDED.match(context.text, context.at[1])
    ):
        return lasting(length(1, 1, "year"), context)
    period = meaning.period
    if period is not None and period.year_alone and context.quarter is None:
        way: Direction = "earlier" if context.genre == "narrative" else "ago"
        return shifting(Meaning(length=length(1, 1, "year"), offset=Offset(way)), context)
    if period is not None:
        return quarter_meant(meaning.date, period.years_back, context)
    if meaning.unit is not None and meaning.step is not None and meaning.date.month is None:
        return unit_away(meaning, context)
    return dated(meaning, context)
