"""A stated distance that does not match the two dates beside it.

What it finds
Two printed dates and a distance between them that nearly match: "ten days later" where the dates
are eleven days apart.

Why it matters
Either date may be wrong, or the writer counted both ends. One day can decide what could have been
known.

Example
| The minute book is dated March 12, 1907. The committee met on March 12, 1907. Ten days later, on
| March 23, 1907, the treasurer resigned.

Near miss
| The minute book is dated March 12, 1907. The committee met on March 12, 1907. Eleven days later,
| on March 23, 1907, the treasurer resigned.

Limits
A difference of more than a week and a quarter of the distance is reported as contradicting dates.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.findings.conflicts import conflict_finding, is_miscount
from seriatim.findings.context import CheckContext
from seriatim.model import Finding, Severity

SEVERITY: Severity = "warning"


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each conflict of two dates and a distance that nearly match."""
    for conflict in context.chronology.conflicts:
        if is_miscount(context, conflict):
            yield conflict_finding(context, conflict, "miscounted-distance", SEVERITY)
