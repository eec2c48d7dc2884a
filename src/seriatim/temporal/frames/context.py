"""The surroundings of a time expression, and what an expression says."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from typing import Literal

from seriatim.model import Anchor, Distance, TimexType
from seriatim.temporal.frames import tense
from seriatim.temporal.frames.anchors import Genre, Point
from seriatim.temporal.frames.reference_time import ReferenceTime
from seriatim.temporal.frames.year_chain import Decision

SEASON_MONTHS = {"SP": 4, "SU": 7, "FA": 10, "WI": 12}
STORY_MONTHS = {
    "SP": 4,
    "SU": 7,
    "FA": 10,
    "WI": 1,
}  # histories name a winter by the year that it ends in
_QUOTES = re.compile(r"[\"“”]|``|''")
Direction = Literal["after", "before", "same"]


@dataclass(slots=True)
class Context:
    """What surrounds the expression at hand, and the reference time that it counts from."""

    text: str
    genre: Genre
    reference: ReferenceTime
    years: dict[int, Decision] = field(
        default_factory=dict
    )  # the year of a month without one, by where it stands: what the whole story gives
    dayfirst: bool | None = (
        None  # whether the document writes the day before the month in numbers, where that shows
    )
    diary: bool = False  # whether each entry counts from its own day
    at: tuple[int, int] = (0, 0)
    quotes: list[int] | None = (
        None  # where quotation marks stand in the text at hand, once somebody has asked
    )
    leading: TimexValue | None = None  # the date that opens this very passage and governs it
    leading_end: int = -1

    def tense(self) -> int:
        """Which way the clause of the expression at hand looks."""
        return tense.direction(self.text, *self.at, reported=self.genre == "news")

    def quoted(self) -> bool:
        """Whether the expression at hand stands in quoted speech."""
        if self.quotes is None:
            self.quotes = [m.start() for m in _QUOTES.finditer(self.text)]
        return bisect_left(self.quotes, self.at[0]) % 2 == 1

    @property
    def base(self) -> Point | None:
        """From where months and days without a year count."""
        running, document = self.reference.running, self.reference.document
        return (running or document) if self.genre == "narrative" else (document or running)


@dataclass(slots=True)
class TimexValue:
    """What an expression says."""

    type: TimexType
    value: str
    mod: str | None = None
    edtf: str | None = None
    anchor: Anchor = "none"
    direction: Direction | None = None
    offset: Distance | None = None
    point: Point | None = None  # where the running time stands after it
    stated: bool = False  # whether the words give the year
    unsure: bool = False  # whether no year is likely enough, so that the value stays open
    years: tuple[tuple[int, float], ...] = ()  # that it may be of, with how likely each is
