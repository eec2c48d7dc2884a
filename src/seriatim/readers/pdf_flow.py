"""Lines of PDF pages → blocks: running heads, footnotes, paragraphs across columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby, pairwise

from seriatim.lang import layout
from seriatim.model import Citation, Location, PassageKind, Span
from seriatim.readers import hyphens
from seriatim.readers import lines as plain_lines
from seriatim.readers.draft import Block, Page
from seriatim.readers.headings import is_heading, is_numbered
from seriatim.readers.pdf_page import PageLine
from seriatim.readers.units import Lists

_HEAD = 120  # characters of a running head, at most
# A line of a table of contents.
_CONTENTS = re.compile(r"(?:\.\s?){5,}\s*(?:\d{1,4}|[ivxlc]{1,7})$")
_LARGER = 1.12  # times the size of most letters: a heading's
_EDGE = 3  # lines at the top and at the bottom of a page that may be a running head
_PAGE_NUMBER = re.compile(layout.PAGE_NUMBER, re.IGNORECASE)
_SCHEMES = "https?|file"
_PRINTED = re.compile(
    r"\d{1,2}[/.]\d{1,2}[/.]\d{2,4}, \d{1,2}:\d\d.*"
    rf"|(?:{_SCHEMES})://\S+\s+\d+/\d+"
)  # by a browser, at the edges of a page
_NOTE = re.compile(r"(?:\d{1,3}|[*†‡§¶]{1,3})[.)]?\s*\S")
_SENTENCE_END = re.compile(r"[.!?:;…][\"'”’)\]\d]*$|[\"”]$")


@dataclass(slots=True)
class _Group:
    """Lines that make up one block."""

    kind: PassageKind
    lines: list[PageLine]
    level: int = 0
    skip: int = 0  # characters of the bullet
    apart: bool = False


@dataclass(frozen=True, slots=True)
class _Measures:
    """The usual sizes and margins of a document's lines."""

    body: float  # size of most of its letters
    bold: bool  # whether most of it is bold
    leading: dict[float, float]  # from line to line, by size
    usual: float  # where most lines start
    margins: dict[tuple[int, int], tuple[float, float]] = field(
        default_factory=dict
    )  # left and right, by page and column


def write(page: Page, pages: Sequence[Sequence[PageLine]]) -> None:
    """Write the pages' lines into the document, and the blocks that they make up."""
    _write_lines(page, pages)
    measures = _measure(pages)
    furniture = _furniture(pages)
    notes = _footnotes(pages, furniture, measures)
    body = [
        line
        for lines in pages
        for line in lines
        if id(line) not in furniture and id(line) not in notes
    ]
    apart = [
        _Group("header", [line], apart=True)
        for lines in pages
        for line in lines
        if id(line) in furniture
    ]
    apart += _note_groups([line for lines in pages for line in lines if id(line) in notes])
    groups = [*_groups(body, measures), *apart]
    words = hyphens.words(line.text for lines in pages for line in lines)
    page.blocks.extend(sorted((_block(g, words) for g in groups), key=lambda b: b.pieces[0][0]))


def _write_lines(page: Page, pages: Sequence[Sequence[PageLine]]) -> None:
    for lines in pages:
        for number, line in enumerate(lines, 1):
            page.gap(tight=number > 1)
            line.number = number
            line.start, line.end = page.write(line.text)
            box = (
                round(line.left, 1),
                round(line.top, 1),
                round(line.right, 1),
                round(line.bottom, 1),
            )
            page.locations.append(Location((line.start, line.end), line.page, number, box=box))


def _measure(pages: Sequence[Sequence[PageLine]]) -> _Measures:
    sizes: Counter[float] = Counter()
    starts: Counter[int] = Counter()
    bold: Counter[bool] = Counter()
    gaps: dict[float, list[float]] = {}
    margins: dict[tuple[int, int], tuple[float, float]] = {}
    for lines in pages:
        for line in lines:
            sizes[_size(line)] += len(line.text)
            starts[round(line.left)] += len(line.text)
            bold[line.bold] += len(line.text)
            left, right = margins.get((line.page, line.column), (line.left, line.right))
            margins[line.page, line.column] = (min(left, line.left), max(right, line.right))
        for a, b in pairwise(lines):
            if a.column == b.column and _size(a) == _size(b) and 0 < b.top - a.top < 4 * a.size:
                gaps.setdefault(_size(a), []).append(b.top - a.top)
    body = sizes.most_common(1)[0][0] if sizes else 10.0
    usual = float(starts.most_common(1)[0][0]) if starts else 0.0
    return _Measures(
        body,
        bold[True] > bold[False],
        {size: _leading(size, found) for size, found in gaps.items()},
        usual,
        margins,
    )


def _leading(size: float, gaps: Sequence[float]) -> float:
    """The leading within paragraphs: the lower quartile of the gaps.

    A few gaps may all lie between paragraphs, so that they are limited by the size.
    """
    found = sorted(gaps)[len(gaps) // 4]
    return found if len(gaps) >= 8 else min(found, 1.35 * size)


def _size(line: PageLine) -> float:
    return round(line.size * 2) / 2


def _furniture(pages: Sequence[Sequence[PageLine]]) -> set[int]:
    """The ids of running heads and feet, page numbers and lines of tables of contents.

    A running head is at the same height on several pages, with the same text except for numbers.
    """
    by_height = (sorted(lines, key=lambda x: x.top) for lines in pages)
    edges = [[*lines[:_EDGE], *lines[_EDGE:][-_EDGE:]] for lines in by_height]
    outer = [line for edge in edges if edge for line in (edge[0], edge[-1])]
    counted = Counter(n for line in outer for n in _counting(line))
    numbers = (
        line
        for line in outer
        if _is_page_number(line) or any(counted[n] >= 3 for n in _counting(line))
    )
    contents = (line for lines in pages for line in lines if _CONTENTS.search(line.text))
    return {id(line) for line in (*_repeated(edges), *numbers, *contents)}


def _repeated(edges: Sequence[Sequence[PageLine]]) -> Iterator[PageLine]:
    """The short lines that are repeated at the edges of several pages."""
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
    ends = [
        m[0] for m in (re.match(r"\d{1,4}\b", line.text), re.search(r"\b\d{1,4}$", line.text)) if m
    ]
    return {int(n) - line.page for n in ends} if len(line.text) <= _HEAD else set()


def _edge_key(line: PageLine) -> tuple[str, int]:
    return re.sub(r"\d+|\b[ivxlc]+\b", "#", line.text.lower()), round(line.top / 12)


def _footnotes(
    pages: Sequence[Sequence[PageLine]], furniture: set[int], measures: _Measures
) -> set[int]:
    """The ids of the lines of footnotes."""
    found: set[int] = set()
    for lines in pages:
        columns: dict[int, list[PageLine]] = {}
        for line in lines:
            if id(line) not in furniture:
                columns.setdefault(line.column, []).append(line)
        for column in columns.values():
            found.update(map(id, _notes(column, measures)))
    return found


def _notes(column: Sequence[PageLine], measures: _Measures) -> Sequence[PageLine]:
    """The smaller lines at the foot of a column, from the first with a number or sign."""
    small = len(column)
    while small > 0 and column[small - 1].size < 0.93 * measures.body:
        small -= 1
    opening = (i for i in range(small, len(column)) if _NOTE.match(column[i].text))
    first = next(opening, len(column))
    return column[first:] if first > 0 else ()


def _note_groups(lines: Sequence[PageLine]) -> list[_Group]:
    groups: list[_Group] = []
    for line in lines:
        if not groups or _NOTE.match(line.text) or groups[-1].lines[-1].page != line.page:
            groups.append(_Group("paragraph", [line], apart=True))
        else:
            groups[-1].lines.append(line)
    return groups


def _groups(body: Sequence[PageLine], measures: _Measures) -> list[_Group]:
    groups: list[_Group] = []
    lists = Lists()
    cells = _second_cells(body)
    for line in body:
        last = groups[-1] if groups else None
        if id(line) in cells:
            lists.leave()
            groups.append(_Group("row", [line]))
        elif last and _is_in_row(line, last, cells):
            last.lines.append(line)
        else:
            _take(groups, line, lists, measures)
    _mark_headings(groups, measures)
    _mark_indented(groups, measures)
    return groups


def _is_in_row(line: PageLine, last: _Group, cells: Mapping[int, float]) -> bool:
    """Whether a line continues the second cell of a row."""
    first = last.lines[0]
    return last.kind == "row" and line.page == first.page and line.left > cells[id(first)] - 2


def _take(groups: list[_Group], line: PageLine, lists: Lists, measures: _Measures) -> None:
    """Add a line to the last block, or begin an item or a paragraph with it."""
    last = groups[-1] if groups else None
    joined = last is not None and _goes_on(last, line, measures)
    as_plain = _as_plain(line, measures)
    is_large = line.size >= _LARGER * measures.body
    item = None if is_large else lists.item(as_plain, first=not joined)
    if item:
        groups.append(_Group("item", [line], item.level, item.words))
    elif joined and last:
        last.lines.append(line)
    else:
        inside = lists.inside(as_plain) if last and last.level else lists.leave()
        groups.append(_Group("paragraph", [line], inside))


def _second_cells(body: Sequence[PageLine]) -> dict[int, float]:
    """The left edge of the second cell of table rows, at least three of which are aligned."""
    found: dict[int, float] = {}
    run: list[tuple[PageLine, float]] = []
    for line in body:
        second = line.runs[1].left if len(line.runs) > 1 else None
        if second is not None:
            run = [*(run if _is_aligned(line, second, run) else []), (line, second)]
        elif run and line.left <= run[-1][1] - 2:
            run = []
        if len(run) >= 3:
            found.update((id(row), place) for row, place in run)
    return found


def _is_aligned(line: PageLine, second: float, run: Sequence[tuple[PageLine, float]]) -> bool:
    """Whether the second cell of a line is aligned with that of the row before it."""
    return bool(run) and abs(second - run[-1][1]) < 3 and line.page == run[-1][0].page


def _as_plain(line: PageLine, measures: _Measures) -> plain_lines.Line:
    """The line as one of a plain text: its indent in columns of half a letter's height."""
    left, _ = measures.margins[line.page, line.column]
    return plain_lines.Line(
        line.start, line.end, line.text, round((line.left - left) / (0.5 * measures.body))
    )


def _goes_on(group: _Group, line: PageLine, measures: _Measures) -> bool:
    """Whether a line goes on with the block before it."""
    last = group.lines[-1]
    if abs(last.size - line.size) > 0.75 or (
        last.bold != line.bold and (_is_short(last, measures) or last.bold)
    ):
        return False
    ends = bool(_SENTENCE_END.search(last.text))
    if (last.page, last.column) != (line.page, line.column):
        return (
            not ends
            and not last.bold
            and not (_is_short(last, measures) and not line.text[0].islower())
        )
    if line.top - last.top > 1.4 * measures.leading.get(_size(line), 1.25 * line.size):
        return False
    left, _ = measures.margins[line.page, line.column]
    indented = line.left - left > 0.8 * line.size and line.left - last.left > 0.8 * line.size
    if group.kind == "item":
        return not (ends and line.left < group.lines[0].left + 1)
    if indented and (ends or len(group.lines) > 1):
        return False
    return not (ends and _would_have_fitted(last, line, measures))


def _would_have_fitted(last: PageLine, line: PageLine, measures: _Measures) -> bool:
    """Whether the line's first word had room at the end of the line before."""
    _, right = measures.margins[last.page, last.column]
    return last.right + (len(line.text.split(maxsplit=1)[0]) + 2) * line.letter < right


def _is_short(line: PageLine, measures: _Measures) -> bool:
    left, right = measures.margins[line.page, line.column]
    return line.right < left + 0.75 * (right - left)


def _mark_headings(groups: list[_Group], measures: _Measures) -> None:
    """Mark short blocks in larger or bolder type, and separate lines, as headings."""
    headings = [
        g
        for i, g in enumerate(groups)
        if g.kind == "paragraph" and not g.level and _is_heading(groups, i, measures)
    ]
    sizes = sorted({_size(g.lines[0]) for g in headings}, reverse=True)
    for group in headings:
        group.kind, group.level = "heading", sizes.index(_size(group.lines[0])) + 1
    first = groups[0] if groups else None
    if (
        first
        and first.kind == "heading"
        and first.level == 1
        and sum(g.kind == "heading" and g.level == 1 for g in groups) == 1
    ):
        first.kind, first.level = "title", 0


def _mark_indented(groups: Sequence[_Group], measures: _Measures) -> None:
    """Mark two or more indented paragraphs in a row as items.

    Browsers draw bullets, and do not print them as text.
    """
    inset = [
        g.kind == "paragraph"
        and not g.level
        and g.lines[0].column == 0
        and g.lines[0].left > measures.usual + 1.5 * measures.body
        for g in groups
    ]
    for is_inset, run in groupby(zip(groups, inset, strict=True), key=lambda pair: pair[1]):
        items = [group for group, _ in run] if is_inset else []
        steps = sorted({round(g.lines[0].left / measures.body) for g in items})
        for group in items if len(items) > 1 else []:
            group.kind, group.level = (
                "item",
                1 + steps.index(round(group.lines[0].left / measures.body)),
            )


def _is_heading(groups: Sequence[_Group], i: int, measures: _Measures) -> bool:
    group = groups[i]
    text = " ".join(line.text for line in group.lines)
    if (
        len(group.lines) > 3
        or len(text) > 200
        or i == len(groups) - 1
        or not any(c.isalpha() for c in text)
    ):
        return False
    larger = group.lines[0].size >= _LARGER * measures.body
    bolder = all(line.bold for line in group.lines) and not measures.bold
    if larger or bolder:
        return larger or not text.endswith((".", ",", ":"))
    if len(group.lines) > 1 or not is_heading(text):
        return False
    return is_numbered(text) or _stands_alone(groups, i, measures)


def _stands_alone(groups: Sequence[_Group], i: int, measures: _Measures) -> bool:
    """Whether the gap below, and above on the same page, is wider than between lines."""
    line, below = groups[i].lines[-1], groups[i + 1].lines[0]
    leading = 1.3 * measures.leading.get(_size(line), 1.25 * line.size)
    apart = below.page != line.page or below.column != line.column or below.top - line.top > leading
    above = groups[i - 1].lines[-1] if i else None
    return apart and (
        above is None
        or above.page != line.page
        or above.column != line.column
        or line.top - above.top > leading
    )


def _block(group: _Group, words: Counter[str]) -> Block:
    pieces: list[Span] = []
    at = group.lines[0].start + group.skip
    for line, following in pairwise(group.lines):
        glued = hyphens.kept(line.text, following.text, words)
        if glued is not None or following.start != line.end + 1:
            pieces.append((at, line.end + 1 if glued is None else line.start + glued))
            at = following.start
    pieces.append((at, group.lines[-1].end))
    links = tuple(Citation(span, url) for line in group.lines for span, url in _links(line))
    return Block(group.kind, tuple(pieces), group.level, links, apart=group.apart)


def _links(line: PageLine) -> list[tuple[Span, str]]:
    found: list[tuple[Span, str]] = []
    at = line.start
    for run in line.runs:
        found.extend(
            ((at + first, at + last), url) for first, last, url in run.links if last > first
        )
        at += len(run.text) + 1
    return found
