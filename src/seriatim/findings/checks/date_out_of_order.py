"""A date that breaks the order of its list.

What it finds
An entry of a list that otherwise runs in order of time, whose own date puts it elsewhere.  Slips of
the pen that would put it in order are proposed, the commonest first.

Why it matters
In a list that is kept in order the place is evidence of the date, often better than one digit.

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
Needs four dated entries of which three in four stand in order.  Entries that hang under others are
a list of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from seriatim.analysis.ranking import by_list, variation
from seriatim.analysis.sequences import DatedList
from seriatim.analysis.slips import KINDS
from seriatim.findings.lookup import Case, first_and_rest
from seriatim.model import Finding, Proposal, Severity
from seriatim.temporal import edtf

SEVERITY: Severity = "warning"


def find(case: Case) -> Iterator[Finding]:
    """One finding an entry out of order, unless a conflict names it already."""
    named = {
        conflict.repairs[0][0]
        for conflict in case.chronology.conflicts
        if conflict.repairs and conflict.links
    }
    for _, dated in case.lists:
        for places in dated.suspects() if dated.runs_in_order else ():
            blamed = _blamed(dated, places)
            settled = case.are_corrected(case.sharing(dated.entries[blamed]))
            if not settled and named.isdisjoint(
                c.id for p in places for c in case.sharing(dated.entries[p])
            ):
                yield _finding(case, dated, blamed)


def _blamed(dated: DatedList, places: Sequence[int]) -> int:
    """Of the places that may be wrong the one with the slip that leaves the straightest list; where no slip explains any, the first."""
    options = []
    for place in places:
        for slip, value in by_list(dated, place)[:1]:
            options.append((variation(dated, place, value), KINDS.index(slip), place))
    return min(options)[2] if options else places[0]


def _finding(case: Case, dated: DatedList, place: int) -> Finding:
    entry = dated.entries[place]
    best, others = first_and_rest(
        [Proposal(edtf=value, slip=slip) for slip, value in by_list(dated, place)]
    )
    claims = case.sharing(entry)
    beside = [dated.entries[i] for i in (place - 1, place + 1) if 0 <= i < len(dated.entries)]
    return Finding(
        code="date-out-of-order",
        severity=SEVERITY,
        message=f"{case.quote(entry.claim.document, entry.span)} stands out of the order of its list"
        + (f"; perhaps {edtf.say(best.edtf)}" if best and best.edtf else ""),
        events=case.events_of(claims),
        claims=tuple(c.id for c in claims),
        document=entry.claim.document,
        span=entry.span,
        because=tuple(f"beside {case.quote(e.claim.document, e.span)}" for e in beside),
        proposal=best,
        other_proposals=others,
    )
