"""A relative date whose anchor is unknown.

What it finds
"Yesterday" or "last May" in a document without a date, and "two days later" where no dated event
comes before it.

Why it matters
The words promise a date that cannot be worked out, and a reader who fills it in is guessing.

Example
| The harbour was closed yesterday.

Near miss
| published: 1911-03-02
| The harbour was closed yesterday. Two days later it was opened.

Limits
Words without a distance ("recently", "later") are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriatim.findings.context import CheckContext
from seriatim.lang import time_references
from seriatim.messages import findings as messages
from seriatim.model import Claim, Finding, Reading, Severity, TimeExpression
from seriatim.temporal import edtf

SEVERITY: Severity = "note"


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each time expression that dates nothing because its anchor is unknown."""
    for reading in context.chronology.readings:
        for expression in reading.expressions:
            claims = context.dated_by(reading, expression.span)
            if _is_open(reading, expression) and not context.are_corrected(claims):
                yield _finding(context, reading, expression, claims)


def _finding(
    context: CheckContext, reading: Reading, expression: TimeExpression, claims: Sequence[Claim]
) -> Finding:
    quoted = context.quote(reading.document.id, expression.span)
    return Finding(
        code="unanchored-date",
        severity=SEVERITY,
        message=messages.no_anchor(quoted, counts_from_document=expression.anchor == "document"),
        events=context.events_of(claims),
        claims=tuple(c.id for c in claims),
        document=reading.document.id,
        span=expression.span,
        because=(quoted,),
    )


def _is_open(reading: Reading, expression: TimeExpression) -> bool:
    if expression.type not in ("DATE", "TIME") or expression.edtf not in (None, edtf.UNKNOWN):
        return False
    if expression.anchor == "document":
        if expression.text.lower() in time_references.REFERENCES:
            return False
        return reading.document.published is None
    if expression.anchor != "event" or expression.offset is None:
        return False
    start, end = expression.span
    return not any(r.span[0] < end and start < r.span[1] for r in reading.relations) and not any(
        c.when.span == expression.span and c.when.edtf != edtf.UNKNOWN for c in reading.claims
    )
