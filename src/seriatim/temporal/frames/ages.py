"""Ages: the time of a life that they name, where the text states one birth."""

from __future__ import annotations

from seriatim.lang import timex_frame_patterns as frame_patterns
from seriatim.temporal.edtf import (
    civil_from_days,
    day,
    days_from_civil,
    first_day,
    last_day,
    precision,
    year_text,
)
from seriatim.temporal.frames.context import Context, TimexValue

_PRECISE = frozenset({"day", "month", "year"})


def note_birth(said: TimexValue, start: int, context: Context) -> None:
    """Keep the date of a birth: “was born on 4 May 1820”."""
    if said.edtf is None or said.type != "DATE" or not said.stated:
        return
    if frame_patterns.BORN.search(context.text, max(0, start - 80), start):
        context.reference.births |= {said.edtf}


def at_age(years: int, context: Context) -> TimexValue | None:
    """“at the age of 23”: from that birthday to the day before the next.

    None unless the text has told of one birth alone: nobody knows whose age it is otherwise.
    """
    if len(context.reference.births) != 1:
        return None
    (birth,) = context.reference.births
    if birth[-1] in "~?%" or precision(birth) not in _PRECISE:
        return None
    first, last = first_day(birth), last_day(birth)
    if first is None or last is None:
        return None
    low, high = _birthday(first, years), _birthday(last, years + 1) - 1
    size = {"day": 10, "month": 7, "year": 4}[precision(birth)]
    edtf = f"{day(low)[:size]}/{day(high)[:size]}"
    year = civil_from_days(low)[0]
    return TimexValue(
        "DATE", f"{year_text(year)}/{year_text(year + 1)}", edtf=edtf, anchor="running"
    )


def _birthday(days: int, years: int) -> int:
    year, month, of_month = civil_from_days(days)
    return days_from_civil(year + years, month, of_month)
