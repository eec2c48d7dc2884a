"""One event, told with different numbers.

What it finds
An event for which two claims give numbers of the same thing that cannot both be right: eleven houses and fourteen houses.

Why it matters
Numbers are what is quoted onward; where two circulate, the chronology must show both and who gave which.

Example
| The Corran flood destroyed 11 houses on 4 May 1908. The mayor, Ada Kerr, said that the Corran flood destroyed 14 houses on 4 May 1908.

Near miss
| The Corran flood destroyed 11 houses on 4 May 1908. Ada Kerr said that the Corran flood destroyed at least 9 houses on 4 May 1908.

Limits
Compares bounds, not points: "at least nine" agrees with eleven.  Only numbers of things that are named by the same noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from seriatim.findings.lookup import Case
from seriatim.language.numbers import SMALL, TENS
from seriatim.model import Claim, Finding, Quantity, Severity

SEVERITY: Severity = "warning"
ABOUT = 0.2  # "about ten" agrees with eight to twelve


def find(case: Case) -> Iterator[Finding]:
    """One finding two numbers."""
    for one, other in case.wording.twice:
        for first, second in ((a, b) for a in one.quantities for b in other.quantities):
            if _noun(first) and _noun(first) == _noun(second) and _disagree(first, second):
                yield _finding(case, (one, other), (first, second))


def _finding(case: Case, claims: tuple[Claim, Claim], quantities: tuple[Quantity, Quantity]) -> Finding:
    return Finding(
        code="twice-told-numbers",
        severity=SEVERITY,
        message=f"“{quantities[0].text}” and “{quantities[1].text}” are told of one event",
        events=case.events_of(claims),
        claims=tuple(c.id for c in claims),
        document=claims[1].document,
        span=quantities[1].span,
        because=tuple(case.quote(c.document, c.span) for c in claims),
    )


def _disagree(one: Quantity, other: Quantity) -> bool:
    a, b = _range(one), _range(other)
    return a is not None and b is not None and (a[1] < b[0] or b[1] < a[0])


def _range(quantity: Quantity) -> tuple[float, float] | None:
    value = _value(quantity.text)
    if value is None:
        return None
    slack = value * ABOUT if quantity.bound == "about" else 0.0
    low = float("-inf") if quantity.bound == "at most" else value - slack
    return low, float("inf") if quantity.bound == "at least" else value + slack


def _value(text: str) -> float | None:
    digits = re.search(r"\d[\d,]*(?:\.\d+)?", text)
    if digits:
        return float(digits[0].replace(",", ""))
    words = [SMALL.get(w, TENS.get(w)) for w in re.split(r"[- ]", text.lower())]
    known = [w for w in words if w is not None]
    return float(sum(known)) if known else None


def _noun(quantity: Quantity) -> str:
    words = re.findall(r"[^\W\d_]+", quantity.text.lower())
    return words[-1].removesuffix("s") if words and words[-1] not in SMALL and words[-1] not in TENS else ""
