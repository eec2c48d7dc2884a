"""The value of a time expression in its place, counted from the reference time."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from seriatim.analysis.timex_links import TimexAttachment, TimexLink
from seriatim.lang import timex_dating_patterns as dating_patterns
from seriatim.model import Distance, Document, Span, TimeExpression, Unit, When
from seriatim.temporal import edtf, intervals
from seriatim.temporal.dating import offsets
from seriatim.temporal.dating.clauses import LATER

if TYPE_CHECKING:
    from seriatim.analysis import Analysis
    from seriatim.analysis.event_mentions import EventMention

BEHIND = frozenset({"before", "earlier", "previously", "prior"})
AHEAD = frozenset({"after", "later", "afterwards"})
_MONTH_LONG = 31
_FAR_BACK = 330  # all but a year: "three years before" is told in whole years
_GAP = 4  # a colon and white space
_OPENING_WORDS = frozenset({"since", "starting", "beginning", "from", "after", "following"})


@dataclass(frozen=True, slots=True)
class Running:
    """The reference time: its value, the words that set it, and whether a clock is kept."""

    value: str = edtf.UNKNOWN
    text: str | None = None
    span: Span | None = None
    clock: bool = False
    passage: int = -1
    lends: bool = True  # whether what follows takes it over, and does not only count from it


class ReferenceTime:
    """Keeps the running time of one document, and counts expressions from it."""

    def __init__(self, document: Document) -> None:
        self.running = Running()
        self._adrift = False  # the telling has come to a time that nobody knows
        self._lost = False  # the telling looked back to another time, and has named none since
        self._text = document.text
        self.aside = (
            edtf.UNKNOWN
        )  # a day that was told in a look back since: what follows may count from it too
        self._heard = (
            edtf.UNKNOWN
        )  # a day that somebody spoke of since, or that a clause aside told
        self._published = edtf.last_day(document.published) if document.published else None
        self._passage = -1
        self._in_sentence = edtf.UNKNOWN  # what the sentence has dated so far
        self._named = edtf.UNKNOWN  # the day, or the month, that was named last

    def begin_passage(self, index: int, led: When) -> None:
        """A passage begins; where a date leads it, the running time is that date."""
        self._passage, self._heard = index, edtf.UNKNOWN
        if led.edtf != edtf.UNKNOWN:
            self._lost = self._adrift = False
            self.name(led.edtf)
            if self._published is not None and edtf.precision(led.edtf) == "day":
                self._published = max(self._published, edtf.last_day(led.edtf) or self._published)
            self.running = Running(led.edtf, led.text, led.span, "T" in led.edtf, index)

    def begin_sentence(self) -> None:
        """Nothing is dated in the sentence yet."""
        self._in_sentence = edtf.UNKNOWN

    @property
    def told_later_here(self) -> bool:
        """Whether the sentence has dated something that lies behind the running time."""
        here, last = edtf.first_day(self._in_sentence), edtf.last_day(self.running.value)
        return here is not None and last is not None and here > last

    def note(self, when: When) -> None:
        """Something in the sentence is dated."""
        if ".." not in when.edtf:
            self._in_sentence = when.edtf

    def name(self, value: str) -> None:
        """A day, a few days or a month were named."""
        days = intervals.whole_days(value)
        first, last = edtf.first_day(days), edtf.last_day(days)
        if first is not None and last is not None and last - first <= _MONTH_LONG:
            self._named = days

    def run_on(self, when: When, *, lends: bool = True, back: bool = False) -> None:
        """Set the reference time; where it is ``back``, the former one stays a possible anchor."""
        was = (
            intervals.whole_days(self.running.value)
            if back and self.running.passage == self._passage and self._is_near(when)
            else edtf.UNKNOWN
        )
        on_the_day = self.running.clock and intervals.whole_days(self.running.value) == when.edtf
        clock = (
            "T" in when.edtf
            or dating_patterns.PART_OF_DAY.search(when.text or "") is not None
            or on_the_day
        )
        self.running = Running(when.edtf, when.text, when.span, clock, self._passage, lends)
        self._lost = self._adrift = False
        self.aside, self._heard = edtf.UNKNOWN, was

    def _is_near(self, when: When) -> bool:
        here, there = edtf.first_day(self.running.value), edtf.first_day(when.edtf)
        return here is not None and there is not None and here - there <= _MONTH_LONG

    def hear(self, when: When) -> None:
        """Set a day from a quotation or an aside: an anchor, but no date to carry over."""
        if edtf.precision(intervals.whole_days(when.edtf)) in ("day", "month", "year"):
            self._heard = intervals.whole_days(when.edtf)

    def tell_aside(self, when: When) -> None:
        """A day was told in a look back: the telling goes on from where it was, or from there."""
        self.aside = when.edtf

    def lose(self) -> None:
        """Open the reference time: nothing counts from it until another is named."""
        self.running, self.aside, self._heard, self._named = (
            Running(),
            edtf.UNKNOWN,
            edtf.UNKNOWN,
            edtf.UNKNOWN,
        )
        self._adrift = True

    def look_back(self) -> None:
        """Keep the last date as one apart from the story; the reference time stays."""
        self.running = Running()
        self._lost = True

    def is_far_back(self, when: When) -> bool:
        """Whether the time ends a year or more before the one that the telling has come to."""
        here, there = edtf.first_day(self.running.value), edtf.last_day(when.edtf)
        return here is not None and there is not None and here - there > _FAR_BACK

    def is_back(self, when: When) -> bool:
        """Whether the time begins before the one that the telling has come to."""
        here, there = edtf.first_day(self.running.value), edtf.first_day(when.edtf)
        return here is not None and there is not None and there < here

    def is_ahead(self, when: When) -> bool:
        """Whether a day or an hour lies behind the time that the telling has come to."""
        here, there = edtf.last_day(self.running.value), edtf.first_day(when.edtf)
        return ".." not in when.edtf and here is not None and there is not None and there > here

    def is_to_come(self, expression: TimeExpression) -> bool:
        """Whether words counted from the document's date give a time that lies behind it."""
        counted_here = is_counted(expression) and self.running.value != edtf.UNKNOWN
        words_tell = (
            expression.edtf is not None and expression.anchor != "none" and not counted_here
        )
        first = edtf.first_day(expression.edtf) if expression.edtf and words_tell else None
        return self._published is not None and first is not None and first > self._published

    def is_past(self, expression: TimeExpression) -> bool:
        """Whether the day that the words give was no later than that of the document."""
        last = (
            edtf.last_day(expression.edtf)
            if expression.edtf and edtf.precision(expression.edtf) == "day"
            else None
        )
        return self._published is not None and last is not None and last <= self._published

    def tells(self, dating: TimexLink) -> bool:
        """Whether the expression gives a value of its own, or one by what it is counted from."""
        expression = dating.expression
        if dating.of_event and expression.direction in (None, "same"):
            return False
        return (
            expression.edtf is not None
            or self._from_words(expression) is not None
            or dating_patterns.LAST_UNIT.search(expression.text) is not None
        )

    def value(self, dating: TimexLink, day: str | None) -> str | None:
        """What an expression allows, counted from the running time where it counts from an event.

        ``None`` where it dates nothing.
        """
        expression = dating.expression
        if dating.of_event and expression.direction in (None, "same"):
            return None
        if (
            dating.follows in BEHIND | AHEAD
            and (unit := dating_patterns.LAST_UNIT.search(expression.text))
            and expression.direction in (None, "same")
        ):
            value = self._unit_away(unit[1].lower(), ahead=dating.follows in AHEAD)
        elif (
            is_counted(expression)
            and dating_patterns.TURN.search(expression.text) is None
            and (bases := self._bases(expression))
        ):
            value = self._bounded(
                edtf.hull([offsets.counted(base, expression) for base in bases]), expression
            )
        elif is_counted(expression) and self._adrift:
            return edtf.UNKNOWN
        elif expression.edtf is None or dating_patterns.SAME_DAY.match(expression.text):
            return self._from_words(expression)
        elif self._lost and expression.anchor == "running" and expression.direction is None:
            return edtf.UNKNOWN
        else:
            value = _whole_unit(expression)
            value = self._at_the_clock(value, expression, day)
        if expression.signal is not None or dating.side == "at":
            return value
        if dating.side == "from":
            return (
                value if "/" in value else intervals.from_start(value)
            )  # "from 1920 to 1933" says its end
        return intervals.from_start(value) if dating.side == "after" else intervals.until_end(value)

    def _bounded(self, value: str, expression: TimeExpression) -> str:
        """What is counted, opened or bounded by the word before it: "by the end of the month"."""
        if expression.signal is None:
            return value
        opens = self._text[slice(*expression.signal)].lower() in _OPENING_WORDS
        return intervals.from_start(value) if opens else intervals.until_end(value)

    def _unit_away(self, unit: str, *, ahead: bool) -> str:
        """The days of the unit beside the last named day: "the week before", "the night after"."""
        day, last = edtf.first_day(self._named), edtf.last_day(self._named)
        if day is None or last is None:
            return edtf.UNKNOWN
        direction: Literal["after", "before"] = "after" if ahead else "before"
        if unit == "week":
            return edtf.from_days(day + 1, last + 7) if ahead else edtf.from_days(day - 7, last - 1)
        by: Unit = "month" if unit == "month" else "year" if unit == "year" else "day"
        return intervals.moved(self._named, direction, Distance(1, 1, by))

    def _from_words(self, expression: TimeExpression) -> str | None:
        """The value of words without a distance: "later", "the next morning", "that evening"."""
        if expression.type not in ("DATE", "TIME"):
            return None
        if expression.direction is not None:
            return intervals.moved(self._base(), expression.direction, expression.offset)
        words = expression.text.lower()
        if dating_patterns.SAME_DAY.match(words):
            return self._same_day(expression)
        running = intervals.whole_days(self.running.value)
        if running == edtf.UNKNOWN or edtf.precision(running) != "day":
            return expression.edtf
        return (
            intervals.moved(running, "after", Distance(1, 1, "day"))
            if dating_patterns.NEXT.match(words)
            else expression.edtf
        )

    def _bases(self, expression: TimeExpression) -> list[str]:
        """The anchors of a distance: dates before it in the sentence, else the reference times.

        "The same day" and "the end of the month" point at what was named last.  The clock counts
        within its own passage only.
        """
        if expression.offset is None:
            return []
        if self._in_sentence != edtf.UNKNOWN:
            return [self._in_sentence]
        if expression.direction == "same" and (
            expression.offset.unit != "day" or edtf.precision(self._named) != "month"
        ):
            of_day = (self._named, self._base())
            told = [
                v
                for v in (of_day[::-1] if expression.offset.unit == "year" else of_day)
                if v != edtf.UNKNOWN
            ]
            return (
                told[:1]
                if self.aside == self._heard == edtf.UNKNOWN
                or self.running.passage != self._passage
                else told
            )
        if self.running.passage != self._passage and self._heard != edtf.UNKNOWN:
            return [self._heard]
        return [v for v in (self._base(), self.aside, self._heard) if v != edtf.UNKNOWN]

    def _same_day(self, expression: TimeExpression) -> str | None:
        """The days of "the same afternoon": the day named last, and after an aside the story's."""
        days = [self._named] if self._named != edtf.UNKNOWN else []
        running = intervals.whole_days(self.running.value)
        if (
            days
            and self.aside != edtf.UNKNOWN
            and self.running.passage == self._passage
            and edtf.precision(running) == "day"
        ):
            days.append(running)
        return edtf.hull(days) if days else expression.edtf

    def _base(self) -> str:
        """The running time, on the clock within its own passage only."""
        same = self.running.passage == self._passage
        return self.running.value if same else intervals.whole_days(self.running.value)

    def _at_the_clock(self, value: str, expression: TimeExpression, day: str | None) -> str:
        """The day of a time without a date: that of its clause, else of the reference time."""
        whole = intervals.whole_days(self.running.value)
        on = day or (whole if edtf.precision(whole) == "day" else None)
        if (
            on is None
            or expression.anchor == "none"
            or "T" not in value
            or "/" in value
            or not is_clock_alone(expression.text)
        ):
            return value
        return on.rstrip("~?%") + value[value.index("T") :]


def may_date(expression: TimeExpression) -> bool:
    """Whether the expression says when, not how long or how often."""
    if (
        expression.type == "DURATION"
    ):  # "two days later"; "in the past three months"; "in the first week of April"
        stretch = expression.edtf is not None and (
            expression.anchor == "document" or expression.direction is None
        )
        return (is_counted(expression) and expression.anchor == "running") or stretch
    return expression.type in ("DATE", "TIME")


def is_said_of_another(
    expression: TimeExpression, predicate: EventMention, analysis: Analysis
) -> bool:
    """Whether a bare "later" stands behind a comma, in words that say something of the subject."""
    if expression.text.lower() not in LATER or expression.offset is not None:
        return False
    tokens = analysis.tokens(expression.span)
    if tokens is None or tokens.start == predicate.word.sent.start:
        return False
    return any(
        t.is_punct
        for t in analysis.doc[min(tokens.end, predicate.word.i) : max(tokens.end, predicate.word.i)]
    )


def is_of_its_own(dating: TimexLink) -> bool:
    """Whether temporal words give no date here: "two days after the vote", "recently"."""
    expression = dating.expression
    before_event = leads_to_event(dating) or (
        dating.of_event and expression.direction in (None, "same")
    )
    return before_event or (
        expression.type == "DATE" and expression.value not in ("PRESENT_REF", "FUTURE_REF")
    )


def leads_to_event(dating: TimexLink) -> bool:
    """Whether the expression counts from a happening that the words behind it name."""
    return (
        dating.expression.anchor == "event"
        and dating.expression.offset is not None
        and dating.follows in BEHIND | AHEAD
    )


def without_bound(value: str, text: str) -> str:
    """The time that bounds an interval: the whole month of "until the end of October"."""
    inner = value.removeprefix("../").removesuffix("/..")
    part = (
        dating_patterns.PART_OF_PERIOD.search(text) is not None and edtf.precision(inner) == "day"
    )
    return intervals.unit_about(inner, "month") if part else inner


def _whole_unit(expression: TimeExpression) -> str:
    """The month or year around "early", "late" or "the middle of", whose part stays open."""
    value = expression.edtf or edtf.UNKNOWN
    if (
        expression.mod in ("START", "MID", "END")
        and edtf.is_valid(expression.value)
        and edtf.interval(expression.value).contains(edtf.interval(value))
    ):
        return expression.value
    return value


def is_counted(expression: TimeExpression) -> bool:
    """Whether the expression counts a distance from another happening ("two days later")."""
    return expression.direction is not None and expression.anchor in ("event", "running")


def repeats_the_lead(attached: TimexAttachment, expression: TimeExpression) -> bool:
    """Whether it follows the item's date and gives the same day from the item before."""
    return (
        attached.lead is not None
        and is_counted(expression)
        and 0 <= expression.span[0] - attached.lead.span[1] <= _GAP
    )


def is_clock_alone(text: str) -> bool:
    """Whether the words give a time of day and no date."""
    return re.search(r"\d", text) is not None and dating_patterns.DATED.search(text) is None
