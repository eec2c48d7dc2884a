"""Markdown → blocks: the file's own text, in pieces that leave its markup out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from seriatim.model import Citation, Span
from seriatim.readers.decode import decode
from seriatim.readers.draft import Block, Draft
from seriatim.readers.lines import Line, split
from seriatim.readers.links import WEB, target
from seriatim.readers.publication_date import find_date
from seriatim.readers.units import Lists, Unit, runs, take, usual_indent

_FRONT = re.compile(
    r"\A---[ \t]*\r?\n(?P<fields>(?:(?!---[ \t]*\r?$).*\r?\n){1,200})---[ \t]*(?:\r?\n|\Z)",
    re.MULTILINE,
)
_FIELD = re.compile(
    r"^(?P<key>[\w-]+):[ \t]*[\"']?(?P<value>[^\r\n]*?)[\"']?[ \t]*\r?$", re.MULTILINE
)
_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?P<words>.*?)(?:[ \t]+#+)?", re.DOTALL)
_CODE = re.compile(r"^(?P<fence>```+|~~~+).*?(?:^(?P=fence)|\Z)", re.MULTILINE | re.DOTALL)
_REFERENCE = re.compile(
    r"^ {0,3}\[(?P<label>[^\]\n]+)\]:[ \t]*<?(?P<url>[^\s>]+)>?.*$", re.MULTILINE
)
_INLINE = re.compile(
    r"\\(?P<escaped>[\\`*_{}\[\]()#+\-.!|<>~])"
    r"|!\[(?P<alt>[^\]\n]*)\]\([^()\s]*(?:[ \t]+\"[^\"]*\")?\)"
    r"|\[(?P<words>(?:[^\[\]]|\[[^\[\]]*\]){1,500})\]"
    r"(?:\((?P<url><[^<>\n]*>|(?:[^()\s]|\([^()\s]*\))*)(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)|\[(?P<label>[^\]\n]*)\])"
    rf"|<(?P<auto>{WEB}[^<>\s]+)>"
    r"|\[\^[^\]\s]{1,40}\]"
    r"|</?[a-zA-Z][^<>\n]{0,200}>"
    r"|(?P<marks>\*{1,3}|(?<!\w)_{1,3}(?=\S)|(?<=\S)_{1,3}(?!\w)|~~|`+)"
)
_DELIMITER = re.compile(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?")


def read(data: bytes, name: str) -> list[Draft]:  # noqa: ARG001 - every reader is called in the same way
    """One document with the file's own text; title and date come from its front matter."""
    text, notices = decode(data)
    front = _FRONT.match(text)
    fields = (
        {m["key"].lower(): m["value"] for m in _FIELD.finditer(front["fields"])} if front else {}
    )
    published = next(
        (d for key in ("date", "published", "pubdate") if (d := find_date(fields.get(key, "")))),
        None,
    )
    found = blocks(text, front.end() if front else 0)
    return [
        Draft(
            text,
            tuple(found),
            fields.get("title", ""),
            "text/markdown",
            published,
            "metadata" if published else "none",
            notices=notices,
        )
    ]


def blocks(text: str, start: int = 0) -> list[Block]:
    """The blocks of a Markdown text from ``start`` on."""
    references = {m["label"].lower(): m["url"] for m in _REFERENCE.finditer(text, start)}
    unread = [m.span() for form in (_CODE, _REFERENCE) for m in form.finditer(text, start)]
    body = _blank(text, [(0, start), *unread])
    found = []
    for unit in _units(split(body)):
        pieces, citations = _inline(body, unit.pieces or [(unit.start, unit.end)], references)
        if pieces:
            found.append(Block(unit.kind, pieces, unit.level, citations, depth=unit.depth))
    return found


def _units(lines: Sequence[Line]) -> list[Unit]:
    lists = Lists()
    units: list[Unit] = []
    usual = usual_indent(lines)
    for run in runs(lines):
        started: list[Unit] = []
        for line in run:
            if not _take_markup(started, line):
                joined = bool(started) and started[-1].kind in ("paragraph", "item", "quote")
                take(started, line, lists, joined=joined, usual=usual, markup=True)
        units.extend(started)
    _mark_underlined(units)
    return units


def _mark_underlined(units: Sequence[Unit]) -> None:
    """Make underlined paragraphs headings, and a lone first-level heading the title."""
    for unit in units:
        if unit.underlined and unit.kind == "paragraph":
            unit.kind, unit.level = "heading", 1 if unit.underlined == "=" else 2
    headings = [u for u in units if u.kind == "heading"]
    if headings and headings[0].level == 1 and sum(u.level == 1 for u in headings) == 1:
        headings[0].kind, headings[0].level = "title", 0


def _take_markup(units: list[Unit], line: Line) -> bool:
    """Take a heading or table row, which plain text does not have; whether it was one."""
    heading = _HEADING.fullmatch(line.text)
    if heading:
        words = _at(line, heading.span("words"))
        if heading["words"]:
            units.append(Unit("heading", [line], words[0], len(heading["marks"]), pieces=[words]))
        return True
    if _DELIMITER.fullmatch(line.text) and "|" in line.text and units and units[-1].kind == "row":
        units[-1].kind = "header"
        return True
    if line.text.startswith("|") and line.text.count("|") > 1:
        units.append(Unit("row", [line], line.start, pieces=_cells(line)))
        return True
    return False


def _at(line: Line, span: Span) -> Span:
    return (line.start + span[0], line.start + span[1])


def _cells(line: Line) -> list[Span]:
    """The cells of a row, each with the white space that sets it off from the next."""
    spans = [
        _at(line, m.span())
        for m in re.finditer(r"(?<=\|)\s*(?:[^|\\]|\\.)*?(?=\s*\|)\s?", line.text)
    ]
    return [s for s in spans if s[1] > s[0]]


def _inline(
    text: str, spans: Sequence[Span], references: dict[str, str]
) -> tuple[tuple[Span, ...], tuple[Citation, ...]]:
    """The pieces of these spans that are words, and the links among them."""
    pieces: list[Span] = []
    citations: list[Citation] = []
    for start, end in spans:
        at = start
        for before, words, url, after in _markup(text, start, end, references):
            pieces.append((at, before))
            if url:
                citations.append(Citation(words, url))
            is_link = url is not None and words[1] > words[0]
            inner, more = _inline(text, [words], references) if is_link else ((words,), ())
            pieces.extend(inner)
            citations.extend(more)
            at = after
        pieces.append((at, end))
    return _trimmed(text, pieces), tuple(citations)


def _markup(
    text: str, start: int, end: int, references: dict[str, str]
) -> Iterator[tuple[int, Span, str | None, int]]:
    """Each piece of markup: its start, its words, their address (``None``: no link), its end."""
    for match in _INLINE.finditer(text, start, end):
        group = match.lastgroup or ""
        if group in ("words", "url", "label"):
            label = match["label"] or match["words"]
            url = (
                match["url"].strip("<>")
                if match["url"] is not None
                else references.get(label.lower(), "")
            )
            yield match.start(), match.span("words"), target(url) or "", match.end()
        elif group in ("escaped", "auto", "alt"):
            yield (
                match.start(),
                match.span(group),
                (match["auto"] if group == "auto" else None),
                match.end(),
            )
        else:
            yield match.start(), (match.start(), match.start()), None, match.end()


def _trimmed(text: str, pieces: Sequence[Span]) -> tuple[Span, ...]:
    """The pieces with words; adjacent ones are joined, and the ends have no white space."""
    joined: list[Span] = []
    for start, end in pieces:
        if joined and joined[-1][1] == start:
            joined[-1] = (joined[-1][0], end)
        elif end > start:
            joined.append((start, end))
    while joined and not text[joined[0][0] : joined[0][1]].strip():
        joined.pop(0)
    while joined and not text[joined[-1][0] : joined[-1][1]].strip():
        joined.pop()
    if joined:
        (start, end), last = joined[0], joined[-1]
        joined[0] = (start + len(text[start:end]) - len(text[start:end].lstrip()), end)
        last = joined[-1]
        joined[-1] = (last[0], last[0] + len(text[last[0] : last[1]].rstrip()))
    return tuple(joined)


def _blank(text: str, spans: Sequence[Span]) -> str:
    """The text with these spans blanked out, line ends kept, at its full length."""
    parts: list[str] = []
    at = 0
    for start, end in sorted(spans):
        if end > at:
            parts += (
                text[at : max(at, start)],
                re.sub(r"[^\r\n]", " ", text[max(at, start) : end]),
            )
            at = end
    return "".join((*parts, text[at:]))
