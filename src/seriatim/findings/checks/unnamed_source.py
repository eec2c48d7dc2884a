"""A claim that rests on somebody whom nobody names.

What it finds
Sources such as "officials", "people familiar with the matter" or "a person close to the talks" at
the end of the chain of who says so.

Why it matters
Such a claim cannot be checked with its source, and two documents that quote "officials" may quote
one person.

Example
| Officials said that the Water Board closed the dam on 4 May 1908.

Near miss
| The mayor, Ines Abara, said that the Water Board closed the dam on 4 May 1908.

Limits
Roles that one person holds ("the mayor") count as named.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.findings.lookup import Case
from seriatim.lang.en.unnamed_sources import is_unnamed
from seriatim.model import Claim, Finding, Severity, Source

SEVERITY: Severity = "note"


def find(case: Case) -> Iterator[Finding]:
    """One finding for all claims that one mention of the unnamed carries."""
    carried: dict[tuple[str, Source], list[Claim]] = {}
    for reading in case.chronology.readings:
        for claim in reading.claims:
            if claim.id in case.claims and claim.sources and is_unnamed(claim.sources[-1].name):
                carried.setdefault((reading.document.id, claim.sources[-1]), []).append(claim)
    for (document, source), claims in carried.items():
        yield Finding(
            code="unnamed-source",
            severity=SEVERITY,
            message=f"{case.quote(document, source.span)}: nobody is named",
            events=case.events_of(claims),
            claims=tuple(c.id for c in claims),
            document=document,
            span=source.span,
            because=tuple(case.quote(document, c.predicate) for c in claims),
        )
