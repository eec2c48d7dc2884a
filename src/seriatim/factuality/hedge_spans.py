"""Hedges anywhere in a text, whatever their scope, by the span model or by a lexicon.

What a hedge limits is told by the parse (``certainty``); here the question is only which words of a
text leave something open.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from seriatim.analysis import spans
from seriatim.lang import hedges as words
from seriatim.model import Span


def hedges(texts: Sequence[str], *, model: bool) -> list[list[Span]]:
    """The hedges of each text, as positions in it, in order."""
    if not (model and spans.is_installed()):
        return [[m.span() for m in _lexicon().finditer(text)] for text in texts]
    found: list[list[Span]] = [[] for _ in texts]
    for tagged in spans.tag(texts, roles=("hedge",)):
        found[tagged.text].append((tagged.start, tagged.end))
    return [sorted(of_text) for of_text in found]


@cache
def _lexicon() -> re.Pattern[str]:
    entries = sorted(words.LEXICON | words.LEXICON_PHRASES, key=lambda w: (-len(w), w))
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, entries))})\b", re.IGNORECASE)
