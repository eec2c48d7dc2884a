"""One event, told with different numbers.

What it finds
An event for which two claims give numbers of the same thing that cannot both be right: eleven
houses and fourteen houses, £300 and £500, a vote of 31 to 12 and one of 31 to 14.

Why it matters
Numbers are what is quoted onward; where two circulate, the chronology must show both and who gave
which.

Example
| The Corran flood destroyed 11 houses on 4 May 1908. The mayor, Ada Kerr, said that the Corran
| flood destroyed 14 houses on 4 May 1908.

| On 4 May 1908 the Corran council approved the new bridge by 31 votes to 12.  On 4 May 1908 the
| Corran council approved the new bridge by 31 to 14.

Near miss
| The Corran flood destroyed 11 houses on 4 May 1908. Ada Kerr said that the Corran flood destroyed
| at least 9 houses on 4 May 1908.

Limits
Compares bounds, not points: "at least nine" agrees with eleven.  Only numbers of things that are
named by the same noun or money, and of votes for and against.  Where a claim gives several numbers
of one thing and one of them agrees, nothing is said.  Of documents of different dates it is a note:
the later number may be an update.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.analysis import amounts
from seriatim.findings.lookup import Case
from seriatim.model import Claim, Finding, Quantity, Severity

SEVERITY: Severity = "warning"


def find(case: Case) -> Iterator[Finding]:
    """One finding two numbers."""
    for one, other in case.twice:
        for quantities in amounts.contradictions(one, other):
            yield _finding(case, (one, other), quantities)


def _finding(
    case: Case, claims: tuple[Claim, Claim], quantities: tuple[Quantity, Quantity]
) -> Finding:
    dates = [case.readings[c.document].document.published for c in claims]
    later = None not in dates and dates[0] != dates[1]
    return Finding(
        code="twice-told-numbers",
        severity="note" if later else SEVERITY,
        message=f"“{quantities[0].text}” and “{quantities[1].text}” are told of one event"
        + (", by documents of different dates" if later else ""),
        events=case.events_of(claims),
        claims=tuple(c.id for c in claims),
        document=claims[1].document,
        span=quantities[1].span,
        because=tuple(case.quote(c.document, c.span) for c in claims),
    )
