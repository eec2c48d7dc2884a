"""An interval that ends before it starts.

What it finds
"From May 9 to May 2, 1903": the second date of an interval lies before the first.

Why it matters
One of the two dates is wrong, and the interval cannot be placed.

Example
| The strike lasted from 9 May 1903 to 2 May 1903.

Near miss
| The strike lasted from 2 May 1903 to 9 May 1903. He went from London on 9 May 1903 to Paris, where
| on 2 May 1903 a room had been taken.

Limits
The two dates must be side by side, with "to", "until", "through", "and" or a dash between them. Two
times of day may run past midnight.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from seriatim.findings.context import CheckContext
from seriatim.lang import check_patterns
from seriatim.messages import findings as messages
from seriatim.model import Finding, Reading, Severity, Span, TimeExpression
from seriatim.temporal import edtf

SEVERITY: Severity = "error"


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each interval that ends before it starts."""
    for reading in context.chronology.readings:
        for span, first, second in (*_single_expressions(reading), *_joined_dates(reading)):
            if _falls(first, second):
                yield from _findings(context, reading, span, (first, second))


def _single_expressions(reading: Reading) -> Iterator[tuple[Span, str, str]]:
    """The intervals that are one time expression: span, start and end."""
    for one in _dates(reading):
        first, _, second = one.value.partition("/")
        if one.edtf is None and edtf.is_valid(first) and edtf.is_valid(second):
            yield one.span, first, second


def _joined_dates(reading: Reading) -> Iterator[tuple[Span, str, str]]:
    """The intervals of two dates side by side: span, start and end."""
    for a, b in pairwise(e for e in _dates(reading) if e.edtf):
        if _joined(reading.document.text, a, b):
            yield (a.span[0], b.span[1]), a.edtf or "", b.edtf or ""


def _dates(reading: Reading) -> list[TimeExpression]:
    return sorted(
        (e for e in reading.expressions if e.type in ("DATE", "TIME")), key=lambda e: e.span
    )


def _findings(
    context: CheckContext, reading: Reading, span: Span, values: tuple[str, str]
) -> Iterator[Finding]:
    """One finding, unless a person corrected the dates."""
    claims = [
        c
        for c in reading.claims
        if c.id in context.claims and c.when.span and span[0] <= c.when.span[0] < span[1]
    ]
    if context.are_corrected(claims):
        return
    yield Finding(
        code="end-before-start",
        severity=SEVERITY,
        message=messages.ends_before_start(context.quote(reading.document.id, span)),
        events=context.events_of(claims),
        claims=tuple(c.id for c in claims),
        document=reading.document.id,
        span=span,
        because=tuple(edtf.say(v) for v in values),
    )


def _joined(text: str, first: TimeExpression, second: TimeExpression) -> bool:
    between, before = (
        text[first.span[1] : second.span[0]],
        text[max(0, first.span[0] - 12) : first.span[0]],
    )
    if check_patterns.AND.fullmatch(between):
        return check_patterns.BETWEEN.search(before) is not None
    return check_patterns.JOINED.fullmatch(between) is not None and (
        check_patterns.FROM_OR_BETWEEN.search(before) is not None or not between.strip().isalpha()
    )


def _falls(first: str, second: str) -> bool:
    if first[:10] == second[:10] and "T" in first and "T" in second:
        return False  # "from 19:00 to 03:00" runs past midnight
    start, end = edtf.interval(first), edtf.interval(second)
    return start.start is not None and end.end is not None and end.end <= start.start
