"""Whether a text is English, cheaply: by its letters and its commonest words."""

from __future__ import annotations

import re

from seriatim.lang.en.function_words import FUNCTION_WORDS

_ENOUGH = 40  # words; fewer tell nothing
_SAMPLE = 20_000  # characters


def other_language(text: str) -> str | None:
    """What the text is written in where that is plainly not English: "German", "letters other than Latin"."""
    sample = text[:_SAMPLE]
    letters = [c for c in sample if c.isalpha()]
    if len(letters) >= _ENOUGH and sum(c > "\u024f" for c in letters) > len(letters) / 2:
        return "letters other than Latin"
    words = re.findall(r"[^\W\d_]+", sample.lower())
    if len(words) < _ENOUGH:
        return None
    share = {
        name: sum(w in common for w in words) / len(words)
        for name, common in FUNCTION_WORDS.items()
    }
    best = max(share, key=lambda name: share[name])
    return (
        best
        if best != "English" and share[best] > 0.15 and share[best] > 1.6 * share["English"]
        else None
    )
