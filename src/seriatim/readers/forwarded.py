"""Mails under a mail, without marks before their lines: each under "From: … Sent: … To: … Subject: …", somebody else's earlier words."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from dataclasses import replace
from email.utils import parseaddr

from seriatim.readers.draft import Block
from seriatim.readers.publication_date import find_day

_RULE = re.compile(
    r"[-_=*\s]*(?:original message|forwarded message|begin forwarded message)[-_=*:\s]*",
    re.IGNORECASE,
)
_FIELD = r"[ \t]*\*?(?:From|Sent|Date|To|Cc|Subject):\*?[^\r\n]*(?:\r?\n|\Z)"
_HEADER = re.compile(
    rf"^(?=[ \t]*\*?From:)(?:{_FIELD}(?:[ \t]*\r?\n(?={_FIELD}))?){{3,8}}", re.MULTILINE
)
_VALUE = re.compile(
    r"^[ \t]*\*?(?P<name>From|Sent|Date|To|Cc|Subject):\*?[ \t]*(?P<value>[^\r\n]*)", re.MULTILINE
)


def with_forwarded(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks of a mail, those under a header in its body with its author and its day."""
    body = blocks[0].pieces[-1][1] if blocks and blocks[0].kind == "header" else 0
    headers = deque(
        m for m in _HEADER.finditer(text, body) if {"sent", "date"} & _fields(m[0]).keys()
    )
    marked: list[Block] = []
    author = published = None
    inside = -1
    for block in blocks:
        start = block.pieces[0][0]
        while headers and headers[0].end() <= start:
            headers.popleft()
        header = headers[0] if headers and headers[0].start() <= start else None
        if header and header.start() != inside:
            inside = header.start()
            fields = _fields(header[0])
            author, published = (
                _author(fields["from"]),
                find_day(fields.get("sent") or fields.get("date") or ""),
            )
            end = header.start() + len(header[0].rstrip())
            marked.append(Block("header", ((start, end),), published=published))
        elif not header and start >= body and _RULE.fullmatch(text[start : block.pieces[-1][1]]):
            marked.append(replace(block, kind="header", level=0))
        elif not header:
            marked.append(
                block
                if block.author or not author
                else replace(block, author=author, published=block.published or published)
            )
    return tuple(marked)


def _fields(header: str) -> dict[str, str]:
    return {m["name"].lower(): m["value"].strip() for m in _VALUE.finditer(header)}


def _author(value: str) -> str | None:
    """The name in a From field, or its address."""
    name, address = parseaddr(value) if "@" in value else (value, "")
    return (name or address or value).strip("\"' ") or None
