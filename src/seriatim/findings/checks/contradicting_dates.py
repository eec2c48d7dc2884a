"""Dates and words about their distance that cannot all be right.

What it finds
Two printed dates and a chain of words between them ("two days later", "the same day") of which at
least one must be wrong. Where one slip of the pen would put it right (a year, a month, day and
month swapped), the slips are proposed, the likeliest first: one that also fits the order of the
list that the date stands in, then one that speaks against fewer claims.

Why it matters
A wrong year moves an event out of its place, and everything that is counted from it with it.

Example
| Log of the lighthouse
|
| - March 2, 1911: Ferris paints the lantern room.
| - March 9, 1911: Ferris reports a crack in the lens.
| - March 14, 1912: The inspector visits the lighthouse.
| - March 15, 1911: One day later, Ferris leaves the island.
| - April 3, 1911: A new keeper arrives.

Near miss
| Log of the lighthouse
|
| - March 2, 1911: Ferris paints the lantern room.
| - March 9, 1911: Ferris reports a crack in the lens.
| - March 14, 1911: The inspector visits the lighthouse.
| - March 15, 1911: One day later, Ferris leaves the island.
| - April 3, 1911: A new keeper arrives.

Limits
Only distances between two dates that stand in their own entries or sentences are held against each
other.  Distances of weeks, months and years are taken as rounded by half a unit.  Words without a
distance ("after") make it a warning. Nothing is changed until a person accepts a proposal.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.findings.conflicts import is_miscount, tell
from seriatim.findings.lookup import Case
from seriatim.model import Finding, Severity

SEVERITY: Severity = "error"


def find(case: Case) -> Iterator[Finding]:
    """One finding a conflict, on the date that the best repair would change."""
    for conflict in case.chronology.conflicts:
        if conflict.links and not is_miscount(case, conflict):
            counted = all(
                link.distance or link.relation in ("same day", "equal") for link in conflict.links
            )
            yield tell(case, conflict, "contradicting-dates", SEVERITY if counted else "warning")
