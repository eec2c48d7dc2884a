"""A long silence in a dense chronology.

What it finds
A stretch without a single dated event that is far longer than is usual there: more than a month and
more than ten times the usual distance from event to event, in a chronology that is dense before and
after it.

Why it matters
Either nothing happened, or what happened is not in the documents: letters that are missing, months
that nobody asked about.

Example
| published: 1912-01-05
| - March 1, 1911: The board meets.
| - March 4, 1911: The board buys the field.
| - March 8, 1911: The mason arrives.
| - March 11, 1911: The wall is begun.
| - March 15, 1911: The board visits the wall.
| - March 20, 1911: The mason leaves.
| - March 24, 1911: The board hires a smith.
| - March 28, 1911: The smith arrives.
| - April 2, 1911: The board meets.
| - April 5, 1911: The board pays the smith.
| - December 9, 1911: The board sells the field.
| - December 11, 1911: The board resigns.
| - December 14, 1911: The smith leaves.
| - December 20, 1911: The county buys the wall.

Near miss
| published: 1912-01-05
| - March 1, 1911: The board meets.
| - May 4, 1911: The board buys the field.
| - August 8, 1911: The mason arrives.
| - December 11, 1911: The wall is begun.

Limits
The chronology must be dense on both sides: four days with events within as much time before the
gap, and four after it.  Events dated to a month or a year fill the gap.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise
from statistics import median

from seriatim.findings.lookup import Case
from seriatim.model import Event, Finding, Severity
from seriatim.temporal import edtf

SEVERITY: Severity = "note"
ENOUGH = 10  # days with events, in all
AROUND = 4  # on either side, within as much time as the gap takes
LONG = 31
TIMES = 10


def find(case: Case) -> Iterator[Finding]:
    """One finding a gap."""
    spans = sorted(
        ((s, e) for s, e in map(_days, case.chronology.events) if s is not None and e is not None),
        key=lambda d: (d[0], d[1]),
    )
    days = sorted({s for s, e in spans if s == e})
    if len(days) < ENOUGH:
        return
    usual = median(b - a for a, b in pairwise(days))
    long = [(a, b) for a, b in pairwise(days) if b - a > max(LONG, TIMES * usual)]
    starts = [s for s, e in spans if s != e]
    ends = list(
        accumulate((e for s, e in spans if s != e), max)
    )  # the last day of whatever begins so early
    for before, after in long:
        begun = bisect_left(starts, after)
        filled = begun > 0 and ends[begun - 1] > before
        if not filled and _is_dense(days, before, after):
            beside = [
                e for e in case.chronology.events if _days(e) in ((before, before), (after, after))
            ]
            yield Finding(
                code="gap-in-time",
                severity=SEVERITY,
                message=f"nothing is dated between {edtf.say(edtf.day(before))} and {edtf.say(edtf.day(after))}: {after - before} days",
                events=tuple(e.id for e in beside),
                document=beside[0].claims[0].document,
                span=beside[0].claims[0].span,
                because=tuple(e.summary for e in beside),
            )


def _is_dense(days: list[int], before: int, after: int) -> bool:
    long = after - before
    earlier = bisect_right(days, before) - bisect_left(days, before - long)
    return min(earlier, bisect_right(days, after + long) - bisect_left(days, after)) >= AROUND


def _days(event: Event) -> tuple[int | None, int | None]:
    return edtf.first_day(event.when.edtf), edtf.last_day(event.when.edtf)
