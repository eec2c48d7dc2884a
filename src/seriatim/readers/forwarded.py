"""Forwarded mails inside a mail, each under a header "From: … Sent: … To: … Subject: …"."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from email.utils import parseaddr

from seriatim.lang import layout
from seriatim.readers.draft import Block
from seriatim.readers.publication_date import find_day

_SEPARATOR = re.compile(layout.FORWARDED, re.IGNORECASE)
_NAMES = "|".join(layout.FORWARDED_FIELDS)
_FIELD = rf"[ \t]*\*?(?:{_NAMES}):\*?[^\r\n]*(?:\r?\n|\Z)"
_HEADER = re.compile(
    rf"^(?=[ \t]*\*?{layout.FORWARDED_FIELDS[0]}:)(?:{_FIELD}(?:[ \t]*\r?\n(?={_FIELD}))?){{3,8}}",
    re.MULTILINE,
)
_VALUE = re.compile(rf"^[ \t]*\*?(?P<name>{_NAMES}):\*?[ \t]*(?P<value>[^\r\n]*)", re.MULTILINE)


def with_forwarded(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a mail, those of forwarded mails with their author and day."""
    body = blocks[0].pieces[-1][1] if blocks and blocks[0].kind == "header" else 0
    headers = deque(m for m in _HEADER.finditer(text, body) if _is_dated(m[0]))
    marked: list[Block] = []
    author = published = None
    inside = -1
    for block in blocks:
        start, end = block.pieces[0][0], block.pieces[-1][1]
        while headers and headers[0].end() <= start:
            headers.popleft()
        header = headers[0] if headers and headers[0].start() <= start else None
        if header is None:
            separates = start >= body and bool(_SEPARATOR.fullmatch(text[start:end]))
            marked.append(_marked(block, author, published, separates=separates))
        elif header.start() != inside:
            inside = header.start()
            author, published = _sent(_fields(header[0]))
            span = (inside, inside + len(header[0].rstrip()))
            marked.append(Block("header", (span,), published=published))
    return tuple(marked)


def _is_dated(header: str) -> bool:
    return not {"sent", "date"}.isdisjoint(_fields(header))


def _sent(fields: dict[str, str]) -> tuple[str | None, str | None]:
    """The author and the day in a header."""
    return _author(fields["from"]), find_day(fields.get("sent") or fields.get("date") or "")


def _marked(block: Block, author: str | None, published: str | None, *, separates: bool) -> Block:
    """The block as a header if it separates two mails, else with its mail's author and day."""
    if separates:
        return replace(block, kind="header", level=0)
    if block.author or not author:
        return block
    return replace(block, author=author, published=block.published or published)


def _fields(header: str) -> dict[str, str]:
    return {m["name"].lower(): m["value"].strip() for m in _VALUE.finditer(header)}


def _author(value: str) -> str | None:
    """The name in a From field, or its address."""
    name, address = parseaddr(value) if "@" in value else (value, "")
    return (name or address or value).strip("\"' ") or None
