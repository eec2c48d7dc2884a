"""Patterns that the checks look for in English text."""

from __future__ import annotations

import re

from seriatim.lang.en.calendar import MONTHS, WEEKDAYS
from seriatim.lang.en.numbers import SMALL, TENS
from seriatim.lang.en.roles import NAME_PARTICLES

DAY_NAMES: tuple[str, ...] = (
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
)

# Ages and durations beside the dates they should follow from
_WORDS = "|".join(sorted([*SMALL, *TENS], key=len, reverse=True))
_NUMBER = (
    rf"(?P<number>\d{{1,3}}|(?:{'|'.join(TENS)})[- ](?:{'|'.join(list(SMALL)[1:10])})|{_WORDS})"
)
AGE = re.compile(rf"\b(?:aged|at the age of|at age)\s+{_NUMBER}\b", re.IGNORECASE)
PERIOD = re.compile(
    rf",?\s*(?:\(|,|a period of|a total of|for|lasting|that is,?)\s*{_NUMBER}\s+"
    r"(?P<unit>day|week|month|year)s?\b",
    re.IGNORECASE,
)
BORN = re.compile(r"\bborn\b", re.IGNORECASE)

# Intervals
JOINED = re.compile(r"\s*(?:to|until|till|through|[-–—])\s*", re.IGNORECASE)
JOINED_OR_AND = re.compile(r"\s*(?:to|until|till|through|and|[-–—])\s*")
AND = re.compile(r"\s*and\s*", re.IGNORECASE)
FROM_OR_BETWEEN = re.compile(r"\b(?:from|between)\s+$", re.IGNORECASE)
BETWEEN = re.compile(r"\bbetween\s+$", re.IGNORECASE)

# Days of a month, with or without their year
_MONTH = "|".join(sorted((m for m in MONTHS if len(m) > 3), key=len, reverse=True))
_DAY = r"(?P<day>[0-3]?\d)(?:st|nd|rd|th)?"
_YEAR = r"(?:,?\s+(?P<year>[12]\d{3})\b)?"
MONTH_DAY = re.compile(rf"\b(?P<month>{_MONTH})\s+{_DAY}(?!\d){_YEAR}", re.IGNORECASE)
DAY_MONTH = re.compile(
    rf"(?<![\w.,-]){_DAY}(?:\s+of)?\s+(?P<month>{_MONTH})\b{_YEAR}", re.IGNORECASE
)

# Days of the week beside a date
_WEEKDAY = "|".join(sorted(WEEKDAYS, key=len, reverse=True))
WEEKDAY_BEFORE = re.compile(rf"\b({_WEEKDAY})\b\.?,?\s+(?:the\s+)?$", re.IGNORECASE)
WEEKDAY_AFTER = re.compile(rf"^,?\s+(?:a\s+|\()?({'|'.join(DAY_NAMES)})\b", re.IGNORECASE)
WEEKDAY_INSIDE = re.compile(rf"\b({_WEEKDAY})\b", re.IGNORECASE)

# A given name and particles before a surname
GIVEN_NAME_BEFORE = re.compile(
    rf"\b(?P<given>[A-Z][\w’'-]+)\s+(?:(?:{'|'.join(sorted(NAME_PARTICLES))})\s+)*$"
)

# Who did it, and who did not
_NAME = r"(?:the\s+)?[A-Z][\w.’'-]*(?:\s+[A-Z][\w.’'-]*)*"
_NOT = r"(?:not|rather\s+than|instead\s+of)"
CLEFT = re.compile(r"\b[Ii]t\s+(?:was|is)\s+(?P<who>[^.;:]{2,90}?),?\s+who\b")
CONTRASTED = re.compile(
    rf"\b(?P<who>{_NAME}),?\s+(?:(?:and|but)\s+)?{_NOT}\s+(?P<other>{_NAME}),?(?=\s)"
    rf"|\b[Nn]ot\s+(?P<said>{_NAME}),?\s+but\s+(?P<was>{_NAME}),?(?=\s)"
)
CONTRASTED_IN_CLEFT = re.compile(
    r"^not\s+(?P<other>.+?),?\s+but\s+(?P<who>.+)$"
    rf"|^(?P<was>.+?),?\s+(?:(?:and|but)\s+)?{_NOT}\s+(?P<said>.+)$"
)
MAY_CONTRAST = re.compile(r"\b(?:who|[Nn]ot|instead|rather)\b")

# Words of claims
ENDING = re.compile(r"(?:ations?|ings?|ed|es|s|e)$")
AGAIN = re.compile(r"\b(?:again|also|too|second|another|once more)\b", re.IGNORECASE)
OBJECT_PRONOUN = re.compile(r"\s+(?:it|them|this|that|these|those)\b")
