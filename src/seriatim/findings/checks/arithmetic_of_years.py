"""Ages and durations that do not match the dates beside them.

What it finds
"Born in 1850, he died in 1912, aged 65"; "from 1901 to 1908, nine years": a number of years,
months, weeks or days beside two dates that give another number.

Why it matters
Two of the three numbers give the third. Where they do not, one of them was copied wrongly.

Example
| Edmund Vale was born on 3 May 1850 and died on 9 June 1912 at the age of 65.

Near miss
| Edmund Vale was born on 3 May 1850 and died on 9 June 1912 at the age of 62. He had run the mill
| from 1890 to 1898, a period of eight years.

Limits
The dates and the number must be in one sentence. Both ways of counting, with and without the
first day or year, are accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from seriatim.findings.context import CheckContext
from seriatim.lang import check_patterns, numbers
from seriatim.messages import findings as messages
from seriatim.model import Finding, Reading, Severity, Span
from seriatim.temporal import edtf

SEVERITY: Severity = "warning"
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\s)|$|\n)|.+?$", re.MULTILINE)
DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.2425}


def find(context: CheckContext) -> Iterator[Finding]:
    """A finding for each age or duration that does not follow from its dates."""
    for reading, (start, end) in context.passages():
        if len(_dates(reading, (start, end))) < 2:
            continue
        for sentence in SENTENCE.finditer(reading.document.text, start, end):
            yield from _ages(context, reading, sentence.span())
            yield from _periods(context, reading, sentence.span())


def _ages(context: CheckContext, reading: Reading, sentence: Span) -> Iterator[Finding]:
    text = reading.document.text
    dates = _dates(reading, sentence)
    born = next(
        (
            i
            for i, (span, _) in enumerate(dates)
            if check_patterns.BORN.search(text[sentence[0] : span[0]])
        ),
        None,
    )
    if born is None or len(dates) < born + 2:
        return
    for match in check_patterns.AGE.finditer(text, *sentence):
        earlier = [d for d in dates[born + 1 :] if d[0][0] < match.start()]
        if earlier:
            yield from _compare(
                context,
                reading,
                (dates[born][1], earlier[-1][1]),
                (_number(match["number"]), "year"),
                (dates[born][0][0], match.end()),
            )


def _periods(context: CheckContext, reading: Reading, sentence: Span) -> Iterator[Finding]:
    text, dates = reading.document.text, _dates(reading, sentence)
    for (one, first), (two, second) in pairwise(dates):
        joined = check_patterns.JOINED_OR_AND.fullmatch(text[one[1] : two[0]])
        match = check_patterns.PERIOD.match(text, two[1], sentence[1])
        if (
            joined
            and match
            and check_patterns.FROM_OR_BETWEEN.search(text[max(0, one[0] - 10) : one[0]])
        ):
            yield from _compare(
                context,
                reading,
                (first, second),
                (_number(match["number"]), match["unit"].lower()),
                (one[0], match.end()),
            )


def _dates(reading: Reading, sentence: Span) -> list[tuple[Span, str]]:
    inside = (
        e
        for e in reading.expressions
        if e.edtf and "/" not in e.edtf and sentence[0] <= e.span[0] and e.span[1] <= sentence[1]
    )
    return sorted((e.span, e.edtf or "") for e in inside if e.anchor == "none")


def _compare(
    context: CheckContext,
    reading: Reading,
    dates: tuple[str, str],
    said: tuple[int, str],
    span: Span,
) -> Iterator[Finding]:
    start, end = edtf.interval(dates[0]), edtf.interval(dates[1])
    if start.start is None or start.end is None or end.start is None or end.end is None:
        return
    unit = DAYS[said[1]] * edtf.DAY
    least, most = (end.start - start.end) / unit - 1, (end.end - start.start) / unit + 1
    if not least <= said[0] <= most:
        yield Finding(
            code="arithmetic-of-years",
            severity=SEVERITY,
            message=messages.interval_mismatch(*said, *dates),
            document=reading.document.id,
            span=span,
            because=(context.quote(reading.document.id, span),),
        )


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    return sum(
        numbers.SMALL.get(part, 0) + numbers.TENS.get(part, 0)
        for part in re.split(r"[- ]", text.lower())
    )
