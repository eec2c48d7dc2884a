"""The text of a passage as it is read, and the mapping back to the document, by character.

White space is folded, non-breaking spaces are spaces, line ends inside a passage are spaces, and
words that were run together ("Jan 5, 1911The board", "Ada QuillBen Moor") get the space that they
lost.  Every character of the reading leads back to one of the document.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from seriatim.lang import given_names, roles
from seriatim.model import Document, Passage, Span

_LOST_SPACE = re.compile(
    r"(?<=\b[12]\d{3})(?=[A-Z])"  # a year, then a sentence
    r"|(?<=[a-z]{2}[.!?])(?=[A-Z][a-z])"  # a full stop without its space
)
# A word in which one name may end and the next begin: the word before it, its first part, its
# second part.
_SEAM = re.compile(
    r"(?<![\w’'])(?P<before>[A-Za-z][\w.’'-]*)\s+"
    r"(?=(?P<left>[A-Z][a-z’'-]+[a-z]{2})(?P<right>[A-Z](?:[a-z]+|[A-Z]|\.)?)"
    r"(?P<rest>[A-Z][a-z]+)?\s+[A-Z])"
)
_INVISIBLE = frozenset(
    "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)


@dataclass(frozen=True, slots=True)
class PassageText:
    """The normalized text of a passage; ``offsets[i]`` is character ``i`` in the document."""

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> Span:
        """The document span of ``text[start:end]``, which must not be empty."""
        return (self.offsets[start], self.offsets[end - 1] + 1)

    def position(self, offset: int) -> int:
        """The position of a document offset: that of the last character at or before it."""
        return max(0, bisect_right(self.offsets, offset) - 1)


def passage_text(document: Document, passage: Passage) -> PassageText:
    """The normalized text of a passage.

    Its pieces follow one another; a piece that ends a word ends with the white space after it.
    """
    chars: list[str] = []
    offsets: list[int] = []
    for start, end in passage.pieces:
        for char, offset in _characters(document.text[start:end], start):
            if char != " " or (chars and chars[-1] != " "):
                chars.append(char)
                offsets.append(offset)
    while chars and chars[-1] == " ":
        chars.pop()
        offsets.pop()
    return PassageText("".join(chars), tuple(offsets))


def _characters(raw: str, start: int) -> Iterator[tuple[str, int]]:
    """The characters of a piece with their places; all white space and lost spaces as blanks."""
    lost = {m.start() for m in _LOST_SPACE.finditer(raw)} | set(_seams(raw))
    for i, char in enumerate(raw):
        if i in lost:
            yield " ", start + i - 1
        if char not in _INVISIBLE:
            yield " " if char.isspace() else char, start + i


def _seams(text: str) -> list[int]:
    """Where one person's name runs into the next one's.

    That is after a surname that follows another name, and before a given name or initials that
    precede a surname.  "McHale", "WikiRing" and "LeeAnn" have no seam: their parts are not so.
    """
    found = []
    for match in _SEAM.finditer(text):
        before, left, right = match["before"], match["left"], match["right"]
        opens = right.lower() in given_names.GIVEN_NAMES or right.isupper() or right.endswith(".")
        follows = before[0].isupper() or before.lower() in roles.NAME_PARTICLES
        if (
            opens
            and follows
            and left not in roles.NAME_PREFIXES
            and not (left.lower() in given_names.GIVEN_NAMES and len(left) < _SHORT)
        ):
            found.append(match.end("left"))
    return found


_SHORT = 5  # letters; a shorter given name before another forms a double name ("LeeAnn")
