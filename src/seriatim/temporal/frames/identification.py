"""Whether a time only identifies a thing, and says nothing about when the story is."""

from __future__ import annotations

from seriatim.lang import timex_frame_patterns as frame_patterns


def tells_which(text: str, start: int, end: int) -> bool:
    """Whether a time only identifies a thing: "the treaty of 1783", "their 1783 treaty"."""
    bracketed = text[max(0, start - 1) : start] == "(" and text[end : end + 1] == ")"
    return bracketed or frame_patterns.OF_WHICH.search(text, max(0, start - 10), start) is not None
