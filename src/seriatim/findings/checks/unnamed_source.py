"""A claim from an unnamed source.

What it finds
Sources such as "officials", "people familiar with the matter" or "a person close to the talks" at
the end of a chain of sources.

Why it matters
Such a claim cannot be checked with its source, and two documents that quote "officials" may quote
the same person.

Example
| Officials said that the Water Board closed the dam on 4 May 1908.

Near miss
| The mayor, Ines Abara, said that the Water Board closed the dam on 4 May 1908.

Limits
Roles that one person holds ("the mayor") count as named.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.findings.context import CheckContext
from seriatim.lang import unnamed_sources
from seriatim.messages import findings as messages
from seriatim.model import Claim, Finding, Severity, Source

SEVERITY: Severity = "note"


def find(context: CheckContext) -> Iterator[Finding]:
    """One finding for all claims that share a mention of an unnamed source."""
    carried: dict[tuple[str, Source], list[Claim]] = {}
    for reading in context.chronology.readings:
        for claim in reading.claims:
            if (
                claim.id in context.claims
                and claim.sources
                and unnamed_sources.is_unnamed(claim.sources[-1].name)
            ):
                carried.setdefault((reading.document.id, claim.sources[-1]), []).append(claim)
    for (document, source), claims in carried.items():
        yield Finding(
            code="unnamed-source",
            severity=SEVERITY,
            message=messages.unnamed_source(context.quote(document, source.span)),
            events=context.events_of(claims),
            claims=tuple(c.id for c in claims),
            document=document,
            span=source.span,
            because=tuple(context.quote(document, c.predicate) for c in claims),
        )
