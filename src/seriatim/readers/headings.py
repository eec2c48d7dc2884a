"""Which lines without markup are headings: by their length, their capitals and their numbers."""

from __future__ import annotations

import re

from seriatim.lang import layout
from seriatim.readers.publication_date import opens_with_date

_NUMBERED = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.?|[IVXLC]{1,6}\.|[A-Z]\.|§\s*\d+)\s+\S")
_WORD = re.compile(r"[^\W\d_][\w'’.-]*")
_TITLE_WORDS = 30
_HEADING_WORDS = 14
_PLAIN_WORDS = 5  # a heading in sentence case is short


def is_title(line: str) -> bool:
    """Whether the first line of a text is its title: no list item, no sentence with a full stop."""
    words = line.split()
    return (
        1 <= len(words) <= _TITLE_WORDS
        and not opens_with_date(line)
        and not re.search(r"[.:;,]\W*$", line)
        and any(c.isalpha() for c in line)
    )


def is_numbered(line: str) -> bool:
    """Whether a line begins with the number of a section."""
    return bool(_NUMBERED.match(line))


def is_heading(line: str) -> bool:
    """Whether a line of its own is a heading."""
    words = _WORD.findall(line)
    if opens_with_date(line):
        return False
    if len(line.split()) > _HEADING_WORDS or len(line) > 120 or re.search(r"[.,:;!”\"]\W*$", line):
        return False
    if re.fullmatch(r"[12]\d{3}", line) or (
        is_numbered(line)
        and (not line[0].isdigit() or _capitals(words) or len(words) <= _PLAIN_WORDS)
    ):
        return True
    if not words or not (line[0].isupper() or line[0].isdigit()):
        return False
    if words[0].lower() in layout.SECTION_WORDS:
        return True
    return ": " not in line and (len(line.split()) <= _PLAIN_WORDS or _capitals(words))


def _capitals(words: list[str]) -> bool:
    """Whether the content words begin with capitals."""
    weighty = [w for w in words if len(w) > 3] or words
    return sum(w[0].isupper() for w in weighty) >= 0.75 * len(weighty)
