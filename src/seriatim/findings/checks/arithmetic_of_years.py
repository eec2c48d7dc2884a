"""Ages and durations that the dates beside them do not bear out.

What it finds
"Born in 1850, he died in 1912, aged 65"; "from 1901 to 1908, nine years": a number of years,
months, weeks or days beside the two dates that it should follow from.

Why it matters
Three numbers of which two give the third are a checksum; when it fails, one of them was copied
wrongly.

Example
| Edmund Vale was born on 3 May 1850 and died on 9 June 1912 at the age of 65.

Near miss
| Edmund Vale was born on 3 May 1850 and died on 9 June 1912 at the age of 62. He had run the mill
| from 1890 to 1898, a period of eight years.

Limits
The dates and the number must stand in one sentence.  Both ways of counting, with and without the
first day or year, are accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from seriatim.findings.lookup import Case
from seriatim.lang.en.numbers import SMALL, TENS
from seriatim.model import Finding, Reading, Severity, Span
from seriatim.temporal import edtf

SEVERITY: Severity = "warning"
WORDS = "|".join(sorted([*SMALL, *TENS], key=len, reverse=True))
NUMBER = rf"(?P<number>\d{{1,3}}|(?:{'|'.join(TENS)})[- ](?:{'|'.join(list(SMALL)[1:10])})|{WORDS})"
AGE = re.compile(rf"\b(?:aged|at the age of|at age)\s+{NUMBER}\b", re.IGNORECASE)
PERIOD = re.compile(
    rf",?\s*(?:\(|,|a period of|a total of|for|lasting|that is,?)\s*{NUMBER}\s+(?P<unit>day|week|month|year)s?\b",
    re.IGNORECASE,
)
SENTENCE = re.compile(r"[^.!?\n]+(?:[.!?](?=\s)|$|\n)|.+?$", re.MULTILINE)
DAYS = {"day": 1.0, "week": 7.0, "month": 30.44, "year": 365.2425}


def find(case: Case) -> Iterator[Finding]:
    """One finding an age or duration that cannot follow from its dates."""
    for reading, (start, end) in case.passages():
        if len(_dates(reading, (start, end))) < 2:
            continue
        for sentence in SENTENCE.finditer(reading.document.text, start, end):
            yield from _ages(case, reading, sentence.span())
            yield from _periods(case, reading, sentence.span())


def _ages(case: Case, reading: Reading, sentence: Span) -> Iterator[Finding]:
    text = reading.document.text
    dates = _dates(reading, sentence)
    born = next(
        (
            i
            for i, (span, _) in enumerate(dates)
            if re.search(r"\bborn\b", text[sentence[0] : span[0]], re.IGNORECASE)
        ),
        None,
    )
    if born is None or len(dates) < born + 2:
        return
    for match in AGE.finditer(text, *sentence):
        earlier = [d for d in dates[born + 1 :] if d[0][0] < match.start()]
        if earlier:
            yield from _compare(
                case,
                reading,
                (dates[born][1], earlier[-1][1]),
                (_number(match["number"]), "year"),
                (dates[born][0][0], match.end()),
            )


def _periods(case: Case, reading: Reading, sentence: Span) -> Iterator[Finding]:
    text, dates = reading.document.text, _dates(reading, sentence)
    for (one, first), (two, second) in pairwise(dates):
        joined = re.fullmatch(r"\s*(?:to|until|till|through|and|[-–—])\s*", text[one[1] : two[0]])
        match = PERIOD.match(text, two[1], sentence[1])
        if (
            joined
            and match
            and re.search(
                r"\b(?:from|between)\s+$", text[max(0, one[0] - 10) : one[0]], re.IGNORECASE
            )
        ):
            yield from _compare(
                case,
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
    case: Case, reading: Reading, dates: tuple[str, str], said: tuple[int, str], span: Span
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
            message=f"{said[0]} {said[1]}{'' if said[0] == 1 else 's'} do not lie between {edtf.say(dates[0])} and {edtf.say(dates[1])}",
            document=reading.document.id,
            span=span,
            because=(case.quote(reading.document.id, span),),
        )


def _number(text: str) -> int:
    if text.isdigit():
        return int(text)
    return sum(SMALL.get(part, 0) + TENS.get(part, 0) for part in re.split(r"[- ]", text.lower()))
