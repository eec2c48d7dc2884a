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
from collections.abc import Iterator, Sequence

from seriatim.findings.context import CheckContext
from seriatim.messages import findings as messages
from seriatim.model import Claim, Finding, Reading, Severity, Span, TimeExpression

SEVERITY: Severity = "note"
WORD = re.compile(r"[^\W\d_][\w.&'’-]*")


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each date without a space after it."""
    for reading in context.chronology.readings:
        for expression in reading.expressions:
            end = _end_of_next_word(reading, expression)
            claims = context.dated_by(reading, expression.span)
            if end and not context.are_corrected(claims):
                yield _finding(context, reading, (expression.span[0], end), claims)


def _end_of_next_word(reading: Reading, expression: TimeExpression) -> int | None:
    """The end of the word that a date runs into."""
    text, end = reading.document.text, expression.span[1]
    word = WORD.match(text, end)
    if not word or not word[0][0].isupper() or not text[end - 1].isdigit():
        return None
    return word.end() if expression.type in ("DATE", "TIME") else None


def _finding(
    context: CheckContext, reading: Reading, span: Span, claims: Sequence[Claim]
) -> Finding:
    quoted = context.quote(reading.document.id, span)
    return Finding(
        code="run-together-date",
        severity=SEVERITY,
        message=messages.missing_space(quoted),
        events=context.events_of(claims),
        claims=tuple(c.id for c in claims),
        document=reading.document.id,
        span=span,
        because=(quoted,),
    )
