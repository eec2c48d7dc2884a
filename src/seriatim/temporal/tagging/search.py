"""Text → what the grammar finds in it: spans and meanings, not yet counted from any day."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from seriatim.lang.en.timex.rules import LEVELS
from seriatim.temporal.tagging.builders import BUILDERS
from seriatim.temporal.tagging.grammar import Item, Level, Meaning
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
    for level in LEVELS:
        for rule in level:
            KINDS.of(rule.makes.split())
    return tuple(Level(level, KINDS, BUILDERS) for level in LEVELS)


@cache
def _expression_kinds() -> frozenset[str]:
    levels()
    return frozenset("".join(KINDS.having(name) for name in _FOUND))


_JOINED = re.compile(
    r"\s*,?\s*(?:and|or|to|through|until|[-–—])\s+(?:(?:in|on|the|early|late|mid|again)[\s-]+){0,3}|\s*[-–—]\s*",
    re.IGNORECASE,
)


def search(text: str) -> list[Found]:
    """Every expression in the text, in order; spans do not overlap.  Months and seasons joined to one with a year are of that year."""
    found = list(_search(text))
    for one, before in pairwise(reversed(found)):
        if _lacks_year_of(before.meaning, one.meaning) and _JOINED.fullmatch(
            text, before.end, one.start
        ):
            _give_year(before.meaning, one.meaning)
    return found


def _lacks_year_of(first: Meaning, second: Meaning) -> bool:
    if "year" not in second or "year" in first or _RELATIVE & set(first):
        return False
    return bool(_MONTHLY & set(first) and _MONTHLY & set(second))


def _give_year(first: Meaning, second: Meaning) -> None:
    first["year"] = second["year"] - (first.get("month", 0) > second.get("month", 12))
    if second.get("bc"):
        first["bc"] = True


_MONTHLY = frozenset({"month", "season"})
_RELATIVE = frozenset({"step", "parts", "set", "of"})


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
