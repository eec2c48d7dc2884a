"""A weekday that does not belong to its date.

What it finds
A day of the week written beside a full date on which that date did not fall.  The slips of the pen
that would make the two agree are proposed.

Why it matters
The weekday is a check digit: whoever wrote both knew at least one of them.

Example
| The ferry sank on Wednesday, 9 March 1909.

Near miss
| The ferry sank on Monday, 8 March 1909. The ferry sank on March 9, and on Tuesday the search
| began.

Limits
Gregorian calendar.  Dates without a year are not looked at.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seriatim.analysis.ranking import strangeness
from seriatim.analysis.slips import slips
from seriatim.findings.lookup import Case, first_and_rest
from seriatim.lang.en.calendar import WEEKDAYS
from seriatim.model import Claim, Finding, Proposal, Severity, Span, TimeExpression
from seriatim.temporal import edtf

SEVERITY: Severity = "error"
NAMES = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
YEAR = re.compile(r"\d{4}")
BEFORE = re.compile(
    rf"\b({'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\b\.?,?\s+(?:the\s+)?$", re.IGNORECASE
)
AFTER = re.compile(rf"^,?\s+(?:a\s+|\()?({'|'.join(NAMES)})\b", re.IGNORECASE)
INSIDE = re.compile(rf"\b({'|'.join(sorted(WEEKDAYS, key=len, reverse=True))})\b", re.IGNORECASE)


def find(case: Case) -> Iterator[Finding]:
    """One finding a date with the wrong weekday."""
    for reading in case.chronology.readings:
        for expression in reading.expressions:
            stated = _weekday(case, expression)
            day = (
                edtf.first_day(expression.edtf)
                if expression.edtf and edtf.precision(expression.edtf) == "day"
                else None
            )
            if stated and day is not None and edtf.weekday(day) != stated[0]:
                claims = [
                    c
                    for c in reading.claims
                    if c.when.span == expression.span and c.id in case.claims
                ]
                if not case.are_corrected(claims):
                    yield _finding(case, expression, day, stated, claims)


def _weekday(case: Case, expression: TimeExpression) -> tuple[int, Span] | None:
    """The weekday (0 for Monday) that stands in or beside a full date, and the span of both."""
    if not YEAR.search(expression.text) or expression.anchor in ("event", "document"):
        return None
    text, (start, end) = case.readings[expression.document].document.text, expression.span
    inside, before, after = (
        INSIDE.search(expression.text),
        BEFORE.search(text[max(0, start - 20) : start]),
        AFTER.search(text[end : end + 16]),
    )
    if inside:
        return WEEKDAYS[inside[1].lower()] - 1, (start, end)
    if before:
        return WEEKDAYS[before[1].lower()] - 1, (start - len(before[0]), end)
    if after and text[end : end + 1] in ",(" and WEEKDAYS[after[1].lower()]:
        return WEEKDAYS[after[1].lower()] - 1, (start, end + after.end())
    return None


def _beside(case: Case, expression: TimeExpression) -> list[int]:
    """The nearest days that stand before and after in the document."""
    days = [
        (e.span, edtf.first_day(e.edtf) or 0)
        for e in case.readings[expression.document].expressions
        if e.edtf and edtf.precision(e.edtf) == "day"
    ]
    before = [day for span, day in sorted(days) if span < expression.span]
    after = [day for span, day in sorted(days) if span > expression.span]
    return [*before[-1:], *after[:1]]


def _finding(
    case: Case, expression: TimeExpression, day: int, weekday: tuple[int, Span], claims: list[Claim]
) -> Finding:
    stated, span = weekday
    options = [
        (s, v)
        for s, v in slips(expression.edtf or "")
        if edtf.weekday(edtf.first_day(v) or 0) == stated
    ]
    beside = _beside(case, expression)
    options = sorted(options, key=lambda option: strangeness(beside, option[1]))
    best, others = first_and_rest([Proposal(edtf=value, slip=slip) for slip, value in options])
    return Finding(
        code="mismatched-weekday",
        severity=SEVERITY,
        message=f"{edtf.say(expression.edtf or '')} was a {NAMES[edtf.weekday(day)]}, not a {NAMES[stated]}"
        + (f"; perhaps {edtf.say(best.edtf)}" if best and best.edtf else ""),
        events=case.events_of(claims),
        claims=tuple(c.id for c in claims),
        document=expression.document,
        span=span,
        because=(case.quote(expression.document, span),),
        proposal=best,
        other_proposals=others,
    )
