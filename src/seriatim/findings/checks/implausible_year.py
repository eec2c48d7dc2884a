"""A year far from all others that its document tells of.

What it finds
A year that stands alone, more than a century before or fifty years after the span of the dates
with a month in the same document.

Why it matters
Numbers of pages, parts and paragraphs look like years; a slip of one digit makes a date of another
century.

Example
| published: 1911-03-02
| The mill burned on 4 May 1910. It was rebuilt by 7 June 1910. On 8 July 1910 the owner died.
| His sons fell out on 2 August 1910, and on 5 September 1910 the mill was sold.
| The first mill had burned in 1490.

Near miss
| published: 1911-03-02
| The mill burned on 4 May 1910. It was rebuilt by 7 June 1910. On 8 July 1910 the owner died.
| His sons fell out on 2 August 1910, and on 5 September 1910 the mill was sold.
| The first mill had burned in 1890.

Limits
Documents with fewer than five dates with a month have no span.  Numbers that no word leads to as to
a year are not read as years there at all.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.findings.context import CheckContext
from seriatim.messages import findings as messages
from seriatim.model import Finding, Reading, Severity, TimeExpression
from seriatim.temporal.frames.plausible_years import YearSpan, bare_years, span_of

SEVERITY: Severity = "note"


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each year that dates a claim and lies far outside its document's span."""
    for reading in context.chronology.readings:
        span = span_of(reading.expressions, reading.document.published)
        if span is None:
            continue
        for expression in reading.expressions:
            if any(span.is_far(year) for year in bare_years(expression.text)):
                yield from _findings(context, reading, expression, span)


def _findings(
    context: CheckContext, reading: Reading, expression: TimeExpression, span: YearSpan
) -> Iterator[Finding]:
    claims = context.dated_by(reading, expression.span)
    if not claims or context.are_corrected(claims):
        return
    quoted = context.quote(reading.document.id, expression.span)
    yield Finding(
        code="implausible-year",
        severity=SEVERITY,
        message=messages.implausible_year(quoted, span.first, span.last),
        events=context.events_of(claims),
        claims=tuple(c.id for c in claims),
        document=reading.document.id,
        span=expression.span,
        because=(quoted,),
    )
