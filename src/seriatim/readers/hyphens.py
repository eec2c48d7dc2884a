"""Words hyphenated at the end of a line → joined words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_PARTED = re.compile(r"[^\W\d_]-$")
_WORD = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)*")


def words(lines: Iterable[str]) -> Counter[str]:
    """The number of times that each word occurs in a document, in lower case."""
    return Counter(w.lower() for line in lines for w in _WORD.findall(line))


def kept(line: str, following: str, known: Counter[str]) -> int | None:
    """The number of characters of a line to join with the next one, ``None`` if no word is split.

    The hyphen itself is left out where only the line's end put it there: before a letter in lower
    case, unless the document has the word with its hyphen more often than without.
    """
    if not _PARTED.search(line):
        return None
    first, second = re.search(r"[\w-]+-$", line), re.match(r"[^\W\d_]+", following)
    if not first or not second or not second[0][0].islower():
        return len(line)
    whole, parted = (first[0][:-1] + second[0]).lower(), (first[0] + second[0]).lower()
    return len(line) if known[parted] > known[whole] else len(line) - 1
