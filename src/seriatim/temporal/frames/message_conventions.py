"""How annotators of short messages write values, where that differs from TIMEX3: for measuring against their corpora only.

They mark a year as one whose day is not known, add the weekday to its date and the month to a week,
and leave “three more days” open.
"""

from __future__ import annotations

import re

from seriatim.temporal.edtf import civil_from_days, days_from_civil
from seriatim.temporal.tagging.grammar import Meaning

_WEEK = re.compile(r"(\d{4})-W(\d\d)")


def as_in_messages(value: str, meaning: Meaning, words: str) -> str:
    """The value as annotators of messages write it."""
    if "century" in meaning and value.isdigit():
        return f"P1C-#{int(value) + 1}"
    if value.endswith("T24:00"):
        return value[:-5] + "00:00"
    if "nth" in meaning:
        return f"{value}-#{meaning['nth']}"
    if re.fullmatch(r"\d{4}", value) and ("year" in meaning or "bareyear" in meaning):
        return f"{value}-XX-XX"
    weekday = meaning.get("weekday") or meaning.get("weekday_stated")
    if weekday and re.match(r"\d{4}-\d\d-\d\d", value):
        return f"{value[:10]}-WXX-{weekday}{value[10:]}"
    week = _WEEK.fullmatch(value)
    if week:
        january = days_from_civil(int(week[1]), 1, 4)
        monday = january - (january + 3) % 7 + 7 * (int(week[2]) - 1)
        return f"{week[1]}-{civil_from_days(monday + 3)[1]:02}-W{week[2]}"
    if "more" in words.split() and re.fullmatch(r"PT?(?!1[A-Z])\d+[A-Z]", value):
        return re.sub(r"\d+", "X", value)
    return value
