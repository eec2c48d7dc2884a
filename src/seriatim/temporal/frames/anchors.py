"""The anchor that a relative expression counts from, and the direction of its clause."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from seriatim.lang import timex_frame_patterns as frame_patterns
from seriatim.lang import timex_words
from seriatim.temporal.edtf import civil_from_days, days_from_civil, days_in_month

Genre = Literal["news", "narrative", "message"]
_WORD = re.compile(r"[A-Za-z]+(?:['’]ll)?")
_NOT_PAST = frozenset({"a", "an", "the", "be", "is", "are", "to", "being"})
_PLANNED_WITH = frozenset({"for", "in", "on", "by"})
_SENTENCES = re.compile(r"\s*[A-Z\"“'(0-9][^!~]*[.?][\"'”’)]*\s*")


class Point(NamedTuple):
    """A moment with the parts that are known: year, month, day, and quarter if it is one."""

    year: int
    month: int | None = None
    day: int | None = None
    quarter: int | None = None

    @property
    def days(self) -> int:
        """Days from 1970-01-01, of the first day that it allows."""
        return days_from_civil(self.year, self.month or 1, self.day or 1)


def point(value: str | None) -> Point | None:
    """The point of an EDTF day, month or year; None where there is none."""
    if not value:
        return None
    match = re.match(r"(-?\d{4})(?:-(\d\d))?(?:-(\d\d))?", value)
    if not match:
        return None
    year, month, day = (int(g) if g else None for g in match.groups())
    if (
        year is None
        or (month is not None and not 1 <= month <= 12)
        or (day is not None and not 1 <= day <= days_in_month(year, month or 1))
    ):
        return None
    return Point(year, month, day)


def from_days(days: int) -> Point:
    """The point of a day."""
    return Point(*civil_from_days(days))


def is_message(text: str) -> bool:
    """Whether a text is a short message: with addresses and emoticons, or without sentences."""
    if len(text) >= 400:
        return False
    if frame_patterns.MESSAGE.search(text):
        return True
    return len(text) < 170 and (
        not _SENTENCES.fullmatch(text) or frame_patterns.SPOKEN.search(text) is not None
    )


def tense(text: str, start: int, end: int, *, reported: bool = False) -> int:
    """The direction of the clause about a span: -1 past, 1 future, 0 unknown.

    ``reported``: “would” is future, as in news.
    """
    left = text[max(0, start - 160) : start]
    left = left[max((cut.end() for cut in frame_patterns.SENTENCE_END.finditer(left)), default=0) :]
    if frame_patterns.UNTIL.search(left):
        return 1
    found = _cue(reversed(_WORD.findall(left)), backwards=True, reported=reported)
    if found:
        return found
    right = text[end : end + 120]
    stop = frame_patterns.SENTENCE_END.search(right)
    return _cue(
        _WORD.findall(right[: stop.start()] if stop else right), backwards=False, reported=reported
    )


def _cue(words: Iterable[str], *, backwards: bool, reported: bool) -> int:
    """The first verb that has a tense; a participle after “be”, “to” or an article has none."""
    listed = list(words)
    for at in range(len(listed)):
        way = _purpose(listed, at) if backwards else 0
        way = way or _way(listed, at, backwards=backwards, reported=reported)
        if way:
            return way
    return 0


def _purpose(listed: list[str], at: int) -> int:
    """What “is to”, “planned for” say, of words read backwards: ahead, or back in “had been to”."""
    low, before = listed[at].lower(), [w.lower() for w in listed[at + 1 : at + 4]]
    if low == "to" and before and before[0] in timex_words.LEADS_TO:
        return -1 if before[1:] == ["been", "had"] else 1
    planned = at > 0 and low in timex_words.PLANNED and listed[at - 1].lower() in _PLANNED_WITH
    return 1 if planned else 0


def _way(listed: list[str], at: int, *, backwards: bool, reported: bool) -> int:
    """Which way one word looks by itself."""
    word, low = listed[at], listed[at].lower()
    if (
        low in timex_words.AHEAD_CUES
        or (reported and low == "would")
        or low.endswith(("'ll", "’ll"))
    ):
        return 1
    if low not in timex_words.BEHIND_CUES and not _looks_past(word):
        return 0
    before = listed[at + 1 : at + 2] if backwards else listed[max(0, at - 1) : at]
    return 0 if before and before[0].lower() in _NOT_PAST else -1


def _looks_past(word: str) -> bool:
    ends = word.endswith("ed") and len(word) > 4
    return ends and word.islower() and word not in timex_words.NOT_PARTICIPLES
