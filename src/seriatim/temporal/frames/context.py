"""From where expressions count, as far as a text has been read; and what an expression says."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from seriatim.model import Anchor, Distance, TimexType
from seriatim.temporal.frames import tense
from seriatim.temporal.frames.anchors import Genre, Point
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
    """From where expressions count, as far as the text has been read."""

    text: str
    document: Point | None
    genre: Genre
    running: Point | None = None
    last_day: Point | None = None  # the last day that was named
    day_unknown: bool = False  # whether a later day was named whose year nobody knows
    day_here: bool = False  # whether the passage at hand named it
    passages_since: int = 0  # how many passages have begun since it was named
    moved_on: bool = False  # whether a later month or year was named since, and no day
    day_at: int = 0  # where in its passage it was named
    day_sure: bool = False  # whether it was stated with its year
    heading_since: bool = False  # whether a heading without a day has begun since
    day_quoted: bool = False  # whether it was named in quoted speech
    last_month: Point | None = None  # the last day or month that was named
    afternoon: tuple[int, int] | None = (
        None  # hour and minute of the last clock, where it was told as p.m.
    )
    morning: tuple[int, int] | None = None  # the same, where it was told as a.m.
    clock: tuple[Point, int, int] | None = None  # the day, hour and minute of the last clock
    whole_day: bool = False  # whether the text counts its hours to 24
    quarter: Point | None = None  # the quarter that the text speaks of
    stated_at: int = -(10**9)  # where the running time's year was last stated
    years: dict[int, Decision] = field(
        default_factory=dict
    )  # the year of a month without one, by where it stands: what the whole story gives
    dayfirst: bool | None = (
        None  # whether the document writes the day before the month in numbers, where that shows
    )
    at: tuple[int, int] = (0, 0)
    quotes: list[int] | None = (
        None  # where quotation marks stand in the text at hand, once somebody has asked
    )
    governed: bool = False  # whether a date that opens the item or its heading holds here
    month_here: bool = False  # whether the passage at hand named the last month
    story_here: bool = False  # whether it named the year that something was in
    diary: bool = False  # whether each entry counts from its own day
    frame: Point | None = None  # the date of the heading, or of the item above
    frame_years: tuple[int, int] | None = (
        None  # the first and the last year of a heading that names several
    )
    leading: TimexValue | None = None  # that date, where it opens this very passage
    leading_end: int = -1
    began: Mapping[str, str] = field(default_factory=dict)  # what began when, as the text says
    births: frozenset[str] = frozenset()  # the dates on which the text says people were born

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
        if self.genre == "narrative":
            return self.running or self.document
        return self.document or self.running


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
