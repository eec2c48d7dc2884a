"""What annotators of a corpus skip or mark in their own way: for measuring against it only."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from seriatim.analysis.words import PassageText
from seriatim.model import TimeExpression
from seriatim.temporal.algebra import Meaning
from seriatim.temporal.frames.anchors import Genre
from seriatim.temporal.frames.context import Context, TimexValue
from seriatim.temporal.frames.resolution import Reading, ResolvedTimex
from seriatim.temporal.tagging.negative_rules import negative_rules
from seriatim.temporal.tagging.search import Found
from seriatim.temporal.timexes import plain, resolve


class Conventions(Protocol):
    """The habits of a corpus's annotators."""

    LIFTED: frozenset[str]  # negative rules that do not hold for them
    SKIPPED: frozenset[str]  # references that they pass over

    def value(self, meaning: Meaning, context: Context) -> TimexValue | None:
        """What they write an expression down as."""

    def marked(self, words: PassageText, told: ResolvedTimex) -> tuple[TimeExpression, ...]:
        """The expressions that they make of one."""


class _Applied(NamedTuple):
    conventions: Conventions

    def excluded(self, found: Found, text: str, genre: Genre) -> bool:
        """Whether they mark nothing there."""
        kept = self.conventions
        if found.meaning.rule.removeprefix("reference.") in kept.SKIPPED:
            return True
        return any(name not in kept.LIFTED for name in negative_rules(found, text, genre))


def timex(text: str, dct: str | None, conventions: Conventions) -> list[TimeExpression]:
    """Every time expression of a text as the corpus's annotators mark it."""
    reading = Reading(_Applied(conventions).excluded, conventions.value)
    told, _ = resolve(text, dct, reading)
    words = plain(text)
    return [expression for one in told for expression in conventions.marked(words, one)]
