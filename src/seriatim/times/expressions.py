"""Text → what the grammar finds in it: spans and meanings, not yet counted from any day."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from seriatim.language.time_rules import LEVELS
from seriatim.times.build import BUILDERS
from seriatim.times.grammar import Item, Level, Meaning
from seriatim.times.words import KINDS, runs, word_kinds

_FOUND = ("DATE", "DATES", "TOD", "TIME", "TIMEPART", "DUR", "SET", "REF", "RANGE")


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


def search(text: str) -> Iterator[Found]:
    """Every expression in the text, in order; spans do not overlap."""
    wanted = _expression_kinds()
    grammar = levels()
    for run in runs(text):
        items: list[Item] = run
        for level in grammar:
            items = level.read(items)
        for item in items:
            if item.kind in wanted and item.meaning is not None:
                yield Found(item.start, item.end, item.meaning)
