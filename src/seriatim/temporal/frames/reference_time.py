"""Where the narrative stands: Reichenbach's reference time, and the days that words count from.

The object is told what a document says, in reading order; it decides nothing about language.
A change of its state has one method and one name.  A document is read twice, each time with a
reference time of its own: time expressions move it from point to point before any sentence is
parsed, and their values then date events, which move it from value to value.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from seriatim.lang import timex_dating_patterns as dating_patterns
from seriatim.model import Span, When
from seriatim.temporal import edtf, intervals

if TYPE_CHECKING:
    from collections.abc import Mapping

    from seriatim.model import Unit
    from seriatim.temporal.algebra import Clock
    from seriatim.temporal.frames.anchors import Point

_MONTH_LONG = 31
_FAR_BACK = 330  # all but a year: "three years before" is told in whole years


@dataclass(frozen=True, slots=True)
class Reference:
    """The reference time: its value, the words that set it, and whether a clock is kept."""

    value: str = edtf.UNKNOWN
    text: str | None = None
    span: Span | None = None
    clock: bool = False
    passage: int = -1
    lends: bool = True  # whether what follows takes it over, and does not only count from it

    @property
    def days(self) -> str:
        """The whole days of the reference time."""
        return intervals.whole_days(self.value)


_NONE = Reference()


@dataclass(slots=True)
class Naming:
    """How the day named last was named, and what has come since."""

    here: bool = False  # whether the passage at hand named it
    at: int = 0  # where in its passage it was named
    sure: bool = False  # whether it was stated with its year
    quoted: bool = False  # whether it was named in quoted speech
    passages_since: int = 0  # how many passages have begun since
    moved_on: bool = False  # whether a later month or year was named since, and no day
    heading_since: bool = False  # whether a heading without a day has begun since


@dataclass(slots=True)
class Clocks:
    """The times of day that were told last, and how hours are counted."""

    last: tuple[Point, int, int] | None = None  # the day, hour and minute of the last clock
    afternoon: tuple[int, int] | None = (
        None  # hour and minute of the last clock, where it was told as p.m.
    )
    morning: tuple[int, int] | None = None  # the same, where it was told as a.m.
    to_24: bool = False  # whether the text counts its hours to 24


@dataclass(frozen=True, slots=True)
class Frame:
    """The date of the heading or of the item above, which holds for the passage."""

    governs: bool = False  # whether such a date, or one that opens the passage, holds
    date: Point | None = None
    years: tuple[int, int] | None = None  # the first and the last, where a heading names several


class ReferenceTime:
    """Where the narrative of one document stands, as far as it has been read."""

    def __init__(self, document: Point | None = None, *, published: str | None = None) -> None:
        self.document = document  # the time of writing: Reichenbach's S
        self.unknown = False  # the narrative has moved to a time that nobody knows
        # As expressions name it, in points
        self.running: Point | None = None
        self.last_day: Point | None = None  # the last day that was named
        self.naming = Naming()
        self.last_month: Point | None = None  # the last day or month that was named
        self.month_here = False  # whether the passage at hand named it
        self.clocks = Clocks()
        self.quarter: Point | None = None  # the quarter that the text speaks of
        self.frame = Frame()
        self.stated_at = -1  # where in the passage the running time's year was last stated
        self.story_here = False  # whether the passage named the year that something was in
        self.began: Mapping[str, str] = {}  # what began when, as the text says
        self.births: frozenset[str] = frozenset()  # when the text says that people were born
        # As clauses date events, in EDTF
        self.current = _NONE
        self.document_day = edtf.last_day(published) if published else None
        self.left = False  # the narrative looked back to another time, and has named none since
        self.flashback = edtf.UNKNOWN  # a day told in a flashback since
        self._quoted = edtf.UNKNOWN  # a day from a quotation or a subordinate clause since
        self._passage = -1
        self._in_sentence = edtf.UNKNOWN  # what the sentence has dated so far
        self._named = edtf.UNKNOWN  # the day, or the month, that was named last

    # Time expressions

    def begin_words(self) -> None:
        """Start the expressions of a passage, which has named nothing yet."""
        self.stated_at = -1
        self.naming.here = self.month_here = self.story_here = False
        self.naming.passages_since += 1

    def begin_heading(self) -> None:
        """Start a heading: the clock ends, and the day named last is less likely to hold."""
        self.clocks.last, self.naming.heading_since = None, True

    def govern(self) -> None:
        """Let the date that opens the passage hold for all of it."""
        self.frame = replace(self.frame, governs=True)

    def write_on(self, day: Point) -> None:
        """Set the time of writing and the running time to the date of a letter or a post."""
        self.document = self.running = day

    def leave_day(self) -> None:
        """Open the day: a heading counts days without a date."""
        self.last_day = None

    def is_behind(self, point: Point) -> bool:
        """Whether a point is before the running time."""
        return self.running is not None and point.days < self.running.days

    def run_to(self, point: Point) -> None:
        """Set the running time; the year that it is in does not turn it back."""
        if self.running is None or point.month is not None or point.year != self.running.year:
            self.running = point
        if self.last_day is not None and point.day is None and point.days > self.last_day.days:
            self.naming.moved_on = True
        if point.month is not None:
            self.last_month, self.month_here = point, True
        if point.quarter:
            self.quarter = point

    def name_day(self, day: Point, start: int, *, sure: bool, quoted: bool) -> None:
        """Keep a day as the one named last; ``sure`` where its year is stated."""
        self.last_day, self.unknown = day, False
        self.naming = Naming(here=True, at=start, sure=sure, quoted=quoted)

    def state_year(self, start: int, *, of_story: bool) -> None:
        """Keep where a year was stated, and whether something is told of it."""
        self.stated_at = start
        self.story_here = self.story_here or of_story

    def keep_clock(self, clock: Clock, day: Point | None) -> None:
        """Keep a time of day: its day and hour, its half, and whether hours go to 24."""
        clocks, hour, minute = self.clocks, clock.hour, clock.minute
        if day is not None and day.day is not None:
            clocks.last = (day, hour, minute)
        if clock.half_stated:
            clocks.afternoon = (hour - 12, minute) if hour >= 12 else None
            clocks.morning = (hour, minute) if hour < 12 else None
        elif hour > 12 and not clock.run_together:
            clocks.to_24 = True

    # Events

    def begin_passage(self, index: int, heading: When) -> None:
        """Start a passage; where a date governs it, the reference time is that date."""
        self._passage, self._quoted = index, edtf.UNKNOWN
        if heading.edtf == edtf.UNKNOWN:
            return
        self.left = self.unknown = False
        self.name(heading.edtf)
        last = edtf.last_day(heading.edtf)
        if self.document_day is not None and edtf.precision(heading.edtf) == "day":
            self.document_day = max(self.document_day, last or self.document_day)
        self.current = Reference(
            heading.edtf, heading.text, heading.span, "T" in heading.edtf, index
        )

    def begin_sentence(self) -> None:
        """Start a sentence, in which nothing is dated yet."""
        self._in_sentence = edtf.UNKNOWN

    def date_in_sentence(self, when: When) -> None:
        """Keep a date of the sentence: distances later in it count from there."""
        if ".." not in when.edtf:
            self._in_sentence = when.edtf

    def name(self, value: str) -> None:
        """Keep a day, a few days or a month as what was named last."""
        days = intervals.whole_days(value)
        first, last = edtf.first_day(days), edtf.last_day(days)
        if first is not None and last is not None and last - first <= _MONTH_LONG:
            self._named = days

    def move_to(self, when: When, *, lends: bool = True, back: bool = False) -> None:
        """Set the reference time; where it is ``back``, the former one stays a possible anchor."""
        here = self.current.passage == self._passage
        former = self.current.days if back and here and self._is_near(when) else edtf.UNKNOWN
        on_the_day = self.current.clock and self.current.days == when.edtf
        part = dating_patterns.PART_OF_DAY.search(when.text or "") is not None
        clock = "T" in when.edtf or part or on_the_day
        self.current = Reference(when.edtf, when.text, when.span, clock, self._passage, lends)
        self.left = self.unknown = False
        self.flashback, self._quoted = edtf.UNKNOWN, former

    def quote(self, when: When) -> None:
        """Keep a day from a quotation or a subordinate clause, which is only an anchor."""
        if edtf.precision(intervals.whole_days(when.edtf)) in ("day", "month", "year"):
            self._quoted = intervals.whole_days(when.edtf)

    def flash_back(self, when: When) -> None:
        """Keep a day told in a flashback; the narrative may go on from there."""
        self.flashback = when.edtf

    def move_to_unknown(self) -> None:
        """Open the reference time: nothing counts from it until another is named."""
        self.current = _NONE
        self.flashback = self._quoted = self._named = edtf.UNKNOWN
        self.unknown = True

    def leave(self) -> None:
        """End the reference time at a flashback a year or more away."""
        self.current = _NONE
        self.left = True

    def is_left_in_sentence(self) -> bool:
        """Whether the sentence has dated something after the reference time."""
        here, last = edtf.first_day(self._in_sentence), edtf.last_day(self.current.value)
        return here is not None and last is not None and here > last

    def is_far_back(self, when: When) -> bool:
        """Whether a time ends a year or more before the reference time."""
        here, there = edtf.first_day(self.current.value), edtf.last_day(when.edtf)
        return here is not None and there is not None and here - there > _FAR_BACK

    def is_back(self, when: When) -> bool:
        """Whether a time begins before the reference time."""
        here, there = edtf.first_day(self.current.value), edtf.first_day(when.edtf)
        return here is not None and there is not None and there < here

    def is_ahead(self, when: When) -> bool:
        """Whether a day or an hour is after the reference time."""
        here, there = edtf.last_day(self.current.value), edtf.first_day(when.edtf)
        return ".." not in when.edtf and here is not None and there is not None and there > here

    @property
    def base(self) -> str:
        """The value that words count from: the clock holds within its own passage only."""
        same = self.current.passage == self._passage
        return self.current.value if same else self.current.days

    @property
    def named(self) -> str:
        """The day, the few days or the month that was named last."""
        return self._named

    def anchors(self) -> list[str]:
        """What a distance counts from: a date of the sentence, else the reference time.

        After a flashback or a quotation it may be that as well.
        """
        if self._in_sentence != edtf.UNKNOWN:
            return [self._in_sentence]
        if self.current.passage != self._passage and self._quoted != edtf.UNKNOWN:
            return [self._quoted]
        return [v for v in (self.base, self.flashback, self._quoted) if v != edtf.UNKNOWN]

    def same(self, unit: Unit) -> list[str]:
        """What "the same day" or "the end of the month" points at: what was named last."""
        if self._in_sentence != edtf.UNKNOWN:
            return [self._in_sentence]
        if unit == "day" and edtf.precision(self._named) == "month":
            return self.anchors()
        pair = (self.base, self._named) if unit == "year" else (self._named, self.base)
        told = [v for v in pair if v != edtf.UNKNOWN]
        beside = self.flashback != edtf.UNKNOWN or self._quoted != edtf.UNKNOWN
        return told if beside and self.current.passage == self._passage else told[:1]

    def same_day(self) -> str | None:
        """The days of "the same afternoon": the day named last, and after a flashback R's too."""
        if self._named == edtf.UNKNOWN:
            return None
        days = [self._named]
        kept = self.flashback != edtf.UNKNOWN and self.current.passage == self._passage
        if kept and edtf.precision(self.current.days) == "day":
            days.append(self.current.days)
        return edtf.hull(days)

    def _is_near(self, when: When) -> bool:
        here, there = edtf.first_day(self.current.value), edtf.first_day(when.edtf)
        return here is not None and there is not None and here - there <= _MONTH_LONG
