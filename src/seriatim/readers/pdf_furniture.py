"""The furniture of PDF pages: running heads and feet, page numbers and tables of contents."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from seriatim.lang import layout
from seriatim.readers.pdf_page import PageLine

_HEAD = 120  # characters of a running head, at most
_EDGE = 3  # lines at the top and at the bottom of a page that may be a running head
_LEADERS = re.compile(r"(?:[.·…_]\s?){4,}\s*(?:\d{1,4}|[ivxlc]{1,7}|[A-Z]-?\d{1,3})$")
_TO_PAGE = re.compile(r"[^\W\d].*\s(?:\d{1,4}|[ivxlc]{1,7})$")
_ENOUGH_LEADERS = 3  # lines: a page of contents, where others without leaders are too
_NUMBER = r"(?:\d{1,5}|[ivxlc]{1,7})"
_FIRST_NUMBER = re.compile(rf"{_NUMBER}\b(?!\.)")  # a full stop is a heading's
_LAST_NUMBER = re.compile(rf"\b{_NUMBER}$")
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_PAGE_NUMBER = re.compile(layout.PAGE_NUMBER, re.IGNORECASE)
_SCHEMES = "https?|file"
_PRINTED = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d.*"
    rf"|(?:{_SCHEMES})://\S+\s+\d+/\d+"
)  # by a browser, at the edges of a page

_Pages = Sequence[Sequence[PageLine]]


def furniture(pages: _Pages) -> set[int]:
    """The ids of the lines that are no text: by repetition, by number, by leaders, or turned."""
    by_height = [sorted((x for x in lines if not x.turned), key=lambda x: x.top) for lines in pages]
    edges = [[*lines[:_EDGE], *lines[_EDGE:][-_EDGE:]] for lines in by_height]
    turned = (line for lines in pages for line in lines if line.turned)
    found = {id(line) for line in (*_repeated(edges), *_page_numbers(edges), *turned)}
    for ordered in by_height:
        found.update(map(id, _below(ordered, found)))
    for lines in pages:
        found.update(map(id, _contents(lines)))
    return found


def _page_numbers(edges: _Pages) -> Iterator[PageLine]:
    """The outermost lines that are page numbers, or hold a number that counts the pages."""
    outer = [line for edge in edges if edge for line in (edge[0], edge[-1])]
    counted = Counter(n for line in outer for n in _counting(line))
    for line in outer:
        if _is_page_number(line) or any(counted[n] >= 3 for n in _counting(line)):
            yield line


def _contents(lines: Sequence[PageLine]) -> Iterator[PageLine]:
    """The lines of a table of contents: with leaders, or as they stand under its heading."""
    leaders = [line for line in lines if _LEADERS.search(line.text)]
    titled = any(line.text.strip(" :").lower() in layout.CONTENTS_TITLES for line in lines)
    entries = [line for line in lines if _TO_PAGE.search(line.text) and len(line.text) <= _HEAD]
    yield from leaders
    if len(leaders) >= _ENOUGH_LEADERS and len(leaders) > 0.5 * len(lines):
        places = [i for i, line in enumerate(lines) if line is leaders[0] or line is leaders[-1]]
        yield from lines[places[0] : places[-1]]
    if len(leaders) >= _ENOUGH_LEADERS or (titled and len(entries) > 0.5 * len(lines)):
        yield from entries


def _below(lines: Sequence[PageLine], known: set[int]) -> Iterator[PageLine]:
    """What stands further out than a page's number or running foot."""
    edge = list(lines[-2 * _EDGE :])
    first = next((i for i, line in enumerate(edge) if id(line) in known), None)
    if first is not None and edge[first].top > 0.5 * lines[-1].bottom and first > 0:
        yield from edge[first:]


def _repeated(edges: _Pages) -> Iterator[PageLine]:
    """The short lines that are repeated at the edges of several pages.

    A running head is at the same height on each, with the same text except for numbers.
    """
    if len(edges) < 2:
        return
    seen = Counter(key for edge in edges for key in {_edge_key(line) for line in edge})
    enough = 2 if len(edges) < 6 else 3
    for line in (line for edge in edges for line in edge):
        if seen[_edge_key(line)] >= enough and len(line.text) <= _HEAD:
            yield line


def _is_page_number(line: PageLine) -> bool:
    """Whether a line is a page number, or what a browser prints at the edge of a page."""
    return bool(_PAGE_NUMBER.fullmatch(line.text) or _PRINTED.fullmatch(line.text))


def _counting(line: PageLine) -> set[int]:
    """The differences between the numbers at the ends of a short line and its page's number.

    Page numbers differ by the same amount on many pages.
    """
    if len(line.text) > _HEAD:
        return set()
    found = (
        re.match(_NUMBER + r"\b(?!\.)", line.text),
        re.search(r"\b" + _NUMBER + "$", line.text),
    )
    return {_value(m[0]) - line.page for m in found if m}


def _value(number: str) -> int:
    """The value of a number in digits or in small Roman numerals."""
    if number.isdecimal():
        return int(number)
    values = [_ROMAN[letter] for letter in number]
    following = [*values[1:], 0]
    return sum(-v if v < after else v for v, after in zip(values, following, strict=True))


def _edge_key(line: PageLine) -> tuple[str, int]:
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", line.text.lower()), round(line.top / 12)
