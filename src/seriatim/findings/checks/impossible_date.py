"""A date that no calendar has.

What it finds
A day that its month does not have: the 31st of June, the 29th of February of a year that is not a
leap year.

Why it matters
The day, the month or the year is wrong, and a program that quietly takes the nearest day hides it.

Example
| The court met on June 31, 1904.
| It met again on 1905-02-29.

Near miss
| The court met on February 29, 1904. Article 31 of June was read.

Limits
English names of months, and numbers in the order year-month-day.  Proposes the nearest days that
exist, then the slips that lead to one; none is taken by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seriatim.findings.lookup import Case, first_and_rest
from seriatim.lang.en.calendar import MONTHS
from seriatim.model import Claim, Finding, Proposal, Reading, Severity, Span
from seriatim.temporal import edtf

SEVERITY: Severity = "error"
NAMES = "|".join(sorted((m for m in MONTHS if len(m) > 3), key=len, reverse=True))
DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
PATTERNS = (
    re.compile(
        rf"\b(?P<month>{NAMES})\s+{DAY}(?!\d)(?:,?\s+(?P<year>[12]\d{{3}})\b)?", re.IGNORECASE
    ),
    re.compile(
        rf"(?<![\w.,-]){DAY}(?:\s+of)?\s+(?P<month>{NAMES})\b(?:,?\s+(?P<year>[12]\d{{3}})\b)?",
        re.IGNORECASE,
    ),
    re.compile(r"(?<![\w-])(?P<year>[12]\d{3})-(?P<month>[01]\d)-(?P<day>[0-3]\d)(?![\w-])"),
)
# Every month has a 1 to 28: a passage without another number, or a month by number that there is
# not, needs no closer look.
SUSPECT = re.compile(
    r"(?:0(?<!\d0)0?|2(?<!\d2)9|3(?<!\d3)\d)(?!\d)|[12]\d{3}-(?:00|1[3-9])-"
)  # digits first: they are what is searched for fast


def find(case: Case) -> Iterator[Finding]:
    """One finding an impossible date."""
    for reading, (start, end) in case.passages():
        if not SUSPECT.search(reading.document.text, start, end):
            continue
        for pattern in PATTERNS:
            for match in pattern.finditer(reading.document.text, start, end):
                day, month, year = (
                    int(match["day"]),
                    MONTHS.get(match["month"].lower()) or int(match["month"]),
                    match["year"],
                )
                if _exists(year, month, day) or not _is_date(reading.document.text, match):
                    continue
                claims = _dated(case, reading, match.span())
                if case.are_corrected(claims):
                    continue
                best, others = first_and_rest(list(_proposals(year, month, day)))
                yield Finding(
                    code="impossible-date",
                    severity=SEVERITY,
                    message=f"there is no {_said(month, day, year)}"
                    + (f"; perhaps {edtf.say(best.edtf)}" if best and best.edtf else ""),
                    events=case.events_of(claims),
                    claims=tuple(c.id for c in claims),
                    document=reading.document.id,
                    span=match.span(),
                    because=(case.quote(reading.document.id, match.span()),),
                    proposal=best,
                    other_proposals=others,
                )


def _dated(case: Case, reading: Reading, span: Span) -> list[Claim]:
    """The claims that have their date from the words, or, where none has, those without a date whose sentence they stand in."""
    known = [c for c in reading.claims if c.id in case.claims]
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


def _said(month: int, day: int, year: str | None) -> str:
    name = f"{day} {edtf.MONTH_NAMES[month - 1]}" if 1 <= month <= 12 else f"month {month}"
    return f"{name} {year}" if year else name


def _proposals(year: str | None, month: int, day: int) -> Iterator[Proposal]:
    """The nearest days that exist, then those that one slip could have turned into this one; only where the year is given."""
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
    """The last day of the month, and the first of the next: what the words mean where the writer counted on."""
    if 1 <= month <= 12 and day:
        last = edtf.days_in_month(year, month)
        yield year, month, last, f"day{last - day:+}"
        yield (
            (year, month + 1, 1, "the day after")
            if month < 12
            else (year + 1, 1, 1, "the day after")
        )
