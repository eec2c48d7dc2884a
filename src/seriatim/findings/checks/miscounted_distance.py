"""A distance in words that the two dates beside it do not bear out.

What it finds
Two printed dates and one distance between them that differ by little: "ten days later" over eleven
days.

Why it matters
Either date may be off, or the writer counted both ends.  In a chronology a day decides what could
have been known.

Example
| The minute book is dated March 12, 1907. The committee met on March 12, 1907. Ten days later, on
| March 23, 1907, the treasurer resigned.

Near miss
| The minute book is dated March 12, 1907. The committee met on March 12, 1907. Eleven days later,
| on March 23, 1907, the treasurer resigned.

Limits
What is more than a week and a quarter of the distance off is reported as contradicting dates.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.findings.conflicts import is_miscount, tell
from seriatim.findings.lookup import Case
from seriatim.model import Finding, Severity

SEVERITY: Severity = "warning"


def find(case: Case) -> Iterator[Finding]:
    """One finding a conflict between two dates and one distance that nearly agree."""
    for conflict in case.chronology.conflicts:
        if is_miscount(case, conflict):
            yield tell(case, conflict, "miscounted-distance", SEVERITY)
