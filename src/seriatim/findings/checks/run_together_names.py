"""Names that run into one another.

What it finds
Two or more names without a space or comma between them: "Anna LundPeter Moe". The separate names
are proposed.

Why it matters
Run together, they name nobody, and the participants are lost.

Example
| Ada KerrTom Hale, and Ida Moss met the harbour master. Ada Kerr spoke first. Tom Hale left early.

Near miss
| Ada Kerr, Tom McHale, and Ida Moss met the harbour master. Ada Kerr spoke first.

Limits
Only where both parts look like names.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriatim.findings.context import CheckContext
from seriatim.lang import check_patterns, given_names
from seriatim.messages import findings as messages
from seriatim.model import Finding, Mention, Proposal, Severity

SEVERITY: Severity = "warning"
LONGEST = 40  # characters before a name in which its first part is looked for


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each run of names."""
    for reading in context.chronology.readings:
        for run in _runs(
            sorted(
                (m for m in reading.mentions if m.repaired == "run together"), key=lambda m: m.span
            )
        ):
            start, first = _whole(reading.document.text, run[0])
            span = (start, run[-1].span[1])
            names = tuple(dict.fromkeys((first, *(m.name for m in run[1:]))))
            claims = context.involving(reading, {m.id for m in run})
            yield Finding(
                code="run-together-names",
                severity=SEVERITY,
                message=messages.several_names(context.quote(reading.document.id, span), names),
                events=context.events_of(claims),
                claims=tuple(c.id for c in claims),
                document=reading.document.id,
                span=span,
                because=(context.quote(reading.document.id, span),),
                proposal=Proposal(names=names),
            )


def _whole(text: str, mention: Mention) -> tuple[int, str]:
    """The start and text of the first name, with a given name and particles before it.

    "Orla van" Brandt.
    """
    before = check_patterns.GIVEN_NAME_BEFORE.search(
        text[max(0, mention.span[0] - LONGEST) : mention.span[0]]
    )
    if (
        not before
        or before["given"].lower() not in given_names.GIVEN_NAMES
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
