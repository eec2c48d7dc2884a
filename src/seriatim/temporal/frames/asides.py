"""Whether a time is in an aside, which looks back: "he had bought the farm in May"."""

from __future__ import annotations

from seriatim.lang import timex_frame_patterns as frame_patterns
from seriatim.lang import timex_words

_FRONTED = 24  # so little may stand before a time that opens its clause
_REACH = 120


def looks_back(text: str, start: int, end: int) -> bool:
    """Whether the clause about a span stands in the pluperfect."""
    left = text[max(0, start - _REACH) : start]
    clause = left[
        max((cut.end() for cut in frame_patterns.CLAUSE_BREAK.finditer(left)), default=0) :
    ]
    if _had_done(clause):
        return True
    if len(clause) > _FRONTED:
        return False
    right = text[end : end + _REACH].lstrip(" ,")
    stop = frame_patterns.CLAUSE_STOP.search(right)
    return _had_done(right[: stop.start()] if stop else right)


def tells_which(text: str, start: int, end: int) -> bool:
    """Whether a time only identifies a thing: "the treaty of 1783", "their 1783 treaty"."""
    bracketed = text[max(0, start - 1) : start] == "(" and text[end : end + 1] == ")"
    return bracketed or frame_patterns.OF_WHICH.search(text, max(0, start - 10), start) is not None


def _had_done(words: str) -> bool:
    """Whether “had” helps a verb, and is no verb itself ("had a farm")."""
    return any(
        found[1] not in timex_words.AFTER_HAVING for found in frame_patterns.HAD.finditer(words)
    )
