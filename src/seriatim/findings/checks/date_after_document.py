"""A past event that is dated after its document.

What it finds
A claim that something happened on a date that lies wholly after the document's date.

Why it matters
A document cannot report what had not happened yet: its date is wrong, the event's date is wrong, or
a plan was read as a fact.

Example
| published: 1908-05-04
| On 12 June 1908 the council sold the bridge.

Near miss
| published: 1908-07-01
| On 12 June 1908 the council sold the bridge. The council will meet on 3 August 1908.

Limits
Needs the document's date, and a date with a year. Planned, expected and denied events are left out,
and a date that conflicts with another is reported as a conflict.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seriatim.findings.context import CheckContext
from seriatim.lang import future
from seriatim.messages import findings as messages
from seriatim.model import Claim, Finding, Severity
from seriatim.temporal import edtf

SEVERITY: Severity = "warning"
YEAR = re.compile(
    r"\b[12]\d{3}\b"
)  # a date without its year was given the year that the document's date suggests


def find(context: CheckContext) -> Iterator[Finding]:
    """One finding for all claims that share a late date."""
    named = {
        context.date_span(context.claims[k.repairs[0][0]])
        for k in context.chronology.conflicts
        if k.links and k.repairs
    }
    for reading in context.chronology.readings:
        published = (
            edtf.last_day(reading.document.published) if reading.document.published else None
        )
        late: dict[object, list[Claim]] = {}
        for claim in reading.claims:
            if (
                published is not None
                and claim.id in context.claims
                and not context.are_corrected([claim])
                and claim.when.span not in named
                and _is_late(claim, published)
            ):
                late.setdefault(claim.when.span, []).append(claim)
        for claims in late.values():
            yield Finding(
                code="date-after-document",
                severity=SEVERITY,
                message=messages.after_document(
                    context.date_words(claims[0]), reading.document.published or ""
                ),
                events=context.events_of(claims),
                claims=tuple(c.id for c in claims),
                document=reading.document.id,
                span=context.date_span(claims[0]),
                because=tuple(context.quote(c.document, c.predicate) for c in claims),
            )


def _is_late(claim: Claim, published: int) -> bool:
    first = edtf.first_day(claim.when.edtf)
    if (
        first is None
        or first <= published
        or claim.planned
        or claim.polarity != "+"
        or claim.certainty != "certain"
    ):
        return False
    own = (
        claim.when.basis in ("stated", "inherited")
        and YEAR.search(claim.when.text or "") is not None
    )
    return own and future.FORESEEN.isdisjoint(re.findall(r"\w+", claim.quote.lower()))
