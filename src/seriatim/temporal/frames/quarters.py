"""Which quarter a report speaks of."""

from __future__ import annotations

from seriatim.temporal.edtf import year_text
from seriatim.temporal.frames.anchors import Point
from seriatim.temporal.frames.context import Context, TimexValue
from seriatim.temporal.frames.timex3 import year_value
from seriatim.temporal.tagging.grammar import Meaning


def quarter_meant(meaning: Meaning, context: Context) -> TimexValue | None:
    """“the latest quarter”, “the year-earlier period”: the running quarter, or else the last that was over on the document's day."""
    running, document = context.quarter, context.document
    stated = running is not None or "quarter" in meaning  # else the quarter is a guess: no interval
    earlier = meaning["earlier"]
    if document is not None and document.month:
        index = document.year * 4 + (document.month - 1) // 3 - 1
        over = Point(index // 4, index % 4 * 3 + 3, None, index % 4 + 1)
        if running is None or (running.year, running.quarter) > (over.year, over.quarter):
            running = over
    if "quarter" in meaning and running is not None:
        running = Point(running.year, meaning["quarter"] * 3, None, meaning["quarter"])
    if running is None:
        return None
    if "year" in meaning:
        running, earlier = running._replace(year=meaning["year"]), 0
    year = running.year - earlier
    said = TimexValue(
        "DATE", f"{year_value(year)}-Q{running.quarter}", anchor="running", point=context.running
    )
    if stated:
        said.edtf = f"{year_text(year)}-{32 + (running.quarter or 1)}"
    return said
