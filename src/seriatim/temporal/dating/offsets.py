"""The values of distances, stretches and calendar units from an anchor."""

from __future__ import annotations

from typing import Literal

from seriatim.lang import timex_dating_patterns as dating_patterns
from seriatim.model import Distance, TimeExpression
from seriatim.temporal import edtf, intervals

Direction = Literal["after", "before", "same"]


def counted(base: str, expression: TimeExpression) -> str:
    """The value of an expression counted from ``base``: a whole calendar unit, or a distance."""
    if expression.direction is None:
        return edtf.UNKNOWN
    if expression.rule == "which.durations":
        return _within(base, expression.direction, expression.offset)
    if (unit := dating_patterns.CALENDAR_UNIT.search(expression.text)) is None:
        return intervals.moved(base, expression.direction, expression.offset)
    return _unit_beside(
        base, unit[1].lower(), {"same": 0, "after": 1, "before": -1}[expression.direction]
    )


def _within(base: str, direction: Direction, offset: Distance | None) -> str:
    """At any time of a stretch that begins or ends at ``base``: "in the following years"."""
    stretch = [base, intervals.moved(base, direction, offset)]
    if offset is None or offset.max is None or edtf.UNKNOWN in stretch:
        return intervals.from_start(base) if direction == "after" else intervals.until_end(base)
    return edtf.hull(stretch)


def _unit_beside(base: str, unit: str, steps: int) -> str:
    """A calendar's unit so many steps from the one that ``base`` lies in."""
    first = edtf.first_day(base)
    if unit == "week" or first is None:
        return intervals.unit_about(base, "week", steps) if unit == "week" else edtf.UNKNOWN
    year = edtf.civil_from_days(first)[0]
    match unit:
        case "quarter":
            return edtf.hull(
                [intervals.unit_about(base, "month", n) for n in (3 * steps - 2, 3 * steps + 2)]
            )
        case "decade":
            return f"{year // 10 + steps:03}X"
        case "century":
            return f"{year // 100 + steps:02}XX"
    return edtf.hull(
        [intervals.unit_about(base, "week", n) for n in sorted({0, steps, 2 * steps})]
    )  # a fortnight, a weekend
