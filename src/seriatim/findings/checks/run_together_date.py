"""A date that runs into the next word.

What it finds
"May 5, 1911The board": the space or punctuation after a date was lost, usually when a page was
converted to text.

Why it matters
Whatever was lost with the space (a colon, a line break, a heading) may have shown what the date
belongs to.

Example
| - May 5, 1911The board meets at the mill.

Near miss
| - May 5, 1911: The board meets at the mill. In the 1910s it met often.

Limits
Only dates that the program could read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seriatim.findings.context import CheckContext
from seriatim.messages import findings as messages
from seriatim.model import Finding, Severity

SEVERITY: Severity = "note"
WORD = re.compile(r"[^\W\d_][\w.&'’-]*")


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each date without a space after it."""
    for reading in context.chronology.readings:
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
                    if c.when.span == expression.span and c.id in context.claims
                ]
                if context.are_corrected(claims):
                    continue
                yield Finding(
                    code="run-together-date",
                    severity=SEVERITY,
                    message=messages.missing_space(
                        context.quote(reading.document.id, (start, word.end()))
                    ),
                    events=context.events_of(claims),
                    claims=tuple(c.id for c in claims),
                    document=reading.document.id,
                    span=(start, word.end()),
                    because=(context.quote(reading.document.id, (start, word.end())),),
                )
