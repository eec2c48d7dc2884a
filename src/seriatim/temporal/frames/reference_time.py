"""Where the narrative stands: Reichenbach's reference time, and the days that words count from.

The object is told what a document's clauses say, in reading order; it decides nothing about
language.  A change of its state has one method and one name.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from seriatim.lang import timex_dating_patterns as dating_patterns
from seriatim.model import Document, Span, When
from seriatim.temporal import edtf, intervals

if TYPE_CHECKING:
    from seriatim.model import Unit

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


class ReferenceTime:
    """Where the narrative of one document stands, as far as it has been read."""

    def __init__(self, document: Document) -> None:
        self.current = _NONE
        self.document_day = edtf.last_day(document.published) if document.published else None
        self.unknown = False  # the narrative has moved to a time that nobody knows
        self.left = False  # the narrative looked back to another time, and has named none since
        self.flashback = edtf.UNKNOWN  # a day told in a flashback since
        self._quoted = edtf.UNKNOWN  # a day from a quotation or a subordinate clause since
        self._passage = -1
        self._in_sentence = edtf.UNKNOWN  # what the sentence has dated so far
        self._named = edtf.UNKNOWN  # the day, or the month, that was named last

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
