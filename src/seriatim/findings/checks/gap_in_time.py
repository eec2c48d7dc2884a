"""A gap in a dense chronology.

What it finds
A stretch without a dated event: more than a month, and more than ten times the usual distance
between events, in a chronology that is dense before and after it.

Why it matters
Either nothing happened, or what happened is not in the documents: missing letters, months that
nobody asked about.

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
The chronology must be dense on both sides: four days with events in as much time before the gap,
and four after it. Events dated to a month or a year fill the gap.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import accumulate, pairwise
from statistics import median

from seriatim.findings.context import CheckContext
from seriatim.messages import findings as messages
from seriatim.model import Event, Finding, Severity
from seriatim.temporal import edtf

SEVERITY: Severity = "note"
ENOUGH = 10  # days with events, in all
AROUND = 4  # on either side, within as much time as the gap takes
LONG = 31
TIMES = 10
Days = tuple[int, int]


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each gap."""
    spans = sorted(filter(None, map(_days, context.chronology.events)))
    days = sorted({s for s, e in spans if s == e})
    if len(days) < ENOUGH:
        return
    wide = [(s, e) for s, e in spans if s != e]
    starts, latest_ends = [s for s, _ in wide], list(accumulate((e for _, e in wide), max))
    for before, after in _long_gaps(days):
        begun = bisect_left(starts, after)  # 100,000 events can't each be asked about each gap
        is_filled = begun > 0 and latest_ends[begun - 1] > before
        if not is_filled and _is_dense(days, before, after):
            yield _finding(context, before, after)


def _long_gaps(days: list[int]) -> list[Days]:
    usual = median(b - a for a, b in pairwise(days))
    return [(a, b) for a, b in pairwise(days) if b - a > max(LONG, TIMES * usual)]


def _finding(context: CheckContext, before: int, after: int) -> Finding:
    beside = [
        e for e in context.chronology.events if _days(e) in ((before, before), (after, after))
    ]
    return Finding(
        code="gap-in-time",
        severity=SEVERITY,
        message=messages.gap(edtf.day(before), edtf.day(after), after - before),
        events=tuple(e.id for e in beside),
        document=beside[0].claims[0].document,
        span=beside[0].claims[0].span,
        because=tuple(e.summary for e in beside),
    )


def _is_dense(days: list[int], before: int, after: int) -> bool:
    long = after - before
    earlier = bisect_right(days, before) - bisect_left(days, before - long)
    return min(earlier, bisect_right(days, after + long) - bisect_left(days, after)) >= AROUND


def _days(event: Event) -> Days | None:
    """The first and last day that an event's date allows; nothing where either is open."""
    first, last = edtf.first_day(event.when.edtf), edtf.last_day(event.when.edtf)
    return None if first is None or last is None else (first, last)
