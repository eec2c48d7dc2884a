"""Text → its language, by its letters and most frequent words."""

from __future__ import annotations

import re

from seriatim.lang import function_words
from seriatim.messages.readers import OTHER_SCRIPT

_ENOUGH = 40  # words; fewer are no evidence
_SAMPLE = 20_000  # characters


def other_language(text: str) -> str | None:
    """The language of a text that is clearly not in the supported one: "German"."""
    sample = text[:_SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    if len(letters) >= _ENOUGH and sum(c > "\u024f" for c in letters) > len(letters) / 2:
        return OTHER_SCRIPT
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if len(words) < _ENOUGH:
        return None
    share = {
        name: sum(w in common for w in words) / len(words)
        for name, common in function_words.FUNCTION_WORDS.items()
    }
    best = max(share, key=lambda name: share[name])
    return (
        best
        if best != function_words.NAME
        and share[best] > 0.15
        and share[best] > 1.6 * share[function_words.NAME]
        else None
    )
