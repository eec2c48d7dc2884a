"""Dates by document structure: those that open an item, a heading or a news story.

A list item is governed by the date that opens it, else by that of the item it hangs under, else by
that of its heading.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from seriatim.lang import timex_frame_patterns as frame_patterns
from seriatim.model import Passage
from seriatim.temporal.edtf import civil_from_days, first_day, interval, last_day
from seriatim.temporal.frames.anchors import Point, point
from seriatim.temporal.frames.context import Context
from seriatim.temporal.frames.reference_time import Frame
from seriatim.temporal.frames.resolution import ResolvedTimex
from seriatim.temporal.tagging.search import Found

_CLOSES = re.compile(r"\s*(?:[:,;–—)\]|]|\.\s|-\s|$)|\s+-{1,2}\s")
_CLOSES_PARAGRAPH = re.compile(r"\s*[:–—|]|\s+-{1,2}\s|\s*$")
_DATELINE = re.compile(r"^[\s(]*[A-Z][\w.'’ ,/&-]{2,60}[,(]?\s*$")
_ENTRY = re.compile(r"\s*\.[—–-]?\s+[A-Z]|\s*\.?[—–]\s*[A-Z]")
_WORDS = re.compile(r"\w")
_AGENCY = re.compile(r"\s*(?:\([^)\n]{2,40}\)\s*)?(?:[-–—_]|--)")


class Frames:
    """The dates that hold for the passages read so far, by passage."""

    def __init__(
        self, passages: Sequence[Passage], published: Point | None, entries: frozenset[int]
    ) -> None:
        self._document = published
        self.entries = entries
        self._leading: dict[int, tuple[Point, str]] = {}
        self._running: dict[int, Point] = {}
        self._own = {p.index: point(p.published) for p in passages if p.published}

    def enter(self, passage: Passage, context: Context) -> None:
        """Sets from where the passage counts."""
        reference = context.reference
        reference.document = self._own.get(passage.index) or self._document
        above = [i for i in (*reversed(passage.parents), passage.heading) if i is not None]
        held = next((self._leading[i] for i in above if i in self._leading), None)
        context.leading, context.leading_end = None, -1
        if passage.kind in ("heading", "title"):
            reference.begin_heading()
        reference.frame = _frame(*held) if held is not None else Frame()
        own = next((self._own[i] for i in (passage.index, *above) if i in self._own), None)
        if own is not None:
            reference.write_on(own)
        if held is not None and passage.kind in ("item", "row"):
            reference.running = self._reached(passage, held[0])

    def _reached(self, passage: Passage, leading: Point) -> Point:
        """Where the items above the passage have come to, or the date that leads it."""
        return next(
            (self._running[i] for i in reversed(passage.parents) if i in self._running), leading
        )

    def dates_itself(self, passage: Passage) -> bool:
        """Whether the passage, or its heading, has a date of its own as anchor."""
        return any(i in self._own for i in (passage.index, *passage.parents, passage.heading))

    def leave(self, passage: Passage, context: Context) -> None:
        """Keeps what holds for the passages under this one."""
        if context.leading is not None and context.leading.point is not None:
            self._leading[passage.index] = (context.leading.point, context.leading.edtf or "")
        if context.reference.running is not None and context.reference.frame.governs:
            self._running[passage.index] = context.reference.running

    def entry(self, told: ResolvedTimex, passage: Passage, context: Context) -> None:
        """What follows in the entry counts from its day."""
        day = told.said.point
        if passage.index in self.entries and day is not None and day.day is not None:
            self._document = context.reference.document = day

    def dateline(self, told: ResolvedTimex, context: Context) -> None:
        """A news story's dateline (“OSLO, March 5 (Agency) -”) is the day that it counts from."""
        day = told.said.point
        if (
            day is None
            or day.day is None
            or not _DATELINE.match(context.text[: told.start])
            or not _AGENCY.match(context.text, told.end)
        ):
            return
        if told.start < 90 and told.said.type == "DATE":
            self._document = context.reference.document = day


def opens_entry(found: Found, text: str, passage: Passage) -> bool:
    """Whether a passage opens a diary entry: “3 May.  We left the hut”, or the day alone.

    Lists and their headings have a colon or no tense.
    """
    date = found.meaning.date
    if (
        date.day is None
        or date.month is None
        or passage.kind not in ("paragraph", "heading", "header")
    ):
        return False
    alone = (
        _WORDS.search(text[found.end :]) is None
        and frame_patterns.PLACE.fullmatch(text[: found.start]) is not None
    )
    return alone or (found.start == 0 and _ENTRY.match(text, found.end) is not None)


def _frame(leading: Point, value: str) -> Frame:
    """The frame that a leading date sets: with several years, it is of no one date."""
    years = _several_years(value)
    return Frame(governs=True, date=leading if years is None else None, years=years)


def _several_years(value: str) -> tuple[int, int] | None:
    """The first and the last year of a heading with several: a month under it is of any."""
    first, last = first_day(value), last_day(value)
    if first is None or last is None:
        return None
    years = civil_from_days(first)[0], civil_from_days(last)[0]
    return years if years[0] != years[1] else None


def leads(told: ResolvedTimex, text: str, passage: Passage) -> bool:
    """Whether a passage's first expression is a date that governs it."""
    said = told.said
    if (
        told.signal is not None
        or said.type not in ("DATE", "TIME")
        or said.edtf is None
        or said.point is None
        or told.meaning.length is not None
        or said.direction is not None
    ):
        return False
    opening = frame_patterns.OPENS_ITEM.match(text)
    if opening is None or opening.end() < told.start or interval(said.edtf).start is None:
        return False
    if passage.kind in ("heading", "title"):
        return len(text) - told.end < 60
    if (
        told.start == 0
        and told.said.stated
        and passage.kind in ("item", "row")
        and text[told.end : told.end + 2][1:].isupper()
    ):
        return True
    closes = _CLOSES if passage.kind in ("item", "row", "header") else _CLOSES_PARAGRAPH
    return told.end >= len(text) or closes.match(text, told.end) is not None
