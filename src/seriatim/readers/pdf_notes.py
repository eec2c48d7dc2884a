"""The footnotes of PDF pages, and the marks in the text that lead to them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from seriatim.readers.pdf_page import PageLine, by_column, plain_numbers

_NOTE = re.compile(r"(?P<mark>\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|[*†‡§¶]{1,3})(?P<stop>[.)]?\s*)(?=\S)")
_SMALLER = 0.93  # times the size of most letters: a footnote's
_SENTENCE_END = re.compile(r"[.!?][\"'”’)\]]*$")
_WIDE = 1.8  # times the usual distance of two lines
_FEW = 6  # lines
_SKIPPED = 5  # numbers that may be missing between two notes


@dataclass(slots=True)
class Note:
    """A footnote: its mark as plain characters, and its lines."""

    mark: str
    lines: list[PageLine] = field(default_factory=list)
    goes_on: bool = False  # it has no mark of its own and continues the one before


def footnotes(pages: Sequence[Sequence[PageLine]], furniture: set[int], body: float) -> list[Note]:
    """The footnotes of all pages, in order."""
    found: list[Note] = []
    for lines in pages:
        text = [line for line in lines if id(line) not in furniture and not line.row]
        marks = {mark for line in text for mark in _marks(line)}
        for column in by_column(text):
            found.extend(_notes(column, body, marks, found[-1] if found else None))
    return found


def _notes(
    column: Sequence[PageLine], body: float, marks: set[str], last: Note | None
) -> Iterator[Note]:
    """The notes at the foot of a column."""
    first = _first(column, body, marks, last)
    note: Note | None = None
    for line in column[first:]:
        match = _NOTE.match(line.text)
        mark = plain_numbers(match["mark"]) if match else ""
        if match and (note is None or _follows(mark, note.mark or (last.mark if last else ""))):
            if note:
                yield note
            note = Note(mark)
        elif note is None:
            note = Note(last.mark if last else "", goes_on=True)
        note.lines.append(line)
    if note:
        yield note


def _first(column: Sequence[PageLine], body: float, marks: set[str], last: Note | None) -> int:
    """The index of the first line of the notes; that after the last where there are none.

    It is smaller than the text and opens with a mark, or it opens with a raised mark that is
    also in the text.
    """
    small = len(column)
    while small > 0 and column[small - 1].size < _SMALLER * body:
        small -= 1
    for i, line in enumerate(column):
        match = _NOTE.match(line.text)
        if not match:
            continue
        mark = plain_numbers(match["mark"])
        known = mark in marks or _follows(mark, last.mark if last else "")
        raised = bool(line.marks) and line.marks[0][0] == 0
        if (i >= small and known) or (raised and mark in marks and _alone(column, i)):
            return _continued(column, i, small, last)
    return _continued(column, len(column), small, last)


def _alone(column: Sequence[PageLine], i: int) -> bool:
    """Whether a line stands at the foot of a column of text, or its mark is also above it."""
    mark = plain_numbers(column[i].text[slice(*column[i].marks[0])])
    return any(mark in _marks(line) for line in column[:i]) or i == 0


def _continued(column: Sequence[PageLine], first: int, small: int, last: Note | None) -> int:
    """The first line of a note that goes on from the page before, above the first new one."""
    if last is None or _SENTENCE_END.search(last.lines[-1].text):
        return first
    size = last.lines[-1].size
    if small < first and all(abs(line.size - size) < 0.3 for line in column[small:first]):
        return small
    return _set_off(column, first, last.lines[-1])


def _set_off(column: Sequence[PageLine], first: int, last: PageLine) -> int:
    """The line behind a wide gap that goes on in mid-sentence, where notes are as large as text."""
    gaps = [b.top - a.top for a, b in pairwise(column[:first])]
    if len(gaps) < _FEW or abs(last.size - column[0].size) > 0.3 or column[0].page != last.page + 1:
        return first
    wide = _WIDE * median(gaps)
    after = (i for i, gap in enumerate(gaps, 1) if gap > wide and column[i].text[0].islower())
    return next(after, first)


def _marks(line: PageLine) -> list[str]:
    """The superscripts of a line that do not open it."""
    return [
        plain_numbers(part)
        for start, end in line.marks
        if start > 0
        for part in line.text[start:end].split(",")
    ]


def _follows(mark: str, before: str) -> bool:
    """Whether a note's number may come after the one before it: each page may begin again at 1."""
    if not mark.isdigit() or not before.isdigit():
        return not mark.isdigit() or int(mark) <= _SKIPPED
    return mark == "1" or 0 < int(mark) - int(before) <= _SKIPPED


def opening(line: PageLine) -> int:
    """The number of characters of the mark that opens a note."""
    match = _NOTE.match(line.text)
    return match.end() if match else 0
