"""HTML elements → blocks, in one walk without recursion, as pages may be nested deeply."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from seriatim.model import Citation, Location, PassageKind, Span
from seriatim.readers import plain
from seriatim.readers.draft import Block, Page, shifted
from seriatim.readers.html_page import TEXT, is_boilerplate, walk
from seriatim.readers.links import target

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd",
        "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure",
        "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend",
        "li", "main", "menu", "ol", "p", "pre", "section", "summary", "table", "tbody", "td",
        "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip
_LISTS = frozenset({"ul", "ol", "dl", "menu", "dir"})
_LISTED = _LISTS | {"li", "dt", "dd"}
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_KINDS = _LISTED | _HEADINGS | {"blockquote"}
_LINKED = frozenset({"ul", "ol"})
_WHOLE = frozenset({"pre", "br", "sup"})
_NO_CELL_HOLDS = ("table table", "ul", "ol", "h1", "h2", "h3", "article", "section", "form")
_WHITE = re.compile(r"[ \t\n\r\f\v]+")
_LONG_CELL = 1500  # characters; cells of a table of facts are shorter
_MAX_PATH = 24  # steps of an element's path that are kept
_MAX_DEPTH = 12  # levels of a list that are indented further
_MAX_LEVEL = 40  # levels of a list that are distinguished: each item keeps all its parents


class _Open:
    """The block that is being written."""

    __slots__ = ("citations", "element", "kind", "level", "pieces", "start")

    def __init__(self, kind: PassageKind = "paragraph", level: int = 0) -> None:
        self.kind: PassageKind = kind
        self.level = level
        self.start = -1
        self.pieces: tuple[Span, ...] = ()
        self.citations: tuple[Citation, ...] = ()
        self.element = ""


class _Path:
    """The path to the current block element, with positions by tag (``ul[1]/li[3]``)."""

    def __init__(self) -> None:
        self.steps: list[str] = []
        # Of the elements in each open one; a dict only where there are some.
        self.counts: list[dict[str, int] | None] = [None]

    def enter(self, tag: str) -> None:
        counts = self.counts[-1]
        if counts is None:
            counts = self.counts[-1] = {}
        number = counts[tag] = counts.get(tag, 0) + 1
        self.steps.append(f"{tag}[{number}]")
        self.counts.append(None)

    def leave(self) -> None:
        self.steps.pop()
        self.counts.pop()

    def say(self) -> str:
        if len(self.steps) > _MAX_PATH:
            return "…/" + "/".join(self.steps[-_MAX_PATH:])
        return "/".join(self.steps)


class Walk:
    """One walk over the elements of a page; ``page`` is what it wrote.

    ``base`` is the address that relative links start from, ``entries`` the dated entries by
    element, ``notes`` where the page's own numbered notes lead; without ``located`` nothing is kept
    of where in the page a block stood.
    """

    def __init__(
        self,
        base: str | None = None,
        entries: dict[int, str] | None = None,
        notes: dict[str, str] | None = None,
        *,
        located: bool = True,
    ) -> None:
        self.page = Page()
        self.base = base
        self.entries = entries or {}
        self.notes = notes or {}
        self.block = _Open()
        # For each open list the number of its next item, or -1 for bullets.
        self.lists: list[int] = []
        self.links: list[tuple[int, str]] = []
        self.entry: list[str] = []
        self.quotes = 0
        self.rows: list[bool] = []  # for each open table: whether its rows are read as rows
        self.title = False
        self.root = 0
        self.path = _Path() if located else None
        self.marker = ""
        self.cell = False  # the next word opens a cell of its row
        self.space = False  # the next word is set off by a space
        self.breaks = 0  # line breaks since the last word

    def read(self, root: LexborNode, *, title: bool = False) -> None:
        """Write the text of an element and its descendants."""
        self.title = title
        self.root = root.mem_id
        walk(root, self._enter, self._leave)
        self._flush()
        self.title = False

    def _enter(self, node: LexborNode, tag: str) -> bool:
        """Begin an element; whether to go on into it."""
        if tag == TEXT:
            self._write(node.text_content or "")
            return False
        if (
            is_boilerplate(node, tag) or (tag in _LINKED and self._is_link_list(node))
        ) and node.mem_id != self.root:
            return False
        if tag in _WHOLE and self._whole(node, tag):
            return False
        if self.entries and node.mem_id in self.entries:
            self._flush()
            self.entry.append(self.entries[node.mem_id])
        if tag == "a":
            self.links.append((-1, target(node.attributes.get("href") or "", self.base) or ""))
        elif tag in _BLOCKS:
            if self.path:
                self.path.enter(tag)
            self._begin(node, tag)
        return True

    def _whole(self, node: LexborNode, tag: str) -> bool:
        """Read an element without walking into it; whether it was one."""
        if tag == "pre":
            self._preformatted(node)
        elif tag == "br":
            self._break(node)
        else:
            return self._note(node)
        return True

    def _leave(self, node: LexborNode, tag: str) -> None:
        if tag == "a" and self.links:
            start, url = self.links.pop()
            if url and 0 <= start < self._words_end:
                self.block.citations += (Citation((start, self._words_end), url),)
        elif tag in _BLOCKS:
            self._end(tag)
            if self.path:
                self.path.leave()
        if self.entry and node.mem_id in self.entries:
            self._flush()
            self.entry.pop()

    def _begin(self, node: LexborNode, tag: str) -> None:
        """Begin a block element."""
        if tag == "table":
            self._flush()
            self.rows.append(_is_data(node))
        elif self.rows and self.rows[-1] and tag != "caption":
            self._begin_in_table(node, tag)
        else:
            self._flush()
            if tag in _KINDS:
                self._begin_block(node, tag)

    def _begin_in_table(self, node: LexborNode, tag: str) -> None:
        if tag == "tr":
            self._flush()
            cells = [c.tag for c in node.iter() if c.tag in ("td", "th")]
            self.block = _Open("header" if cells and set(cells) == {"th"} else "row")
        elif tag in ("td", "th"):
            self.cell = True
        else:
            self.space = True

    def _begin_block(self, node: LexborNode, tag: str) -> None:
        if tag in _LISTS:
            self.lists.append(_start(node) if tag == "ol" else -1)
        elif tag in ("li", "dt"):
            self.block = _Open("item", max(self._level(), 1))
            self.marker = self._marker() if tag == "li" else ""
        elif tag == "dd":
            self.lists.append(-1)
            self.block = _Open("item", self._level())
            self.marker = ""
        elif tag == "blockquote":
            self.quotes += 1
            self.block.kind = "quote" if self.block.kind == "paragraph" else self.block.kind
        elif self._is_title(tag):
            self.block = _Open("title")
        elif tag in _HEADINGS:
            self.block = _Open("heading", int(tag[1]))

    def _is_title(self, tag: str) -> bool:
        """Whether a heading is the page's title: the first one, if of the first level."""
        headings = (b for b in self.page.blocks if b.kind in ("title", "heading"))
        return tag == "h1" and (self.title or next(headings, None) is None)

    def _end(self, tag: str) -> None:
        if self.rows and self.rows[-1] and tag not in ("tr", "caption", "table"):
            self.space = True
            return
        self._flush(closing=tag in _LISTED)
        if tag == "table" and self.rows:
            self.rows.pop()
        elif (tag in _LISTS or tag == "dd") and self.lists:
            self.lists.pop()
        elif tag == "blockquote":
            self.quotes -= 1

    def _level(self) -> int:
        return min(len(self.lists), _MAX_LEVEL)

    def _marker(self) -> str:
        if not self.lists or self.lists[-1] < 0:
            return "• "
        number = self.lists[-1]
        self.lists[-1] += 1
        return f"{number}. "

    def _write(self, raw: str) -> None:
        """Add running text: white space is folded, and written only before the next word."""
        words = raw if raw.isprintable() and "  " not in raw else _WHITE.sub(" ", raw)
        stripped = words.strip(" ")
        if not stripped:
            self.space = self.space or bool(words)
            return
        page = self.page
        if self.block.start < 0:
            self._open()
        elif self.cell:
            self._next_cell()
        elif self.space or words[0] == " ":
            page.write(" ")
        self.cell, self.space, self.breaks = False, words[-1] == " ", 0
        if self.links:
            self.links = [(page.length if start < 0 else start, url) for start, url in self.links]
        page.write(stripped)

    def _open(self) -> None:
        """Set the block off from the one before, with its bullet."""
        block, before = self.block, self.page.blocks[-1] if self.page.blocks else None
        listed = before is not None and before.kind == block.kind in ("item", "row")
        table = before is not None and before.kind == "header" and block.kind == "row"
        self.page.gap(tight=listed or table)
        if block.kind == "item":
            self.page.write("  " * min(block.level - 1, _MAX_DEPTH) + self.marker)
        elif block.level and block.kind == "paragraph":
            self.page.write("  " * min(block.level, _MAX_DEPTH))
        block.start = self.page.length
        if self.path:
            block.element = self.path.say()

    @property
    def _words_end(self) -> int:
        """The end of what was written, without the line breaks after the last word."""
        return self.page.length - self.breaks

    def _next_cell(self) -> None:
        self.page.write(" ")
        self.block.pieces += ((self.block.start, self.page.length),)
        self.page.write("| ")
        self.block.start = self.page.length

    def _break(self, node: LexborNode) -> None:
        """Write a line break; two in a row separate paragraphs."""
        following = node.next
        while (
            following is not None
            and following.is_text_node
            and not (following.text_content or "").strip()
        ):
            following = following.next
        if following is not None and following.tag == "br" and not (self.rows and self.rows[-1]):
            self._flush()
        elif self.block.start >= 0:
            self.page.write("\n")
            self.space = False
            self.breaks += 1

    def _note(self, node: LexborNode) -> bool:
        """Cite what a numbered note cites by the words before it; whether the node is one."""
        links = node.css("a[href]")
        leads = [href for a in links if (href := a.attributes.get("href") or "").startswith("#")]
        if not leads or len(node.text().strip()) > 12:
            return False
        for href in leads:
            if href in self.notes and self.block.start >= 0:
                self.block.citations += (
                    Citation((self.block.start, self._words_end), self.notes[href]),
                )
        return True

    def _is_link_list(self, node: LexborNode) -> bool:
        """Whether a list has short links only: a menu that is not marked up as one."""
        if self.lists:
            return False
        links = [" ".join(a.text().split()) for a in node.css("a")]
        linked = sum(map(len, links))
        return (
            len(links) >= 3
            and linked < 30 * len(links)
            and linked >= 0.9 * len(" ".join(node.text().split()))
        )

    def _preformatted(self, node: LexborNode) -> None:
        """Read preformatted text as plain text."""
        self._flush()
        self.page.gap(tight=False)
        text = node.text().strip("\n")
        start, _ = self.page.write(text)
        self.page.blocks.extend(
            replace(shifted(b, start), published=self.entry[-1] if self.entry else None)
            for b in plain.blocks(text)
        )

    def _flush(self, *, closing: bool = False) -> None:
        """End the block that is being written, if it has begun, and make ready for the next."""
        if self.block.start >= 0:
            self._keep(self.block)
        elif self.block.kind == "item" and not closing:
            return  # its words are still to come, in a paragraph of their own
        kind: PassageKind = "quote" if self.quotes else "paragraph"
        level = self._level() if self.lists else 0
        if self.block.start >= 0 or self.block.kind != kind or self.block.level != level:
            self.block = _Open(kind, level)
        self.cell = self.space = False

    def _keep(self, block: _Open) -> None:
        end = self._words_end
        self.breaks = 0
        cited = block.citations
        if self.links:
            cited += tuple(
                Citation((start, end), url) for start, url in self.links if url and start >= 0
            )
            self.links = [(-1, url) for _, url in self.links]
        pieces = (*block.pieces, (block.start, end))
        published = self.entry[-1] if self.entry else None
        self.page.blocks.append(
            Block(block.kind, pieces, block.level, cited, published, depth=self.quotes)
        )
        if self.path:
            self.page.locations.append(Location((pieces[0][0], end), element=block.element))


def _is_data(table: LexborNode) -> bool:
    """Whether a table holds data and is not there for layout."""
    if (
        table.attributes.get("role") == "presentation"
        or table.css_first(",".join(_NO_CELL_HOLDS)) is not None
    ):
        return False
    rows = [len(row.css("td, th")) for row in table.css("tr")]
    cells = table.css("td")
    return sum(n >= 2 for n in rows) >= 2 and not any(len(c.text()) > _LONG_CELL for c in cells)


def _start(node: LexborNode) -> int:
    value = (node.attributes.get("start") or "").strip()
    return int(value) if value.isascii() and value.isdigit() and len(value) < 7 else 1
