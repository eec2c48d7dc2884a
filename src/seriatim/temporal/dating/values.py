"""The value of a time expression in its place, counted from the reference time."""

from __future__ import annotations

from typing import Literal

from seriatim.analysis.timex_links import TimexLink
from seriatim.lang import timex_dating_patterns as dating_patterns
from seriatim.model import Distance, TimeExpression, Unit
from seriatim.temporal import edtf, intervals
from seriatim.temporal.dating import expressions, offsets
from seriatim.temporal.dating.expressions import AHEAD, BEHIND
from seriatim.temporal.frames.reference_time import ReferenceTime

_OPENING_WORDS = frozenset({"since", "starting", "beginning", "from", "after", "following"})


class ExpressionValues:
    """The values of a document's time expressions, counted from its reference time."""

    def __init__(self, text: str, reference: ReferenceTime) -> None:
        self._text = text
        self._reference = reference

    def value(self, dating: TimexLink, day: str | None) -> str | None:
        """What an expression allows; ``None`` where it dates nothing."""
        expression = dating.expression
        if dating.of_event and expression.direction in (None, "same"):
            return None
        counted = self._counted(dating)
        if counted is not None:
            return self._on_side(counted, dating)
        if expressions.is_counted(expression) and self._reference.unknown:
            return edtf.UNKNOWN
        if expression.edtf is None or dating_patterns.SAME_DAY.match(expression.text):
            return self._from_words(expression)
        no_base = self._reference.left and expression.anchor == "running"
        if no_base and expression.direction is None:
            return edtf.UNKNOWN
        value = self._at_the_clock(expressions.whole_unit(expression), expression, day)
        return self._on_side(value, dating)

    def _counted(self, dating: TimexLink) -> str | None:
        """The value at a distance or beside a unit, where there is something to count from."""
        expression = dating.expression
        beside = dating.follows in BEHIND | AHEAD and expression.direction in (None, "same")
        unit = dating_patterns.LAST_UNIT.search(expression.text) if beside else None
        if unit is not None:
            return self._unit_away(unit[1].lower(), ahead=dating.follows in AHEAD)
        turn = dating_patterns.TURN.search(expression.text) is not None
        if turn or not expressions.is_counted(expression) or expression.offset is None:
            return None
        bases = (
            self._reference.same(expression.offset.unit)
            if expression.direction == "same"
            else self._reference.anchors()
        )
        if not bases:
            return None
        return self._bounded(
            edtf.hull([offsets.counted(base, expression) for base in bases]), expression
        )

    @staticmethod
    def _on_side(value: str, dating: TimexLink) -> str:
        """The value, opened on the side of it that the event is on."""
        if dating.expression.signal is not None or dating.side == "at":
            return value
        if dating.side == "from":
            # "from 1920 to 1933" says its end
            return value if "/" in value else intervals.from_start(value)
        if dating.side == "after":
            return intervals.from_start(value)
        return intervals.until_end(value)

    def is_to_come(self, expression: TimeExpression) -> bool:
        """Whether words counted from the document's date give a time after it."""
        here = self._reference.current.value != edtf.UNKNOWN
        counted_here = here and expressions.is_counted(expression)
        if expression.edtf is None or expression.anchor == "none" or counted_here:
            return False
        written, first = self._reference.document_day, edtf.first_day(expression.edtf)
        return written is not None and first is not None and first > written

    def is_past(self, expression: TimeExpression) -> bool:
        """Whether the day that the words give was no later than that of the document."""
        if not expression.edtf or edtf.precision(expression.edtf) != "day":
            return False
        written, last = self._reference.document_day, edtf.last_day(expression.edtf)
        return written is not None and last is not None and last <= written

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

    def _bounded(self, value: str, expression: TimeExpression) -> str:
        """What is counted, opened or bounded by the word before it: "by the end of the month"."""
        if expression.signal is None:
            return value
        opens = self._text[slice(*expression.signal)].lower() in _OPENING_WORDS
        return intervals.from_start(value) if opens else intervals.until_end(value)

    def _unit_away(self, unit: str, *, ahead: bool) -> str:
        """The days of the unit beside the last named day: "the week before", "the night after"."""
        day, last = edtf.first_day(self._reference.named), edtf.last_day(self._reference.named)
        if day is None or last is None:
            return edtf.UNKNOWN
        direction: Literal["after", "before"] = "after" if ahead else "before"
        if unit == "week":
            return edtf.from_days(day + 1, last + 7) if ahead else edtf.from_days(day - 7, last - 1)
        by: Unit = "month" if unit == "month" else "year" if unit == "year" else "day"
        return intervals.moved(self._reference.named, direction, Distance(1, 1, by))

    def _from_words(self, expression: TimeExpression) -> str | None:
        """The value of words without a distance: "later", "the next morning", "that evening"."""
        if expression.type not in ("DATE", "TIME"):
            return None
        if expression.direction is not None:
            return intervals.moved(self._reference.base, expression.direction, expression.offset)
        words = expression.text.lower()
        if dating_patterns.SAME_DAY.match(words):
            return self._reference.same_day() or expression.edtf
        running = self._reference.current.days
        if running == edtf.UNKNOWN or edtf.precision(running) != "day":
            return expression.edtf
        return (
            intervals.moved(running, "after", Distance(1, 1, "day"))
            if dating_patterns.NEXT.match(words)
            else expression.edtf
        )

    def _at_the_clock(self, value: str, expression: TimeExpression, day: str | None) -> str:
        """The day of a time without a date: that of its clause, else of the reference time."""
        whole = self._reference.current.days
        on = day or (whole if edtf.precision(whole) == "day" else None)
        if (
            on is None
            or expression.anchor == "none"
            or "T" not in value
            or "/" in value
            or not expressions.is_clock_alone(expression.text)
        ):
            return value
        return on.rstrip("~?%") + value[value.index("T") :]
