"""One event, told with different dates.

What it finds
An event for which two claims give dates that cannot both be right, or of which one is more precise
than the other.  Both stay, side by side.

Why it matters
Two dates that exclude each other must be decided from the documents; two precisions tell how much
each writer knew.

Example
| The Corran bridge collapsed on 4 May 1908. The mayor, Ada Kerr, said that the Corran bridge
| collapsed on 6 May 1908.

| The label says that the letter was sent on 19 May 1908.  Ada Kerr had sent it three days before.

Near miss
| The Corran bridge collapsed on 4 May 1908. The Corran bridge was opened again on 6 May 1909.

Limits
Claims that were taken to tell one event, or that tell it in much the same words within three days;
and what a passage says that somebody says, beside the same in its own words right behind.  A later,
fuller account of the same is no contradiction.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.findings.lookup import Case
from seriatim.findings.wording import agree
from seriatim.model import Claim, Finding, Severity
from seriatim.temporal import edtf

SEVERITY: Severity = "warning"


def find(case: Case) -> Iterator[Finding]:
    """One finding a pair of events or claims: a warning where two dates exclude each other, a note where they differ in precision."""
    seen: set[tuple[str, ...]] = set()
    for one, other in case.twice:
        events = case.events_of([one, other])
        if edtf.UNKNOWN in (one.when.edtf, other.when.edtf) or events in seen:
            continue
        if not agree(one, other):
            seen.add(events)
            yield _finding(case, events, (one, other), SEVERITY, "cannot both be right")
        elif len(events) == 1 and edtf.precision(one.when.edtf) != edtf.precision(other.when.edtf):
            seen.add(events)
            yield _finding(
                case, events, (one, other), "note", "tell one event at different precision"
            )


def _finding(
    case: Case, events: tuple[str, ...], pair: tuple[Claim, Claim], severity: Severity, verdict: str
) -> Finding:
    return Finding(
        code="twice-told-dates",
        severity=severity,
        message=f"{edtf.say(pair[0].when.edtf)} and {edtf.say(pair[1].when.edtf)} {verdict}",
        events=events,
        claims=tuple(c.id for c in pair),
        document=pair[1].document,
        span=case.date_span(pair[1]),
        because=tuple(case.quote(c.document, c.span) for c in pair),
    )
