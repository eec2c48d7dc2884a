"""TimeBank and AQUAINT: news, with earnings reports among it."""

from __future__ import annotations

from benchmarks.conventions.last_unit import past_as_last
from seriatim.analysis.words import PassageText
from seriatim.model import TimeExpression
from seriatim.temporal.algebra import Date, Meaning
from seriatim.temporal.frames.anchors import Point
from seriatim.temporal.frames.context import Context, TimexValue
from seriatim.temporal.frames.quarters import quarter_meant
from seriatim.temporal.frames.resolution import ResolvedTimex
from seriatim.temporal.frames.timex3 import year_value
from seriatim.temporal.frames.values import say
from seriatim.temporal.timexes import ends, expression

LIFTED: frozenset[str] = frozenset({"reference.undated"})
SKIPPED = frozenset(
    {"once", "former", "formerly", "previously", "future", "lately", "presently"}
    | {"as-soon-as-possible", "the-moment", "the-time-being", "at-this-time", "long-ago"}
    | {"most-recently"}
)


def value(meaning: Meaning, context: Context) -> TimexValue | None:
    """“The past year” is the last one, “the quarter” the last that was over."""
    if meaning.period is not None and not (
        meaning.period.year_alone and context.reference.quarter is None
    ):
        return _quarter(meaning.date, meaning.period.years_back, context)
    return say(past_as_last(meaning), context)


def marked(words: PassageText, told: ResolvedTimex) -> tuple[TimeExpression, ...]:
    """“Two to three weeks” is one expression."""
    parts = (told,) if told.join == "halves" else ends(told)
    return tuple(expression(words, one) for one in parts)


def _quarter(date: Date, years_back: int, context: Context) -> TimexValue | None:
    """The quarter that a report speaks of: none that was not over on its day."""
    document, running = context.reference.document, context.reference.quarter
    if document is None or not document.month:
        return quarter_meant(date, years_back, running, context.reference)
    index = document.year * 4 + (document.month - 1) // 3 - 1
    over = Point(index // 4, index % 4 * 3 + 3, None, index % 4 + 1)
    if running is None and date.quarter is None:
        year = over.year - years_back if date.year is None else date.year
        guess = f"{year_value(year)}-Q{over.quarter}"
        return TimexValue("DATE", guess, anchor="running", point=context.reference.running)
    if running is None or (running.year, running.quarter or 0) > (over.year, over.quarter or 0):
        return quarter_meant(date, years_back, over, context.reference)
    return quarter_meant(date, years_back, running, context.reference)
