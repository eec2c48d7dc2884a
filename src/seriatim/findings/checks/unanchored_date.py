"""A date that counts from something that is not known.

What it finds
"Yesterday" or "last May" in a document without a date, and "two days later" where nothing dated was
told before it.

Why it matters
The words promise a date that cannot be given, and a reader who fills it in from elsewhere is
guessing.

Example
| The harbour was closed yesterday.

Near miss
| published: 1911-03-02
| The harbour was closed yesterday. Two days later it was opened.

Limits
Words without a distance ("recently", "later") are not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.findings.lookup import Case
from seriatim.lang.en.timex.words import REFERENCES
from seriatim.model import Finding, Reading, Severity, TimeExpression
from seriatim.temporal import edtf

SEVERITY: Severity = "note"


def find(case: Case) -> Iterator[Finding]:
    """One finding an expression that dates nothing for want of an anchor."""
    for reading in case.chronology.readings:
        for expression in reading.expressions:
            if _is_open(reading, expression):
                claims = [
                    c
                    for c in reading.claims
                    if c.when.span == expression.span and c.id in case.claims
                ]
                if case.are_corrected(claims):
                    continue
                wanted = (
                    "the document's date"
                    if expression.anchor == "document"
                    else "the event that it counts from"
                )
                yield Finding(
                    code="unanchored-date",
                    severity=SEVERITY,
                    message=f"{case.quote(reading.document.id, expression.span)} needs {wanted}, which is not known",
                    events=case.events_of(claims),
                    claims=tuple(c.id for c in claims),
                    document=reading.document.id,
                    span=expression.span,
                    because=(case.quote(reading.document.id, expression.span),),
                )


def _is_open(reading: Reading, expression: TimeExpression) -> bool:
    if expression.type not in ("DATE", "TIME") or expression.edtf not in (None, edtf.UNKNOWN):
        return False
    if expression.anchor == "document":
        return reading.document.published is None and expression.text.lower() not in REFERENCES
    if expression.anchor != "event" or expression.offset is None:
        return False
    start, end = expression.span
    return not any(r.span[0] < end and start < r.span[1] for r in reading.relations) and not any(
        c.when.span == expression.span and c.when.edtf != edtf.UNKNOWN for c in reading.claims
    )
