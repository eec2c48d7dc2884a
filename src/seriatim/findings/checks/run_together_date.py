"""A date that runs into the next word.

What it finds
"May 5, 1911The board": the white space or punctuation behind a date was lost, mostly when a page
was turned into text.

Why it matters
Whatever was lost with the space (a colon, a line, a heading) may have told what the date belongs
to.

Example
| - May 5, 1911The board meets at the mill.

Near miss
| - May 5, 1911: The board meets at the mill. In the 1910s it met often.

Limits
Only dates that the program could read at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seriatim.findings.lookup import Case
from seriatim.model import Finding, Severity

SEVERITY: Severity = "note"
WORD = re.compile(r"[^\W\d_][\w.&'’-]*")


def find(case: Case) -> Iterator[Finding]:
    """One finding a date without the space behind it."""
    for reading in case.chronology.readings:
        text = reading.document.text
        for expression in reading.expressions:
            start, end = expression.span
            word = WORD.match(text, end)
            if (
                word
                and word[0][0].isupper()
                and text[end - 1].isdigit()
                and expression.type in ("DATE", "TIME")
            ):
                claims = [
                    c
                    for c in reading.claims
                    if c.when.span == expression.span and c.id in case.claims
                ]
                if case.are_corrected(claims):
                    continue
                yield Finding(
                    code="run-together-date",
                    severity=SEVERITY,
                    message=f"{case.quote(reading.document.id, (start, word.end()))}: the date runs into the next word",
                    events=case.events_of(claims),
                    claims=tuple(c.id for c in claims),
                    document=reading.document.id,
                    span=(start, word.end()),
                    because=(case.quote(reading.document.id, (start, word.end())),),
                )
