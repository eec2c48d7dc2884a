"""An interval that ends before it starts.

What it finds
"From May 9 to May 2, 1903": the second of two dates joined as an interval lies before the first.

Why it matters
One of the two is wrong, and what is said to have lasted cannot be placed.

Example
| The strike lasted from 9 May 1903 to 2 May 1903.

Near miss
| The strike lasted from 2 May 1903 to 9 May 1903. He went from London on 9 May 1903 to Paris, where on 2 May 1903 a room had been taken.

Limits
The two dates must stand side by side, with "to", "until", "through", "and" or a dash between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from seriatim import edtf
from seriatim.findings.lookup import Case
from seriatim.model import Finding, Severity, TimeExpression

SEVERITY: Severity = "error"
JOINED = re.compile(r"\s*(?:to|until|till|through|[-–—])\s*", re.IGNORECASE)
ANDED = re.compile(r"\s*and\s*", re.IGNORECASE)
FROM = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)


def find(case: Case) -> Iterator[Finding]:
    """One finding an interval the wrong way round."""
    for reading in case.chronology.readings:
        dates = sorted((e for e in reading.expressions if e.edtf and e.type in ("DATE", "TIME")), key=lambda e: e.span)
        for first, second in pairwise(dates):
            if _joined(reading.document.text, first, second) and _falls(first, second):
                span = (first.span[0], second.span[1])
                yield Finding(
                    code="end-before-start",
                    severity=SEVERITY,
                    message=f"{case.quote(reading.document.id, span)} ends before it starts",
                    events=case.events_of([c for c in reading.claims if c.when.span and span[0] <= c.when.span[0] < span[1]]),
                    claims=tuple(c.id for c in reading.claims if c.when.span and span[0] <= c.when.span[0] < span[1]),
                    document=reading.document.id,
                    span=span,
                    because=(edtf.say(first.edtf or ""), edtf.say(second.edtf or "")),
                )


def _joined(text: str, first: TimeExpression, second: TimeExpression) -> bool:
    between, before = text[first.span[1] : second.span[0]], text[max(0, first.span[0] - 12) : first.span[0]]
    return bool(
        (JOINED.fullmatch(between) and (FROM.search(before) or not between.strip().isalpha()))
        or (ANDED.fullmatch(between) and BETWEEN.search(before))
    )


def _falls(first: TimeExpression, second: TimeExpression) -> bool:
    start, end = edtf.interval(first.edtf or ""), edtf.interval(second.edtf or "")
    return start.start is not None and end.end is not None and end.end <= start.start
