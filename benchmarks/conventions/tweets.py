"""Short messages.

Their annotators mark a year as one whose day is not known, add the weekday to its date and the
month to a week, leave “three more days” open, and mark units that nothing counts.
"""

from __future__ import annotations

import re
from dataclasses import replace

from benchmarks.conventions.last_unit import past_as_last
from seriatim.analysis.words import PassageText
from seriatim.lang import calendar
from seriatim.model import TimeExpression
from seriatim.temporal.algebra import Meaning
from seriatim.temporal.edtf import civil_from_days, days_from_civil
from seriatim.temporal.frames.context import Context, TimexValue
from seriatim.temporal.frames.resolution import ResolvedTimex
from seriatim.temporal.frames.values import say
from seriatim.temporal.timexes import ends, expression

LIFTED = frozenset(
    {"reference.undated", "part.greeting", "title.quoted", "soon.after", "age"}
    | {"frequency.attributive", "unit.uncounted"}
)
SKIPPED = frozenset({"former", "soon", "current", "once", "previously", "formerly"})
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_SEVERAL = re.compile(r"PT?(?!1[A-Z])\d+[A-Z]")


def value(meaning: Meaning, context: Context) -> TimexValue | None:
    """“The past year” is the last one; parts of days and weekends that recur have no date."""
    said = say(past_as_last(meaning), context)
    if said is None or meaning.recurrence is None or meaning.length is not None:
        return said
    if meaning.date.weekday is None and meaning.part is not None:
        return replace(said, value=f"T{calendar.DAY_PARTS[meaning.part.name]}")
    return replace(said, value="XXXX-WE") if meaning.date.weekend else said


def marked(words: PassageText, told: ResolvedTimex) -> tuple[TimeExpression, ...]:
    """The expressions without what weakens them, with values of their own."""
    return tuple(_marked(words, one) for one in ends(told))


def _marked(words: PassageText, one: ResolvedTimex) -> TimeExpression:
    mod = one.meaning.mod
    start = one.start if mod is None or mod.inner is None else mod.inner
    made = expression(words, replace(one, start=start))
    return replace(made, value=as_in_messages(made.value, one.meaning, made.text))


def as_in_messages(value: str, meaning: Meaning, words: str) -> str:
    """The value as annotators of messages write it."""
    date = meaning.date
    if date.century is not None and value.isdigit():
        return f"P1C-#{int(value) + 1}"
    if value.endswith("T24:00"):
        return value[:-5] + "00:00"
    if meaning.length is not None and meaning.length.ordinal is not None:
        return f"{value}-#{meaning.length.ordinal}"
    if re.fullmatch(r"\d{4}", value) and date.year is not None:
        return f"{value}-XX-XX"
    weekday = date.weekday or date.stated_weekday
    if weekday and re.match(r"\d{4}-\d\d-\d\d", value):
        return f"{value[:10]}-WXX-{weekday}{value[10:]}"
    week = _WEEK.fullmatch(value)
    if week:
        january = days_from_civil(int(week[1]), 1, 4)
        monday = january - (january + 3) % 7 + 7 * (int(week[2]) - 1)
        return f"{week[1]}-{civil_from_days(monday + 3)[1]:02}-W{week[2]}"
    if "more" in words.split() and _SEVERAL.fullmatch(value):
        return re.sub(r"\d+", "X", value)
    return value
