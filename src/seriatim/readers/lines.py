"""The lines of a plain text, and the paragraphs that were wrapped into them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

_LINE = re.compile(r"([^\r\n\x0b\x0c\x85\u2028\u2029]*)(?:\r\n|[\r\n\x0b\x0c\x85\u2028\u2029]|\Z)")
_TAB = 8
_WIDEST = 120  # columns; what is wider was not wrapped by hand or by a mail program
_NARROWEST = 40
_PARTED = re.compile(r"[^\W\d_]-$")  # a word that goes on in the next line
_ENDS = re.compile(r"[.!?:;…][\"'”’)\]]*$|[\"”]$")


class Line(NamedTuple):
    """A line without surrounding white space: its span in the text, and its column."""

    start: int
    end: int
    text: str
    indent: int

    @property
    def width(self) -> int:
        """The column where it ends."""
        return self.indent + len(self.text)


def split(text: str) -> list[Line]:
    """All the lines, also empty ones, for any mix of the usual line ends."""
    found = []
    for match in _LINE.finditer(text):
        raw = match[1]
        words = raw.strip()
        left = len(raw) - len(raw.lstrip()) if words else 0
        indent = len(raw[:left].expandtabs(_TAB))
        found.append(Line(match.start() + left, match.start() + left + len(words), words, indent))
    return found


def wrap_width(lines: Sequence[Line]) -> int:
    """The width that a text was wrapped to; 0 if each paragraph is one line."""
    widths = sorted(a.width for a, b in pairwise(lines) if a.text and b.text)
    narrow = [w for w in widths if w <= _WIDEST]
    if not narrow or len(narrow) < 0.7 * len(widths):
        return 0
    width = narrow[int(0.95 * (len(narrow) - 1))]
    return width if width >= _NARROWEST else 0


def ends_sentence(line: Line) -> bool:
    """Whether a sentence may end where the line ends."""
    return bool(_ENDS.search(line.text))


def joins(run: Sequence[Line], width: int) -> list[bool]:
    """For each line of a run without empty lines but the last: whether the next goes on with it.

    A break is forced where the next line's first word would not have fitted.  Where most breaks of
    a run are forced the run is wrapped, and only a short line that ends a sentence ends a
    paragraph; elsewhere each line stands for itself, unless the next begins in lower case.
    """
    forced = _forced(run, width)
    wrapped = (
        bool(forced)
        and sum(forced) >= 0.6 * len(forced)
        and not all(ends_sentence(a) for a in run[:-1])
    )
    return [
        _goes_on(a, b, forced=f, wrapped=wrapped)
        for a, b, f in zip(run, run[1:], forced, strict=False)
    ]


def _goes_on(line: Line, following: Line, *, forced: bool, wrapped: bool) -> bool:
    if _PARTED.search(line.text) and following.text[0].isalpha():
        return True
    if wrapped:
        return forced or not ends_sentence(line)
    return following.text[0].islower() and not ends_sentence(line)


def _forced(run: Sequence[Line], width: int) -> list[bool]:
    own = max(line.width for line in run)
    if len(run) >= 3 and _NARROWEST <= own <= _WIDEST:
        width = min(width, own) if width else own
    if not width:
        return [False] * (len(run) - 1)
    return [
        a.width <= _WIDEST and a.width + 1 + len(b.text.split(maxsplit=1)[0]) > width
        for a, b in pairwise(run)
    ]
