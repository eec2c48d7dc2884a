"""A document without a date.

What it finds
A document without a date in its text, in its metadata or from the person who added it.

Why it matters
"Yesterday", "last May" and "Tuesday" count from it. Without it they stay open, and nobody can tell
what its author could have known.

Example
| The council met yesterday and sold the bridge.

Near miss
| published: 1908-05-04
| The council met yesterday and sold the bridge.

Limits
Does not guess a date from the events in the document.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.findings.context import CheckContext
from seriatim.messages import findings as messages
from seriatim.model import Finding, Severity

SEVERITY: Severity = "note"


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each undated document."""
    for reading in context.chronology.readings:
        if reading.document.published is None:
            yield Finding(
                code="undated-document",
                severity=SEVERITY,
                message=messages.UNDATED_DOCUMENT,
                document=reading.document.id,
                span=(0, 0)
                if not reading.passages
                else (reading.passages[0].span[0], reading.passages[0].span[1]),
            )
