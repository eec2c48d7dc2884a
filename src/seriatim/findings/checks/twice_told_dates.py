"""One event, told with different dates.

What it finds
An event for which two claims give dates that cannot both be right, or of which one is more precise than the other.  Both stay, side by
side.

Why it matters
Two dates that exclude each other must be decided from the documents; two precisions tell how much each writer knew.

Example
| The Corran bridge collapsed on 4 May 1908. The mayor, Ada Kerr, said that the Corran bridge collapsed on 6 May 1908.

Near miss
| The Corran bridge collapsed on 4 May 1908. The Corran bridge was opened again on 6 May 1909.

Limits
Only claims that were taken to tell one event.  A later, fuller account of the same is no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from seriatim import edtf
from seriatim.findings.lookup import Case
from seriatim.model import Claim, Event, Finding, Severity

SEVERITY: Severity = "warning"


def find(case: Case) -> Iterator[Finding]:
    """One finding an event: a warning where two dates exclude each other, a note where they differ in precision."""
    for event in case.chronology.events:
        dated = {c.when.edtf: c for c in reversed(event.claims) if c.when.edtf != edtf.UNKNOWN and c.polarity == "+"}
        claims = sorted(dated.values(), key=event.claims.index)
        apart = next(((a, b) for a, b in combinations(claims, 2) if not _meet(a, b)), None)
        nested = next(((a, b) for a, b in combinations(claims, 2) if _precision(a) != _precision(b)), None)
        if apart:
            yield _finding(case, event, apart, SEVERITY, "cannot both be right")
        elif nested:
            yield _finding(case, event, nested, "note", "tell one event at different precision")


def _meet(one: Claim, other: Claim) -> bool:
    return edtf.interval(one.when.edtf).meets(edtf.interval(other.when.edtf))


def _precision(claim: Claim) -> str:
    return edtf.precision(claim.when.edtf)


def _finding(case: Case, event: Event, pair: tuple[Claim, Claim], severity: Severity, verdict: str) -> Finding:
    return Finding(
        code="twice-told-dates",
        severity=severity,
        message=f"{edtf.say(pair[0].when.edtf)} and {edtf.say(pair[1].when.edtf)} {verdict}",
        events=(event.id,),
        claims=tuple(c.id for c in pair),
        document=pair[1].document,
        span=case.date_span(pair[1]),
        because=tuple(case.quote(c.document, c.span) for c in pair),
    )
