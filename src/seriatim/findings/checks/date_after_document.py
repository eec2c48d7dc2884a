"""Something told as past on a day after the document.

What it finds
A claim whose own date lies wholly after the document's date, told as having happened.

Why it matters
A document cannot report what was still to come: the date is wrong, or the document's is, or a plan
was read as a fact.

Example
| published: 1908-05-04
| On 12 June 1908 the council sold the bridge.

Near miss
| published: 1908-07-01
| On 12 June 1908 the council sold the bridge. The council will meet on 3 August 1908.

Limits
Needs the document's date, and a date with its year.  What is planned, expected or denied is left
alone, and a date that contradicts another is reported as that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seriatim.findings.lookup import Case
from seriatim.lang.en.future import FORESEEN
from seriatim.model import Claim, Finding, Severity
from seriatim.temporal import edtf

SEVERITY: Severity = "warning"
YEAR = re.compile(
    r"\b[12]\d{3}\b"
)  # a date without its year was given the year that the document's date suggests


def find(case: Case) -> Iterator[Finding]:
    """One finding for all claims that have one late date."""
    named = {
        case.date_span(case.claims[k.repairs[0][0]])
        for k in case.chronology.conflicts
        if k.links and k.repairs
    }
    for reading in case.chronology.readings:
        published = (
            edtf.last_day(reading.document.published) if reading.document.published else None
        )
        late: dict[object, list[Claim]] = {}
        for claim in reading.claims:
            if (
                published is not None
                and claim.id in case.claims
                and not case.are_corrected([claim])
                and claim.when.span not in named
                and _is_late(claim, published)
            ):
                late.setdefault(claim.when.span, []).append(claim)
        for claims in late.values():
            yield Finding(
                code="date-after-document",
                severity=SEVERITY,
                message=f"{case.date_words(claims[0])} is after the document's own date, {edtf.say(reading.document.published or '')}",
                events=case.events_of(claims),
                claims=tuple(c.id for c in claims),
                document=reading.document.id,
                span=case.date_span(claims[0]),
                because=tuple(case.quote(c.document, c.predicate) for c in claims),
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
    return own and FORESEEN.isdisjoint(re.findall(r"\w+", claim.quote.lower()))
