"""Links between time expressions and the words that they date, as the stages exchange them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from seriatim.model import TimeExpression

Side = Literal["at", "after", "before", "from"]


@dataclass(frozen=True, slots=True)
class TimexLink:
    """A time expression that dates a word: the event is at that time, after it or before it."""

    expression: TimeExpression
    side: Side = "at"
    follows: str = ""  # the word after the expression: "the week before"
    of_event: bool = False  # whether an event follows that word: "the week before the fire"


@dataclass(frozen=True, slots=True)
class TimexAttachment:
    """The time expressions of a passage by the words that they modify.

    ``dated``: token → expressions that date it, for verbs and event nouns. ``timed``: the tokens of
    time expressions. ``lead``: the expression that opens the passage ("July 3, 1863: …").
    ``loose``: those that modify nothing that can be dated.
    """

    dated: dict[int, list[TimexLink]]
    timed: frozenset[int]
    lead: TimeExpression | None
    loose: tuple[tuple[TimeExpression, int], ...]  # with the token that they modify
