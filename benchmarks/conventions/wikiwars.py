"""WikiWars: histories."""

from __future__ import annotations

from benchmarks.conventions.last_unit import past_as_last
from seriatim.analysis.words import PassageText
from seriatim.model import TimeExpression
from seriatim.temporal.algebra import Amount, Duration, Meaning
from seriatim.temporal.frames.anchors import Point
from seriatim.temporal.frames.context import Context, TimexValue
from seriatim.temporal.frames.durations import duration_value, from_where
from seriatim.temporal.frames.resolution import ResolvedTimex
from seriatim.temporal.frames.timex3 import point_value, year_value
from seriatim.temporal.frames.values import say
from seriatim.temporal.timexes import ends, expression

LIFTED = frozenset(
    {"reference.undated", "part.greeting", "title.quoted", "soon.after", "age"}
    | {"frequency.attributive"}
)
SKIPPED = frozenset({"once", "previously", "soon"})
_UNKNOWN = {"day": "XXXX-XX-XX", "night": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX"}
_EACH = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "hour": "PT1H",
}
_CLOCKED = frozenset({"hour", "minute", "second"})
_DAILY = (Amount(1, 1, "day"),)


def value(meaning: Meaning, context: Context) -> TimexValue | None:
    """Decades as units of their own, what recurs by its date, what is far by an open date."""
    if meaning.unit != "year":
        meaning = past_as_last(meaning)
    said = say(meaning, context)
    if said is None:
        return None
    length, again = meaning.length, meaning.recurrence
    if meaning.step is not None and meaning.step.which == "past" and length is None:
        length = Duration((Amount(1, 1, meaning.unit or ""),))
    if length is None:
        return said
    if again is not None and again.frequency is not None:
        said.value = _EACH[length.unit]
    elif again is not None and length.amounts == _DAILY and again.lead != "per":
        said.value = "XXXX-XX-XX"
    elif said.type in ("DURATION", "SET"):
        said.value = duration_value(length, years=False)
    elif meaning.offset is not None and not meaning.offset.from_event:
        _open(said, meaning, length, context)
    return said


def _open(said: TimexValue, meaning: Meaning, length: Duration, context: Context) -> None:
    """“Hours later”, “two days later” of a day that is not known."""
    if meaning.offset is None:
        return
    base, _ = from_where(length, meaning.offset.direction, meaning.modifier, context)
    if base is None:
        return
    if length.uncounted:
        _of_unknown_number(base, length.unit, said)
    elif length.unit == "day" and base.day is None and _is_exact(length):
        said.value = f"{year_value(base.year)}-XX-XX"


def _of_unknown_number(base: Point, unit: str, said: TimexValue) -> None:
    if unit in _CLOCKED and base.day is not None:
        said.type, said.value = "TIME", f"{point_value(base)}TXX"
    else:
        said.value = _UNKNOWN.get(unit, said.value)


def _is_exact(length: Duration) -> bool:
    least, most, _ = length.amounts[0]
    return len(length.amounts) == 1 and not length.vague and least == most


def marked(words: PassageText, told: ResolvedTimex) -> tuple[TimeExpression, ...]:
    """“The last week of August” is one expression."""
    parts = (told,) if told.join == "of" else ends(told)
    return tuple(expression(words, one) for one in parts)
