"""One event with different numbers.

What it finds
An event for which two claims give conflicting numbers of the same thing: eleven houses and fourteen
houses, £300 and £500, a vote of 31 to 12 and one of 31 to 14.

Why it matters
Numbers are what people quote. Where two circulate, the chronology must show both with their
sources.

Example
| The Corran flood destroyed 11 houses on 4 May 1908. The mayor, Ada Kerr, said that the Corran
| flood destroyed 14 houses on 4 May 1908.

| On 4 May 1908 the Corran council approved the new bridge by 31 votes to 12.  On 4 May 1908 the
| Corran council approved the new bridge by 31 to 14.

Near miss
| The Corran flood destroyed 11 houses on 4 May 1908. Ada Kerr said that the Corran flood destroyed
| at least 9 houses on 4 May 1908.

Limits
Compares bounds, not points: "at least nine" fits eleven. Only amounts of money, votes for and
against, and numbers of things with the same noun. Where a claim gives several numbers of one thing
and one of them fits, there is no finding. Between documents of different dates it is a note, since
the later number may be an update.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.analysis import amounts
from seriatim.findings.context import CheckContext
from seriatim.messages import findings as messages
from seriatim.model import Claim, Finding, Quantity, Severity

SEVERITY: Severity = "warning"


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each two conflicting numbers."""
    for one, other in context.same_event_pairs:
        for quantities in amounts.contradictions(one, other):
            yield _finding(context, (one, other), quantities)


def _finding(
    context: CheckContext, claims: tuple[Claim, Claim], quantities: tuple[Quantity, Quantity]
) -> Finding:
    dates = [context.readings[c.document].document.published for c in claims]
    later = None not in dates and dates[0] != dates[1]
    return Finding(
        code="twice-told-numbers",
        severity="note" if later else SEVERITY,
        message=messages.different_numbers(
            quantities[0].text, quantities[1].text, may_be_update=later
        ),
        events=context.events_of(claims),
        claims=tuple(c.id for c in claims),
        document=claims[1].document,
        span=quantities[1].span,
        because=tuple(context.quote(c.document, c.span) for c in claims),
    )
