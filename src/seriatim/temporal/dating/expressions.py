"""What a time expression may say of an event: whether it dates it, counts or bounds."""

from __future__ import annotations

import re

from seriatim.analysis.timex_links import TimexAttachment, TimexLink
from seriatim.lang import timex_dating_patterns as dating_patterns
from seriatim.model import TimeExpression
from seriatim.temporal import edtf, intervals

BEHIND = frozenset({"before", "earlier", "previously", "prior"})
AHEAD = frozenset({"after", "later", "afterwards"})
_GAP = 4  # a colon and white space


def may_date(expression: TimeExpression) -> bool:
    """Whether the expression says when, not how long or how often."""
    if (
        expression.type == "DURATION"
    ):  # "two days later"; "in the past three months"; "in the first week of April"
        stretch = expression.edtf is not None and (
            expression.anchor == "document" or expression.direction is None
        )
        return (is_counted(expression) and expression.anchor == "running") or stretch
    return expression.type in ("DATE", "TIME")


def is_of_its_own(dating: TimexLink) -> bool:
    """Whether temporal words give no date here: "two days after the vote", "recently"."""
    expression = dating.expression
    before_event = leads_to_event(dating) or (
        dating.of_event and expression.direction in (None, "same")
    )
    return before_event or (
        expression.type == "DATE" and expression.value not in ("PRESENT_REF", "FUTURE_REF")
    )


def leads_to_event(dating: TimexLink) -> bool:
    """Whether the expression counts from a happening that the words behind it name."""
    return (
        dating.expression.anchor == "event"
        and dating.expression.offset is not None
        and dating.follows in BEHIND | AHEAD
    )


def without_bound(value: str, text: str) -> str:
    """The time that bounds an interval: the whole month of "until the end of October"."""
    inner = value.removeprefix("../").removesuffix("/..")
    part = (
        dating_patterns.PART_OF_PERIOD.search(text) is not None and edtf.precision(inner) == "day"
    )
    return intervals.unit_about(inner, "month") if part else inner


def whole_unit(expression: TimeExpression) -> str:
    """The month or year around "early", "late" or "the middle of", whose part stays open."""
    value = expression.edtf or edtf.UNKNOWN
    if (
        expression.mod in ("START", "MID", "END")
        and edtf.is_valid(expression.value)
        and edtf.interval(expression.value).contains(edtf.interval(value))
    ):
        return expression.value
    return value


def is_counted(expression: TimeExpression) -> bool:
    """Whether the expression counts a distance from another happening ("two days later")."""
    return expression.direction is not None and expression.anchor in ("event", "running")


def repeats_the_lead(attached: TimexAttachment, expression: TimeExpression) -> bool:
    """Whether it follows the item's date and gives the same day from the item before."""
    return (
        attached.lead is not None
        and is_counted(expression)
        and 0 <= expression.span[0] - attached.lead.span[1] <= _GAP
    )


def is_clock_alone(text: str) -> bool:
    """Whether the words give a time of day and no date."""
    return re.search(r"\d", text) is not None and dating_patterns.DATED.search(text) is None
