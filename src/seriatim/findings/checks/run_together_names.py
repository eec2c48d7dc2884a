"""Names that run into each other.

What it finds
Two or more names without the space or the mark that parted them: "Anna LundPeter Moe".  The names
are proposed one by one.

Why it matters
Run together they name nobody, and who took part is lost.

Example
| Ada KerrTom Hale, and Ida Moss met the harbour master. Ada Kerr spoke first. Tom Hale left early.

Near miss
| Ada Kerr, Tom McHale, and Ida Moss met the harbour master. Ada Kerr spoke first.

Limits
Names are parted only where both parts read as names.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seriatim.findings.lookup import Case
from seriatim.lang.en.given_names import GIVEN_NAMES
from seriatim.lang.en.roles import NAME_PARTICLES
from seriatim.model import Finding, Mention, Proposal, Severity

SEVERITY: Severity = "warning"
BEFORE = re.compile(
    rf"\b(?P<given>[A-Z][\w’'-]+)\s+(?:(?:{'|'.join(sorted(NAME_PARTICLES))})\s+)*$"
)
LONGEST = 40  # letters before a name in which its first part stands


def find(case: Case) -> Iterator[Finding]:
    """One finding a run of names."""
    for reading in case.chronology.readings:
        for run in _runs(
            sorted(
                (m for m in reading.mentions if m.repaired == "run together"), key=lambda m: m.span
            )
        ):
            start, first = _whole(reading.document.text, run[0])
            span = (start, run[-1].span[1])
            names = tuple(dict.fromkeys((first, *(m.name for m in run[1:]))))
            known = (case.claims[c.id] for c in reading.claims if c.id in case.claims)
            claims = [c for c in known if {p.mention for p in c.participants} & {m.id for m in run}]
            yield Finding(
                code="run-together-names",
                severity=SEVERITY,
                message=f"{case.quote(reading.document.id, span)} reads as {len(names)} names: {', '.join(names)}",
                events=case.events_of(claims),
                claims=tuple(c.id for c in claims),
                document=reading.document.id,
                span=span,
                because=(case.quote(reading.document.id, span),),
                proposal=Proposal(names=names),
            )


def _whole(text: str, mention: Mention) -> tuple[int, str]:
    """Where the first name begins, and the name, with a given name and the particles that stand before what was read: "Orla van" Brandt."""
    before = BEFORE.search(text[max(0, mention.span[0] - LONGEST) : mention.span[0]])
    if (
        not before
        or before["given"].lower() not in GIVEN_NAMES
        or not mention.text.endswith(mention.name)
    ):
        return mention.span[0], mention.name
    return mention.span[0] - len(before[0]), f"{' '.join(before[0].split())} {mention.name}"


def _runs(mentions: Sequence[Mention]) -> list[list[Mention]]:
    runs: list[list[Mention]] = []
    for mention in mentions:
        if runs and mention.span[0] <= runs[-1][-1].span[1]:
            runs[-1].append(mention)
        else:
            runs.append([mention])
    return [run for run in runs if len(run) > 1]
