"""A document without a date.

What it finds
A document for which neither its text, nor its metadata, nor the person who added it gives a date.

Why it matters
"Yesterday", "last May" and "Tuesday" count from it; without it they stay open, and nothing can be
said of what it could have known.

Example
| The council met yesterday and sold the bridge.

Near miss
| published: 1908-05-04
| The council met yesterday and sold the bridge.

Limits
Does not guess a date from the events that the document tells.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.findings.lookup import Case
from seriatim.model import Finding, Severity

SEVERITY: Severity = "note"


def find(case: Case) -> Iterator[Finding]:
    """One finding a document."""
    for reading in case.chronology.readings:
        if reading.document.published is None:
            yield Finding(
                code="undated-document",
                severity=SEVERITY,
                message="the document's date is not known: what counts from it stays open",
                document=reading.document.id,
                span=(0, 0)
                if not reading.passages
                else (reading.passages[0].span[0], reading.passages[0].span[1]),
            )
