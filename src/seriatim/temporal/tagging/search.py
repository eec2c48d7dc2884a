"""Text → the expressions that the grammar finds: spans and meanings, unresolved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from seriatim.lang import timex_numbers_not_dates as numbers_not_dates
from seriatim.lang import timex_rules as rules
from seriatim.lang import timex_words as words
from seriatim.model import Span
from seriatim.temporal.algebra import Meaning, dated
from seriatim.temporal.tagging.builders import BUILDERS
from seriatim.temporal.tagging.grammar import Item, Level
from seriatim.temporal.tagging.tokens import KINDS, runs, word_kinds

_FOUND = ("DATE", "DATES", "TOD", "TIME", "TIMEPART", "DUR", "STRETCH", "SET", "REF", "RANGE")


class Found(NamedTuple):
    """A time expression as the grammar reads it."""

    start: int
    end: int
    meaning: Meaning


@cache
def levels() -> tuple[Level, ...]:
    """The grammar, compiled once in a process."""
    word_kinds()
    for level in rules.LEVELS:
        for rule in level:
            KINDS.of(rule.makes.split())
    return tuple(Level(level, KINDS, BUILDERS) for level in rules.LEVELS)


@cache
def _expression_kinds() -> frozenset[str]:
    levels()
    return frozenset("".join(KINDS.having(name) for name in _FOUND))


_JOINED = re.compile(words.JOINS_DATES, re.IGNORECASE)


def search(text: str) -> list[Found]:
    """Every expression in the text, in order; spans do not overlap.

    Months and seasons joined to one with a year are of that year.
    """
    found = list(_outside(list(_search(text)), numbers_in(text)))
    for at in range(len(found) - 2, -1, -1):
        first, second = found[at], found[at + 1]
        if _lacks_year_of(first.meaning, second.meaning) and _JOINED.fullmatch(
            text, first.end, second.start
        ):
            year = _year_before(first.meaning, second.meaning)
            found[at] = first._replace(meaning=year)
    return found


def numbers_in(text: str) -> list[Span]:
    """Where numbers are no dates: in citations, references and the like."""
    if not any(c.isdigit() for c in text):
        return []
    return [
        m.span() for rule in numbers_not_dates.NUMBER_RULES for m in rule.pattern.finditer(text)
    ]


def _outside(found: Sequence[Found], spans: Sequence[Span]) -> Iterator[Found]:
    for one in found:
        if not any(one.start < end and start < one.end for start, end in spans):
            yield one


def _lacks_year_of(first: Meaning, second: Meaning) -> bool:
    if second.date.year is None or first.date.year is not None:
        return False
    if (first.step, first.joined, first.recurrence, first.of) != (None, None, None, None):
        return False
    return _is_monthly(first) and _is_monthly(second)


def _is_monthly(meaning: Meaning) -> bool:
    return meaning.date.month is not None or meaning.date.season is not None


def _year_before(first: Meaning, second: Meaning) -> Meaning:
    """The first meaning in the year of the second, or in the one before."""
    if second.date.year is None:
        return first
    earlier = (first.date.month or 0) > (second.date.month or _DECEMBER)
    bc = first.date.bc or second.date.bc
    return dated(first, year=second.date.year - earlier, bc=bc)


_DECEMBER = 12


def _search(text: str) -> Iterator[Found]:
    wanted = _expression_kinds()
    grammar = levels()
    for run in runs(text):
        items: list[Item] = run
        for level in grammar:
            items = level.read(items)
        for item in items:
            if item.kind in wanted and item.meaning is not None:
                yield Found(item.start, item.end, item.meaning)
