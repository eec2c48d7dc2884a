"""Lines of PDF pages → blocks: running heads, footnotes, paragraphs across columns and pages."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import groupby, pairwise

from seriatim.lang import layout
from seriatim.model import Citation, Location, PassageKind, Span
from seriatim.model.document import LAYOUT
from seriatim.readers import hyphens
from seriatim.readers import lines as plain_lines
from seriatim.readers.draft import Block, Page
from seriatim.readers.headings import is_heading
from seriatim.readers.headings import is_numbered as is_numbered_heading
from seriatim.readers.pdf_furniture import furniture
from seriatim.readers.pdf_notes import Note, footnotes
from seriatim.readers.pdf_page import PageLine, plain_numbers
from seriatim.readers.pdf_tables import number, with_tables
from seriatim.readers.units import Lists

_LARGER = 1.12  # times the size of most letters: a heading's
_OWN_LETTERS = 400
_OWN_SIZE = 0.6  # of a page's letters in another size than the document's: a letter before a report
_SENTENCE_END = re.compile(
    r"[.!?:;…][\"'”’)\]]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*$|[^\W\d][.!?][\"'”’)]*\d{1,3}$|[\"”]$"
)
_SENTENCE = re.compile(r"[.!?][\"'”’)\]⁰¹²³⁴⁵⁶⁷⁸⁹]*$")
_CAPTION = re.compile(layout.CAPTION, re.IGNORECASE)
_HEADING_WORDS = 14  # of a heading that ends like a sentence, fewer than these
_BEFORE_MARK = re.compile(r"(?:[^\W\d_]{4}|[.,;:!?”\"’)\]])\s?$")
_TEXT = ("paragraph", "item")
_BETWEEN = 16  # blocks of a picture or a table that may interrupt a sentence
_SHORT = 3  # words of a line that is more likely a label or a heading than a cut sentence
_CAPTION_LINES = 6
_CREDIT = re.compile(layout.CREDIT, re.IGNORECASE)
_LABEL = 0.95  # times the size of most letters: words in a picture
_LABELS = 3  # blocks in a row
_LABEL_LETTERS = 40
_CENTRED = 0.04  # of a column's width from its middle
_FIRST_LINES = 3  # paragraphs whose first line is set in alike


@dataclass(slots=True)
class _Group:
    """Lines that make up one block."""

    kind: PassageKind
    lines: list[PageLine]
    level: int = 0
    skip: int = 0  # characters of the bullet or the number
    apart: bool = False
    label: str = ""  # the number or sign of a footnote
    mark: Span | None = None  # where the text refers to it


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
    pages: dict[int, float] = field(default_factory=dict)  # size of pages with one of their own

    def size_of(self, line: PageLine) -> float:
        """The size of most letters around a line."""
        return self.pages.get(line.page, self.body)


def write(page: Page, pages: Sequence[Sequence[PageLine]]) -> None:
    """Write the pages' lines into the document, block by block, and the blocks.

    A paragraph that goes on over a page is written whole, before what stands between its parts.
    """
    edges = furniture(pages)
    pages = [with_tables(lines, edges) for lines in pages]
    order = _numbered(pages)
    groups = _all_groups(pages, edges)
    groups.sort(key=lambda g: order[id(g.lines[0])])
    for group in groups:
        _write_lines(page, group.lines)
    body = [line for g in groups if g.kind not in LAYOUT for line in g.lines]
    marks = _marks(body)
    for group in groups:
        group.mark = _mark_of(group, marks)
    words = hyphens.words(line.text for g in groups for line in g.lines)
    tied = frozenset(g.mark for g in groups if g.mark) | _note_marks(body)
    page.blocks.extend(with_sources([_block(g, words, tied) for g in groups]))


def _all_groups(pages: Sequence[Sequence[PageLine]], edges: set[int]) -> list[_Group]:
    """The blocks of the text, of the notes and of the furniture."""
    text = [[line for line in lines if id(line) not in edges] for lines in pages]
    measures = _measure(text)
    notes = footnotes(pages, edges, measures.body)
    noted = {id(line) for note in notes for line in note.lines}
    body = [line for lines in text for line in lines if id(line) not in noted]
    apart = (line for lines in pages for line in lines if id(line) in edges)
    return [
        *_groups(body, measures),
        *(_Group("furniture", [line], apart=True) for line in apart),
        *_note_groups(notes),
    ]


def _numbered(pages: Sequence[Sequence[PageLine]]) -> dict[int, int]:
    """The place of each line in the document by its id; each gets its number on its page."""
    for lines in pages:
        for place, line in enumerate(lines, 1):
            line.number = place
    return {id(line): n for n, line in enumerate(x for lines in pages for x in lines)}


def _marks(body: Sequence[PageLine]) -> dict[tuple[int, str], Span]:
    """The spans of the superscripts in the text, by page and mark."""
    found: dict[tuple[int, str], Span] = {}
    for line in body:
        for start, end in line.marks:
            for part in re.finditer(r"[^,]+", line.text[start:end]):
                span = (line.start + start + part.start(), line.start + start + part.end())
                found.setdefault((line.page, plain_numbers(part[0])), span)
    return found


def _note_marks(body: Sequence[PageLine]) -> frozenset[Span]:
    """The superscripts behind a word or a stop, which lead to notes: powers follow short units."""
    return frozenset(
        (line.start + start, line.start + end)
        for line in body
        for start, end in line.marks
        if _BEFORE_MARK.search(line.text[:start])
    )


def _note_groups(notes: Sequence[Note]) -> list[_Group]:
    """The blocks of footnotes; one that goes on over a page is one."""
    found: list[_Group] = []
    for note in notes:
        if note.goes_on and found:
            found[-1].lines.extend(note.lines)
        else:
            found.append(_Group("footnote", list(note.lines), apart=True, label=note.mark))
    return found


def _mark_of(group: _Group, marks: dict[tuple[int, str], Span]) -> Span | None:
    """Where the text refers to a footnote: on its page, or on the one before."""
    page = group.lines[0].page
    if not group.label:
        return None
    return marks.get((page, group.label)) or marks.get((page - 1, group.label))


def with_sources(blocks: Sequence[Block]) -> list[Block]:
    """The blocks; the addresses in a footnote are citations of the text at its mark too."""
    cited = {b.mark: b.citations for b in blocks if b.mark and b.citations}
    return [
        replace(b, citations=(*b.citations, *found))
        if b.kind != "footnote"
        and (
            found := [
                Citation(mark, c.url)
                for mark, there in cited.items()
                if b.pieces[0][0] <= mark[0] < b.pieces[-1][1]
                for c in there
            ]
        )
        else b
        for b in blocks
    ]


def _write_lines(page: Page, lines: Sequence[PageLine]) -> None:
    for place, line in enumerate(lines):
        page.gap(tight=place > 0)
        line.start, line.end = page.write(line.text)
        box = (
            round(min(run.left for run in line.runs), 1),
            round(line.top, 1),
            round(line.right, 1),
            round(line.bottom, 1),
        )
        page.locations.append(Location((line.start, line.end), line.page, line.number, box=box))


def _measure(pages: Sequence[Sequence[PageLine]]) -> _Measures:
    sizes: Counter[float] = Counter()
    own: dict[int, float] = {}
    for lines in pages:
        here = _letters_by_size(lines)
        size, letters = here.most_common(1)[0] if here else (0.0, 0)
        if letters > max(_OWN_LETTERS, _OWN_SIZE * here.total()):
            own[lines[0].page] = size
        sizes.update(here)
    every = [line for lines in pages for line in lines]
    starts: Counter[int] = Counter()
    bold: Counter[bool] = Counter()
    margins: dict[tuple[int, int], tuple[float, float]] = {}
    for line in every:
        starts[round(line.left)] += len(line.text)
        bold[line.bold] += len(line.text)
        left, right = margins.get((line.page, line.column), (line.left, line.right))
        margins[line.page, line.column] = (min(left, line.left), max(right, line.right))
    return _Measures(
        sizes.most_common(1)[0][0] if sizes else 10.0,
        bold[True] > bold[False],
        {size: _leading(size, found) for size, found in _gaps(every).items()},
        float(starts.most_common(1)[0][0]) if starts else 0.0,
        margins,
        own,
    )


def _letters_by_size(lines: Sequence[PageLine]) -> Counter[float]:
    found: Counter[float] = Counter()
    for line in lines:
        found[_size(line)] += len(line.text)
    return found


def _gaps(lines: Sequence[PageLine]) -> dict[float, list[float]]:
    """The distances between lines of one size that follow one another in a column."""
    found: dict[float, list[float]] = {}
    for a, b in pairwise(lines):
        together = (a.page, a.column, _size(a)) == (b.page, b.column, _size(b))
        if together and 0 < b.top - a.top < 4 * a.size:
            found.setdefault(_size(a), []).append(b.top - a.top)
    return found


def _leading(size: float, gaps: Sequence[float]) -> float:
    """The leading within paragraphs: the lower quartile of the gaps.

    A few gaps may all lie between paragraphs, so that they are limited by the size.
    """
    found = sorted(gaps)[len(gaps) // 4]
    return found if len(gaps) >= 8 else min(found, 1.35 * size)


def _size(line: PageLine) -> float:
    return round(line.size * 2) / 2


def _groups(body: Sequence[PageLine], measures: _Measures) -> list[_Group]:
    groups: list[_Group] = []
    lists = Lists()
    for line in body:
        last = groups[-1] if groups else None
        if line.row:
            if last and last.lines[0].row == line.row and last.lines[0].page == line.page:
                last.lines.append(line)
            else:
                lists.leave()
                groups.append(_Group("header" if line.head else "row", [line]))
        else:
            _take(groups, line, lists, measures)
    _mark_captions(groups, measures)
    _mark_labels(groups, measures)
    groups = _rejoined(groups, measures)
    _mark_headings(groups, measures)
    _mark_indented(groups, measures)
    return groups


def _rejoined(groups: Sequence[_Group], measures: _Measures) -> list[_Group]:
    """The groups, with a sentence that a table, a picture or a page's end interrupts as one."""
    found: list[_Group] = []
    for group in groups:
        before = next((g for g in reversed(found[-_BETWEEN:]) if g.kind in _TEXT), None)
        between = before is not None and before is not found[-1]
        if before and _goes_on_after(before, group, measures, between=between):
            before.lines.extend(group.lines)
        else:
            found.append(group)
    return found


def _goes_on_after(group: _Group, following: _Group, measures: _Measures, *, between: bool) -> bool:
    """Whether a block goes on with one that was cut in mid-sentence, by a table or a page's end."""
    last, line = group.lines[-1], following.lines[0]
    if following.kind != "paragraph" or following.skip or _SENTENCE_END.search(last.text):
        return False
    moved = between or (last.page, last.column) != (line.page, line.column)
    alike = abs(last.size - line.size) < 0.5 and last.bold == line.bold
    whole = len(group.lines) > 1 or len(last.text.split()) > _SHORT
    full = not _is_short(last, measures) and len(following.lines) > 1
    return (
        moved
        and alike
        and whole
        and 0 <= line.page - last.page <= 1
        and (line.text[0].islower() or full)
    )


def _mark_captions(groups: Sequence[_Group], measures: _Measures) -> None:
    for group in groups:
        line = group.lines[0]
        if group.kind not in ("paragraph", "item") or len(group.lines) > _CAPTION_LINES:
            continue
        small = line.size < _LABEL * measures.body
        if _CAPTION.match(line.text) or (small and _CREDIT.match(line.text)):
            group.kind, group.level, group.apart = "caption", 0, True


def _mark_labels(groups: Sequence[_Group], measures: _Measures) -> None:
    """Mark the words in a picture and the numbers on its axes as furniture."""
    labels = [_may_be_label(g, measures) for g in groups]
    for is_label, run in groupby(zip(groups, labels, strict=True), key=lambda pair: pair[1]):
        found = [group for group, _ in run] if is_label else []
        for group in found if len(found) >= _LABELS else []:
            group.kind, group.level, group.apart = "furniture", 0, True


def _may_be_label(group: _Group, measures: _Measures) -> bool:
    """Whether a block is a few words in small type, or numbers alone, without a full stop."""
    text = " ".join(line.text for line in group.lines)
    if group.kind not in ("paragraph", "item") or _SENTENCE.search(text):
        return False
    if not any(c.isalpha() and c.islower() for c in text) and len(text) < _LABEL_LETTERS:
        return sum(c.isdigit() for c in text) > 0
    small = all(line.size < _LABEL * measures.body for line in group.lines)
    return small and len(text) < 2 * _LABEL_LETTERS


def _take(groups: list[_Group], line: PageLine, lists: Lists, measures: _Measures) -> None:
    """Add a line to the last block, or begin an item or a paragraph with it."""
    last = groups[-1] if groups else None
    joined = last is not None and not last.lines[0].row and _goes_on(last, line, measures)
    as_plain = _as_plain(line, measures)
    is_large = line.size >= _LARGER * measures.size_of(line)
    skip = 0 if is_large or line.bold else number(line)
    item = None if is_large else lists.item(as_plain, first=not joined)
    if item:
        groups.append(_Group("item", [line], item.level, item.words))
    elif skip:
        lists.leave()
        groups.append(_Group("paragraph", [line], skip=skip))
        line.left = line.runs[1].left if len(line.runs) > 1 else line.left + skip * line.letter
    elif joined and last:
        last.lines.append(line)
    else:
        inside = lists.inside(as_plain) if last and last.level else lists.leave()
        groups.append(_Group("paragraph", [line], inside))


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
    if (last.page, last.column) != (line.page, line.column):
        return _goes_on_over_a_break(group, line, measures)
    if line.top - last.top > 1.4 * measures.leading.get(_size(line), 1.25 * line.size):
        return False
    ends = bool(_SENTENCE_END.search(last.text))
    left, _ = measures.margins[line.page, line.column]
    indented = line.left - left > 0.8 * line.size and line.left - last.left > 0.8 * line.size
    if group.kind == "item":
        return not (ends and line.left < group.lines[0].left + 1)
    if indented and (ends or len(group.lines) > 1):
        return False
    return not (ends and _would_have_fitted(last, line, measures))


def _goes_on_over_a_break(group: _Group, line: PageLine, measures: _Measures) -> bool:
    """Whether the first line of a column or page goes on with the last block of the one before."""
    last = group.lines[-1]
    if _SENTENCE_END.search(last.text) or last.bold:
        return False
    if line.size >= _LARGER * measures.size_of(line):  # headings of two pages
        return False
    hanging = 2 if len(group.lines) == 1 else -2
    if group.kind == "item" and last.page != line.page and line.left < last.left + hanging:
        return False
    return line.text[0].islower() or not _is_short(last, measures)


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
    first_lines = Counter(
        round(g.lines[0].left - g.lines[1].left)
        for g in groups
        if g.kind == "paragraph" and len(g.lines) > 1
    )
    inset = [
        _is_inset(g, measures, first_lines) and not centred
        for g, centred in zip(groups, _centred(groups, measures), strict=True)
    ]
    for is_inset, run in groupby(zip(groups, inset, strict=True), key=lambda pair: pair[1]):
        items = [group for group, _ in run] if is_inset else []
        if len(items) > 1:
            _mark_items(items, measures.body)


def _mark_items(groups: Sequence[_Group], size: float) -> None:
    steps = sorted({round(g.lines[0].left / size) for g in groups})
    for group in groups:
        group.kind, group.level = "item", 1 + steps.index(round(group.lines[0].left / size))


def _centred(groups: Sequence[_Group], measures: _Measures) -> list[bool]:
    """For each group, whether it and a neighbour are centred: one alone may be so by chance."""
    alone = [_is_centred(g, measures) for g in groups]
    beside = zip(alone, [False, *alone], [*alone[1:], False], strict=False)
    return [here and (above or below) for here, above, below in beside]


def _is_inset(group: _Group, measures: _Measures, first_lines: Counter[int]) -> bool:
    """Whether all of a paragraph is set in, not its first line alone."""
    line = group.lines[0]
    inset = min(x.left for x in group.lines[:2]) - measures.usual
    if group.kind != "paragraph" or group.level or group.skip or line.column != 0:
        return False
    if inset <= 1.5 * measures.body:
        return False
    alike = sum(n for step, n in first_lines.items() if abs(step - inset) < 3)
    return len(group.lines) > 1 or alike < _FIRST_LINES


def _is_centred(group: _Group, measures: _Measures) -> bool:
    left, right = measures.margins[group.lines[0].page, group.lines[0].column]
    middle = (left + right) / 2
    return all(
        abs((x.left + x.right) / 2 - middle) < _CENTRED * (right - left) for x in group.lines
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
    larger = group.lines[0].size >= _LARGER * measures.size_of(group.lines[0])
    bolder = all(line.bold for line in group.lines) and not measures.bold
    if larger or bolder:
        told = len(text.split()) >= _HEADING_WORDS and _SENTENCE.search(text)
        return not (told or text[0].islower()) if larger else not text.endswith((".", ",", ":"))
    if len(group.lines) > 1 or not is_heading(text):
        return False
    return is_numbered_heading(text) or _stands_alone(groups, i, measures)


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


def _block(group: _Group, words: Counter[str], tied: frozenset[Span]) -> Block:
    """The block of a group; the marks that lead to footnotes are no part of its sentences."""
    pieces: list[Span] = []
    at = group.lines[0].start + group.skip
    for line, following in pairwise(group.lines):
        glued = hyphens.kept(line.text, following.text, words)
        if glued is not None or following.start != line.end + 1:
            pieces.append((at, line.end + 1 if glued is None else line.start + glued))
            at = following.start
    pieces.append((at, group.lines[-1].end))
    links = tuple(Citation(span, url) for line in group.lines for span, url in _links(line))
    inside = [m for m in tied if pieces[0][0] < m[0] and m[1] <= pieces[-1][1]]
    spans = tuple(_without(pieces, sorted(inside)))
    return Block(group.kind, spans, group.level, links, apart=group.apart, mark=group.mark)


def _without(pieces: Sequence[Span], marks: Sequence[Span]) -> Iterator[Span]:
    """The pieces without the marks."""
    for start, end in pieces:
        at = start
        for mark in marks:
            if start <= mark[0] < end:
                if mark[0] > at:
                    yield at, mark[0]
                at = mark[1]
        if at < end:
            yield at, end


def _links(line: PageLine) -> list[tuple[Span, str]]:
    found: list[tuple[Span, str]] = []
    at = line.start
    for run in line.runs:
        found.extend(
            ((at + first, at + last), url) for first, last, url in run.links if last > first
        )
        at += len(run.text) + 1
    return found
