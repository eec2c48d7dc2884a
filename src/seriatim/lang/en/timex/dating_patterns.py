"""Patterns of words that date events: units, weekdays, parts of a day or of a period."""

from __future__ import annotations

import re

# A unit with the article alone.
UNIT_ALONE = re.compile(
    r"^the (?:day|morning|afternoon|evening|night|week|weekend|month|year)$", re.IGNORECASE
)
# A weekday's name.
WEEKDAY_NAME = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
# The beginning of a month's name.
MONTH = re.compile(r"\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)", re.IGNORECASE)
# A day of a month that is not named: "the 7th", "on the 22d".
BARE_DAY = re.compile(r"\b\d{1,2}(?:st|nd|rd|th|d)\b", re.IGNORECASE)
# A demonstrative that opens an expression.
DEMONSTRATIVE = re.compile(r"^(?:that|this|the same|these|those|same)\b", re.IGNORECASE)
# A unit of the calendar that counts from an anchor.
CALENDAR_UNIT = re.compile(
    r"\b(?:next|following|ensuing|subsequent|previous|preceding|prior|last|same|that|this|the)"
    r" (?:very )?(week|fortnight|weekend|quarter|decade|century)$",
    re.IGNORECASE,
)
# A part of a longer period.
PART_OF_PERIOD = re.compile(
    r"\b(?:beginning|start|middle|end|close|early|mid|late)\b", re.IGNORECASE
)
# The turn of a period.
TURN = re.compile(r"\bturn of the\b", re.IGNORECASE)
# A day that was named before.
SAME_DAY = re.compile(
    r"(?:that|the same) (?:very )?(?:day|morning|afternoon|evening|night)\b", re.IGNORECASE
)
# A part of the day.
PART_OF_DAY = re.compile(
    r"\b(?:morning|afternoon|evening|night|noon|midnight|dawn|dusk)\b", re.IGNORECASE
)
# The unit at the end of an expression.
LAST_UNIT = re.compile(
    r"\bthe (day|morning|afternoon|evening|night|week|month|year)$", re.IGNORECASE
)
# What only the words of a date have.
DATED = re.compile(
    r"jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|day\b|yesterday|tomorrow|tonight|\d(?:st|nd|rd|th)\b|\d{4}|[/.-]\d",
    re.IGNORECASE,
)
# The unit after the running one; the text is in lower case.
NEXT = re.compile(r"the (?:next|following)\b")
