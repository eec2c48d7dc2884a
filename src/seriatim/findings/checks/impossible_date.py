"""An impossible date.

What it finds
A day that its month does not have: the 31st of June, or the 29th of February in a year that is not
a leap year.

Why it matters
The day, the month or the year is wrong. A program that quietly takes the nearest day hides that.

Example
| The court met on June 31, 1904.
| It met again on 1905-02-29.

Near miss
| The court met on February 29, 1904. Article 31 of June was read.

Limits
English names of months, and numbers in the order year-month-day. Proposes the nearest days that
exist, then single mistakes that would explain the date; none is applied automatically.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seriatim.findings.context import CheckContext, best_and_others
from seriatim.lang import calendar, check_patterns
from seriatim.messages import findings as messages
from seriatim.model import Claim, Finding, Proposal, Reading, Severity, Span
from seriatim.temporal import edtf

SEVERITY: Severity = "error"
ISO = re.compile(r"(?<![\w-])(?P<year>[12]\d{3})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\w-])")
PATTERNS = (check_patterns.MONTH_DAY, check_patterns.DAY_MONTH, ISO)
# Every month has a 1 to 28: a passage without another number, or a month by number that there is
# not, needs no closer look.  Digits come first, since they are searched for fast.
SUSPECT = re.compile(r"(?:0(?<!\d0)0?|2(?<!\d2)9|3(?<!\d3)\d)(?!\d)|[12]\d{3}-(?:00|1[3-9])-")


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each impossible date."""
    for reading, (start, end) in context.passages():
        if not SUSPECT.search(reading.document.text, start, end):
            continue
        for pattern in PATTERNS:
            for match in pattern.finditer(reading.document.text, start, end):
                yield from _findings(context, reading, match)


def _findings(context: CheckContext, reading: Reading, match: re.Match[str]) -> Iterator[Finding]:
    """A finding where the words name an impossible date that nobody corrected."""
    month = calendar.MONTHS.get(match["month"].lower()) or int(match["month"])
    day, year = int(match["day"]), match["year"]
    if _exists(year, month, day) or not _is_date(reading.document.text, match):
        return
    claims = _dated(context, reading, match.span())
    if context.are_corrected(claims):
        return
    best, others = best_and_others(list(_proposals(year, month, day)))
    yield Finding(
        code="impossible-date",
        severity=SEVERITY,
        message=messages.impossible_date(day, month, year, best.edtf if best else None),
        events=context.events_of(claims),
        claims=tuple(c.id for c in claims),
        document=reading.document.id,
        span=match.span(),
        because=(context.quote(reading.document.id, match.span()),),
        proposal=best,
        other_proposals=others,
    )


def _dated(context: CheckContext, reading: Reading, span: Span) -> list[Claim]:
    """The claims dated by the words; where there are none, the undated claims around them."""
    known = [c for c in reading.claims if c.id in context.claims]
    own = [
        c for c in known if c.when.span and c.when.span[0] < span[1] and span[0] < c.when.span[1]
    ]
    return own or [
        c for c in known if c.when.span is None and c.span[0] <= span[0] and span[1] <= c.span[1]
    ]


def _exists(year: str | None, month: int, day: int) -> bool:
    return 1 <= month <= 12 and 1 <= day <= edtf.days_in_month(int(year) if year else 2000, month)


def _is_date(text: str, match: re.Match[str]) -> bool:
    """Whether the words name a day: "May 40 men" and "Article 31 of June" do not."""
    before = text[max(0, match.start() - 12) : match.start()].rstrip().rsplit(" ", 1)[-1]
    numbered = (
        match.group().startswith(match["day"])
        and before[:1].isupper()
        and before.isalpha()
        and len(before) > 3
    )
    return match["year"] is not None or (28 <= int(match["day"]) <= 31 and not numbered)


def _proposals(year: str | None, month: int, day: int) -> Iterator[Proposal]:
    """The nearest days that exist, then those one mistake away; only where the year is given."""
    if year is None:
        return
    y = int(year)
    options = list(_nearest(y, month, day))
    options += [
        (y, day, month, "day/month swap"),
        (y, month, day % 10 * 10 + day // 10, "digits swapped"),
    ]
    options += [(y, m, day, f"month{m - month:+}") for m in (month - 1, month + 1)] + [
        (y + s, month, day, f"year{s:+}") for s in (-1, 1)
    ]
    for at, m, d, slip in options:
        if _exists(str(at), m, d):
            yield Proposal(edtf=f"{edtf.year_text(at)}-{m:02}-{d:02}", slip=slip)


def _nearest(year: int, month: int, day: int) -> Iterator[tuple[int, int, int, str]]:
    """The last day of the month and the first of the next: the writer may have counted on."""
    if 1 <= month <= 12 and day:
        last = edtf.days_in_month(year, month)
        yield year, month, last, f"day{last - day:+}"
        yield (
            (year, month + 1, 1, messages.NEXT_DAY)
            if month < 12
            else (year + 1, 1, 1, messages.NEXT_DAY)
        )
