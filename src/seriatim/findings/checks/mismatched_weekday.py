"""A day of the week that does not match its date.

What it finds
A full date with a day of the week on which it did not fall. Small changes of the date that would
match the day of the week are proposed.

Why it matters
The day of the week works as a check digit: the writer knew at least one of the two.

Example
| The ferry sank on Wednesday, 9 March 1909.

Near miss
| The ferry sank on Monday, 8 March 1909. The ferry sank on March 9, and on Tuesday the search
| began.

Limits
Gregorian calendar. Dates without a year are not checked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seriatim.analysis.ranking import distance_to_neighbours
from seriatim.analysis.slips import slips
from seriatim.findings.context import CheckContext, best_and_others
from seriatim.lang import calendar, check_patterns
from seriatim.messages import findings as messages
from seriatim.model import Claim, Finding, Proposal, Severity, Span, TimeExpression
from seriatim.temporal import edtf

SEVERITY: Severity = "error"
YEAR = re.compile(r"\d{4}")


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each date with the wrong day of the week."""
    for reading in context.chronology.readings:
        for expression in reading.expressions:
            stated, day = _weekday(context, expression), _day(expression)
            if stated and day is not None and edtf.weekday(day) != stated[0]:
                claims = context.dated_by(reading, expression.span)
                if not context.are_corrected(claims):
                    yield _finding(context, expression, day, stated, claims)


def _day(expression: TimeExpression) -> int | None:
    """The day of an expression that is dated to one."""
    if not expression.edtf or edtf.precision(expression.edtf) != "day":
        return None
    return edtf.first_day(expression.edtf)


def _weekday(context: CheckContext, expression: TimeExpression) -> tuple[int, Span] | None:
    """The weekday (0: Monday) in or beside a full date, and the span of both."""
    if not YEAR.search(expression.text) or expression.anchor in ("event", "document"):
        return None
    text, (start, end) = context.readings[expression.document].document.text, expression.span
    inside, before, after = (
        check_patterns.WEEKDAY_INSIDE.search(expression.text),
        check_patterns.WEEKDAY_BEFORE.search(text[max(0, start - 20) : start]),
        check_patterns.WEEKDAY_AFTER.search(text[end : end + 16]),
    )
    if inside:
        return calendar.WEEKDAYS[inside[1].lower()] - 1, (start, end)
    if before:
        return calendar.WEEKDAYS[before[1].lower()] - 1, (start - len(before[0]), end)
    if after and text[end : end + 1] in ",(" and calendar.WEEKDAYS[after[1].lower()]:
        return calendar.WEEKDAYS[after[1].lower()] - 1, (start, end + after.end())
    return None


def _beside(context: CheckContext, expression: TimeExpression) -> list[int]:
    """The nearest days before and after in the document."""
    days = [
        (e.span, edtf.first_day(e.edtf) or 0)
        for e in context.readings[expression.document].expressions
        if e.edtf and edtf.precision(e.edtf) == "day"
    ]
    before = [day for span, day in sorted(days) if span < expression.span]
    after = [day for span, day in sorted(days) if span > expression.span]
    return [*before[-1:], *after[:1]]


def _finding(
    context: CheckContext,
    expression: TimeExpression,
    day: int,
    weekday: tuple[int, Span],
    claims: list[Claim],
) -> Finding:
    stated, span = weekday
    options = [
        (s, v)
        for s, v in slips(expression.edtf or "")
        if edtf.weekday(edtf.first_day(v) or 0) == stated
    ]
    overlapping = _beside(context, expression)
    options = sorted(options, key=lambda option: distance_to_neighbours(overlapping, option[1]))
    best, others = best_and_others([Proposal(edtf=value, slip=slip) for slip, value in options])
    return Finding(
        code="mismatched-weekday",
        severity=SEVERITY,
        message=messages.wrong_weekday(
            expression.edtf or "", edtf.weekday(day), stated, best.edtf if best else None
        ),
        events=context.events_of(claims),
        claims=tuple(c.id for c in claims),
        document=expression.document,
        span=span,
        because=(context.quote(expression.document, span),),
        proposal=best,
        other_proposals=others,
    )
