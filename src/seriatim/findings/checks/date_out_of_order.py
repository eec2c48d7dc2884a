"""A date that breaks the order of its list.

What it finds
An entry whose date does not fit its place in a list that is otherwise in chronological order. Small
changes (a year, a month, a digit) that would fit are proposed, the commonest mistake first.

Why it matters
In an ordered list, the place of an entry is evidence for its date, often better than one digit.

Example
| The building of the mill
|
| - May 2, 1901: Orla Brandt buys the field.
| - June 11, 1901: The masons arrive.
| - July 8, 1910: The wheel is delivered.
| - August 1, 1901: Brandt opens the mill.
| - September 9, 1901: The first flour is sold.

Near miss
| The building of the mill
|
| - May 2, 1901: Orla Brandt buys the field.
| - June 11, 1901: The masons arrive.
| - July 8, 1901: The wheel is delivered.
| - August 1, 1901: Brandt opens the mill.
| - September 9, 1901: The first flour is sold.

Limits
Needs four dated entries, three in four of them in order. Nested entries are a list of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriatim.analysis.ranking import by_list, variation
from seriatim.analysis.sequences import DatedList
from seriatim.analysis.slips import KINDS
from seriatim.findings.context import CheckContext, best_and_others
from seriatim.messages import findings as messages
from seriatim.model import Finding, Proposal, Severity

SEVERITY: Severity = "warning"


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each entry out of order, unless a conflict already names it."""
    named = {
        conflict.repairs[0][0]
        for conflict in context.chronology.conflicts
        if conflict.repairs and conflict.links
    }
    for _, dated in context.lists:
        for places in dated.suspects() if dated.runs_in_order else ():
            blamed = _blamed(dated, places)
            settled = context.are_corrected(context.sharing(dated.entries[blamed]))
            if not settled and named.isdisjoint(
                c.id for p in places for c in context.sharing(dated.entries[p])
            ):
                yield _finding(context, dated, blamed)


def _blamed(dated: DatedList, places: Sequence[int]) -> int:
    """The suspect whose best repair leaves the list most regular; the first where none has one."""
    options = []
    for place in places:
        for slip, value in by_list(dated, place)[:1]:
            options.append((variation(dated, place, value), KINDS.index(slip), place))
    return min(options)[2] if options else places[0]


def _finding(context: CheckContext, dated: DatedList, place: int) -> Finding:
    entry = dated.entries[place]
    best, others = best_and_others(
        [Proposal(edtf=value, slip=slip) for slip, value in by_list(dated, place)]
    )
    claims = context.sharing(entry)
    neighbours = [dated.entries[i] for i in (place - 1, place + 1) if 0 <= i < len(dated.entries)]
    return Finding(
        code="date-out-of-order",
        severity=SEVERITY,
        message=messages.out_of_order(
            context.quote(entry.claim.document, entry.span), best.edtf if best else None
        ),
        events=context.events_of(claims),
        claims=tuple(c.id for c in claims),
        document=entry.claim.document,
        span=entry.span,
        because=tuple(
            messages.next_to(context.quote(e.claim.document, e.span)) for e in neighbours
        ),
        proposal=best,
        other_proposals=others,
    )
