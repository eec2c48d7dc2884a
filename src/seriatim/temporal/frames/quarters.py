"""The quarter that a report speaks of."""

from __future__ import annotations

from seriatim.temporal.algebra import Date
from seriatim.temporal.edtf import year_text
from seriatim.temporal.frames.anchors import Point
from seriatim.temporal.frames.context import TimexValue
from seriatim.temporal.frames.reference_time import ReferenceTime
from seriatim.temporal.frames.timex3 import year_value


def quarter_meant(
    date: Date, years_back: int, running: Point | None, reference: ReferenceTime
) -> TimexValue | None:
    """“the latest quarter”, “the year-earlier period”: counted from the running one.

    Where none is, nobody knows which one: companies have years of their own.
    """
    document = reference.document
    if running is None and date.quarter is None:
        return TimexValue("DATE", "XXXX-QX", anchor="running")
    if document is not None and document.month:
        index = document.year * 4 + (document.month - 1) // 3 - 1
        over = Point(index // 4, index % 4 * 3 + 3, None, index % 4 + 1)
        if running is None or _order(running) > _order(over):
            running = over
    if date.quarter is not None and running is not None:
        running = Point(running.year, date.quarter * 3, None, date.quarter)
    if running is None:
        return None
    if date.year is not None:
        running, years_back = running._replace(year=date.year), 0
    year = running.year - years_back
    said = TimexValue(
        "DATE",
        f"{year_value(year)}-Q{running.quarter}",
        anchor="running",
        point=reference.running,
    )
    said.edtf = f"{year_text(year)}-{32 + (running.quarter or 1)}"
    return said


def _order(quarter: Point) -> tuple[int, int]:
    return quarter.year, quarter.quarter or 0
