"""A name that is spelled otherwise than elsewhere in the document.

What it finds
A name that differs by a letter or two from one that the document uses more often or gives in full.
That name is proposed.

Why it matters
Two spellings make two persons of one, and each seems to have done half.

Example
| Magnus Thoresby leased the quarry. Magnus Thoresby hired forty men. The bank warned Magnus
| Thoresbey in March. Magnus Thoresby sold the quarry.

Near miss
| Magnus Thoresby leased the quarry. Ingrid Thoresby hired forty men. The bank warned Magnus
| Thoresby in March.

Limits
Says nothing of a name that is always misspelled in the same way.
"""

from __future__ import annotations

from collections.abc import Iterator

from seriatim.findings.lookup import Case
from seriatim.model import Finding, Mention, Proposal, Severity

SEVERITY: Severity = "warning"


def find(case: Case) -> Iterator[Finding]:
    """One finding a spelling, where it first stands."""
    for reading in case.chronology.readings:
        spellings: dict[tuple[str, str], list[Mention]] = {}
        for mention in reading.mentions:
            if mention.repaired == "misspelled":
                spellings.setdefault((mention.text, mention.name), []).append(mention)
        for (text, name), mentions in spellings.items():
            ids = {m.id for m in mentions}
            if any(
                m.id in ids and all(other.text == text for other in a.mentions)
                for a in case.chronology.actors
                for m in a.mentions[:1]
            ):
                continue  # a person said that somebody else is meant
            claims = [
                c
                for c in reading.claims
                if c.id in case.claims and ids & {p.mention for p in c.participants}
            ]
            times = f", {len(mentions)} times" if len(mentions) > 1 else ""
            yield Finding(
                code="misspelled-name",
                severity=SEVERITY,
                message=f"“{text}”{times} reads as {name}",
                events=case.events_of(claims),
                claims=tuple(c.id for c in claims),
                document=reading.document.id,
                span=mentions[0].span,
                because=(f"“{name}” elsewhere",),
                proposal=Proposal(name=name),
            )
