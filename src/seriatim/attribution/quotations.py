"""Quotations: what is between quotation marks, over sentences and paragraphs.

A paragraph that opens with a mark while the last one was left open goes on with it, as printers do.
A mark that never closes ends with its paragraph.  Inner marks are followed to keep the count and
make no quotation of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from seriatim.analysis import Analysis
from seriatim.model import Span

_PAIRS = {"“": "”", "„": "“”", "«": "»", '"': '"', "＂": "＂"}
_SINGLE = {"‘": "’", "'": "'"}
_DOUBLED = re.compile(r"''|``")  # as typewriters and some mark-up set a double mark
MIN_WORDS = 4  # with fewer, and without punctuation of its own, a quotation is scare quotes


@dataclass(frozen=True, slots=True)
class Quotation:
    """A quotation in one passage, marks included: positions in the passage's text.

    ``closed``: a mark ends it here.  ``continues``: it goes on with the one that the passage before
    left open.
    """

    start: int
    end: int
    closed: bool
    continues: bool = False

    @property
    def range(self) -> Span:
        """The positions as a pair."""
        return (self.start, self.end)


def quotations(analyses: Sequence[Analysis]) -> list[list[Quotation]]:
    """The outermost quotations of each passage, in order."""
    found: list[list[Quotation]] = []
    left_open = False
    for analysis in analyses:
        here = list(_scan(analysis.words.text))
        if left_open and here and here[0].start == 0:
            here[0] = Quotation(0, here[0].end, here[0].closed, continues=True)
        left_open = bool(here) and not here[-1].closed
        found.append(here)
    return found


def _scan(text: str) -> Iterator[Quotation]:
    text = _DOUBLED.sub('"\0', text)
    start, closing, inner = -1, "", ""
    for i, char in enumerate(text):
        if start < 0:
            if opened := _opened(text, i):
                start, closing, inner = i, opened, ""
        elif inner and char in inner:
            inner = ""
        elif not inner and char in _PAIRS and char not in closing and _may_open(text, i):
            inner = _PAIRS[char]
        elif char in closing and _may_close(text, i, char):
            yield Quotation(start, i + 1, closed=True)
            start = -1
    if start >= 0:
        yield Quotation(start, len(text), closed=False)


def _opened(text: str, i: int) -> str:
    """The marks that close the quotation that opens at a place; none if none opens there."""
    if not _may_open(text, i):
        return ""
    closing = _SINGLE.get(text[i], "")
    if closing:
        return closing if _closes_later(text, i, closing) else ""
    return _PAIRS.get(text[i], "")


def _may_open(text: str, i: int) -> bool:
    before, after = text[i - 1 : i], text[i + 1 : i + 2]
    return bool(after) and not after.isspace() and not (before.isalnum() and text[i] in "\"'‘")


def _may_close(text: str, i: int, char: str) -> bool:
    if char in ("'", "’"):
        return not text[i + 1 : i + 2].isalnum()
    return char != '"' or not text[i - 1 : i].isspace() or not text[i + 1 : i + 2].isalnum()


def _closes_later(text: str, i: int, closing: str) -> bool:
    """Whether a single mark opens a quotation and is not an apostrophe.

    Its partner then follows at the end of a word, after at least two words.
    """
    end = next(
        (j for j in range(i + 2, len(text)) if text[j] == closing and _may_close(text, j, closing)),
        -1,
    )
    return end > 0 and " " in text[i:end]


def kind(text: str, quotation: Quotation) -> Literal["speech", "scare"]:
    """Whether the quotation is speech, or scare quotes around a word or name."""
    inside = text[quotation.start + 1 : quotation.end - quotation.closed].strip()
    ends = (
        inside.endswith((".", "!", "?", "…", ",")) or text[quotation.end : quotation.end + 1] == ","
    )
    return (
        "speech"
        if len(inside.split()) >= MIN_WORDS or (ends and len(inside.split()) > 1)
        else "scare"
    )


def trim(text: str, start: int, end: int, *, drop: str = " ,;:.—–-") -> Span:
    """The range without blanks and loose punctuation at its edges.

    A quotation mark or a bracket stays with its words.
    """
    while start < end and text[start] in drop:
        start += 1
    while end > start and text[end - 1] in drop:
        end -= 1
    return (start, end)
