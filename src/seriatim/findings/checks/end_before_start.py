"""An interval that ends before it starts.

What it finds
"From May 9 to May 2, 1903": the second of two dates joined as an interval lies before the first.

Why it matters
One of the two is wrong, and what is said to have lasted cannot be placed.

Example
| The strike lasted from 9 May 1903 to 2 May 1903.

Near miss
| The strike lasted from 2 May 1903 to 9 May 1903. He went from London on 9 May 1903 to Paris, where
| on 2 May 1903 a room had been taken.

Limits
The two dates must stand side by side, with "to", "until", "through", "and" or a dash between them.
Two times of day may run past midnight.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from seriatim.findings.lookup import Case
from seriatim.model import Finding, Reading, Severity, Span, TimeExpression
from seriatim.temporal import edtf

SEVERITY: Severity = "error"
JOINED = re.compile(r"\s*(?:to|until|till|through|[-–—])\s*", re.IGNORECASE)
ANDED = re.compile(r"\s*and\s*", re.IGNORECASE)
FROM = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)


def find(case: Case) -> Iterator[Finding]:
    """One finding an interval the wrong way round."""
    for reading in case.chronology.readings:
        dates = sorted(
            (e for e in reading.expressions if e.type in ("DATE", "TIME")), key=lambda e: e.span
        )
        for one in dates:
            first, _, second = one.value.partition("/")
            if (
                one.edtf is None
                and edtf.is_valid(first)
                and edtf.is_valid(second)
                and _falls(first, second)
            ):
                yield from _findings(case, reading, one.span, (first, second))
        for a, b in pairwise(e for e in dates if e.edtf):
            if _joined(reading.document.text, a, b) and _falls(a.edtf or "", b.edtf or ""):
                yield from _findings(
                    case, reading, (a.span[0], b.span[1]), (a.edtf or "", b.edtf or "")
                )


def _findings(
    case: Case, reading: Reading, span: Span, values: tuple[str, str]
) -> Iterator[Finding]:
    """One, unless a person put the dates right."""
    claims = [
        c
        for c in reading.claims
        if c.id in case.claims and c.when.span and span[0] <= c.when.span[0] < span[1]
    ]
    if case.are_corrected(claims):
        return
    yield Finding(
        code="end-before-start",
        severity=SEVERITY,
        message=f"{case.quote(reading.document.id, span)} ends before it starts",
        events=case.events_of(claims),
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
    if ANDED.fullmatch(between):
        return BETWEEN.search(before) is not None
    return JOINED.fullmatch(between) is not None and (
        FROM.search(before) is not None or not between.strip().isalpha()
    )


def _falls(first: str, second: str) -> bool:
    if first[:10] == second[:10] and "T" in first and "T" in second:
        return False  # "from 19:00 to 03:00" runs past midnight
    start, end = edtf.interval(first), edtf.interval(second)
    return start.start is not None and end.end is not None and end.end <= start.start
