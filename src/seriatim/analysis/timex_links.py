"""Links between time expressions and the words that they date, as the stages exchange them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from seriatim.model import TimeExpression

Side = Literal["at", "after", "before", "from"]


@dataclass(frozen=True, slots=True)
class TimexLink:
    """An expression that dates a word: the word's happening lies at its time, after it or before it."""

    expression: TimeExpression
    side: Side = "at"
    follows: str = ""  # the word behind the expression: "the week before"
    of_event: bool = False  # whether that word leads to a happening: "the week before the fire"


@dataclass(frozen=True, slots=True)
class TimexAttachment:
    """A passage's time expressions by what they hang on.

    ``dated``: token → expressions that date it, verbs and nouns of happening.  ``timed``: tokens
    that are part of an expression.
    ``lead``: the expression that stands before all else ("July 3, 1863: …").  ``loose``: those that
    hang on nothing that can be dated.
    """

    dated: dict[int, list[TimexLink]]
    timed: frozenset[int]
    lead: TimeExpression | None
    loose: tuple[tuple[TimeExpression, int], ...]  # with the token that they hang on
