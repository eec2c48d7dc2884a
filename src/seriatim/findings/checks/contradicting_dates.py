"""Dates and stated distances that conflict with one another.

What it finds
Two printed dates and a chain of distances between them ("two days later", "the same day") of which
at least one must be wrong. Where changing a single year, month or day, or swapping day and month,
would resolve the conflict, the changes are proposed, the likeliest first: one that also fits the
order of the date's list, then one that conflicts with fewer claims.

Why it matters
A wrong year misplaces the event and everything that is counted from it.

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
Only distances between two dates that have their own entries or sentences are compared. Distances of
weeks, months and years count as rounded by half a unit. Relations without a distance ("after") make
the finding a warning. Nothing changes until a person accepts a proposal.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.findings.conflicts import conflict_finding, is_miscount
from seriatim.findings.context import CheckContext
from seriatim.model import Finding, Severity

SEVERITY: Severity = "error"


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each conflict, on the date that the best repair would change."""
    for conflict in context.chronology.conflicts:
        if conflict.links and not is_miscount(context, conflict):
            counted = all(
                link.distance or link.relation in ("same day", "equal") for link in conflict.links
            )
            yield conflict_finding(
                context, conflict, "contradicting-dates", SEVERITY if counted else "warning"
            )
