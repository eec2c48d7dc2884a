"""One event with different dates.

What it finds
An event for which two sources or two documents give conflicting dates, or claims give dates of
different precision. Both are kept.

Why it matters
Conflicting dates have to be decided from the documents; different precision shows how much each
writer knew.

Example
| The Corran bridge collapsed on 4 May 1908. The mayor, Ada Kerr, said that the Corran bridge
| collapsed on 6 May 1908.

| The label says that the letter was sent on 19 May 1908.  Ada Kerr had sent it three days before.

Near miss
| The Corran bridge collapsed on 4 May 1908. The Corran bridge was opened again on 6 May 1909.

Limits
Claims that were merged into one event, or that use much the same words within three days; and a
statement that a passage first attributes and then repeats in its own words. A later, fuller account
of the same event is no conflict. Conflicting dates in one voice are taken for two events.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.findings.context import CheckContext
from seriatim.findings.similarity import are_two_voices, dates_overlap
from seriatim.messages import findings as messages
from seriatim.model import Claim, Finding, Severity
from seriatim.temporal import edtf

SEVERITY: Severity = "warning"


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each pair: a warning for conflicting dates, a note for different precision."""
    seen: set[tuple[str, ...]] = set()
    for one, other in context.same_event_pairs:
        events = context.events_of([one, other])
        if edtf.UNKNOWN in (one.when.edtf, other.when.edtf) or events in seen:
            continue
        if not dates_overlap(one, other):
            if not are_two_voices(one, other):
                continue
            seen.add(events)
            yield _finding(context, events, (one, other), SEVERITY)
        elif len(events) == 1 and edtf.precision(one.when.edtf) != edtf.precision(other.when.edtf):
            seen.add(events)
            yield _finding(context, events, (one, other), "note")


def _finding(
    context: CheckContext, events: tuple[str, ...], pair: tuple[Claim, Claim], severity: Severity
) -> Finding:
    said = messages.different_dates if severity == SEVERITY else messages.different_precision
    return Finding(
        code="twice-told-dates",
        severity=severity,
        message=said(pair[0].when.edtf, pair[1].when.edtf),
        events=events,
        claims=tuple(c.id for c in pair),
        document=pair[1].document,
        span=context.date_span(pair[1]),
        because=tuple(context.quote(c.document, c.span) for c in pair),
    )
