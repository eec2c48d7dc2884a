"""A document's span of years, and the bare years that lie far outside it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from seriatim.lang import timex_frame_patterns as frame_patterns
from seriatim.model import TimeExpression

_ENOUGH = 5  # dates with a month: with fewer, a document has no span of its own
_STRAY = 0.02  # of the dates at either end may be strays themselves
_BEFORE, _AFTER = 100, 50  # years: a report tells its subject's history, and little of the future
_DATED = re.compile(r"(\d{4})-(?:0[1-9]|1[0-2])")
_BARE = re.compile(r"[^\d]*([12]\d{3})(?:[^\d]+([12]\d{3}))?")
_LEADS = re.compile(rf"(?:{frame_patterns.LEADS_TO_YEAR})[\s(]*$", re.IGNORECASE)
_LEADS_TO_TWO = re.compile(rf"(?:{frame_patterns.LEADS_TO_YEARS})[\s(]*$", re.IGNORECASE)


class YearSpan(NamedTuple):
    """The first and the last year that a document tells of."""

    first: int
    last: int

    def is_far(self, year: int) -> bool:
        """Whether a year lies so far outside that a number alone is no evidence of it."""
        return year < self.first - _BEFORE or year > self.last + _AFTER


def span_of(expressions: Iterable[TimeExpression], published: str | None) -> YearSpan | None:
    """The span of the dates with a month, and of the document's own; None for too few."""
    values = (_DATED.search(e.edtf or "") for e in expressions if e.anchor == "none")
    years = sorted(int(m[1]) for m in values if m)
    if len(years) < _ENOUGH:
        return None
    stray = int(_STRAY * len(years))
    first, last = years[stray], years[-1 - stray]
    own = int(published[:4]) if published and published[:4].isdigit() else last
    return YearSpan(min(first, own), max(last, own))


def bare_years(text: str) -> tuple[int, ...]:
    """The years of an expression that is a year, or a range of two, and nothing more."""
    match = _BARE.fullmatch(text)
    return tuple(int(y) for y in match.groups() if y) if match else ()


def plausible(
    expressions: Sequence[TimeExpression], text: str, published: str | None
) -> tuple[TimeExpression, ...]:
    """The expressions without bare years far outside the document's span.

    Words that lead to a year ("in", "since", "the year") are evidence enough.
    """
    span = span_of(expressions, published)
    if span is None:
        return tuple(expressions)
    return tuple(
        e
        for e in expressions
        if not any(span.is_far(year) for year in bare_years(e.text)) or _is_led(e, text)
    )


def _is_led(expression: TimeExpression, text: str) -> bool:
    """Whether words lead to the year; "from 1740 to 1805" may also be two times of day."""
    start = expression.span[0]
    leads = _LEADS if len(bare_years(expression.text)) == 1 else _LEADS_TO_TWO
    return leads.search(text, max(0, start - 24), start) is not None
