"""Web addresses written out in the text → citations of their passages."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urljoin

from seriatim.model import Citation, Span
from seriatim.readers.draft import Block

WEB = "https?://"
_ADDRESS = re.compile(rf"{WEB}[^\s<>\"'“”‘’\u00ab\u00bb]+", re.IGNORECASE)
_TRAILING = ".,;:!?…*_]}>"


def with_links(text: str, blocks: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks with citations for the web addresses in them that are not links already."""
    if "://" not in text:
        return tuple(blocks)
    found = []
    for block in blocks:
        taken = [c.span for c in block.citations]
        bare = [
            c for c in _bare(text, block.pieces) if not any(s <= c.span[0] < e for s, e in taken)
        ]
        found.append(
            replace(block, citations=tuple(sorted((*block.citations, *bare), key=lambda c: c.span)))
            if bare
            else block
        )
    return tuple(found)


def _bare(text: str, pieces: Sequence[Span]) -> list[Citation]:
    found = []
    for start, end in pieces:
        for match in _ADDRESS.finditer(text, start, end):
            url = match[0].rstrip(_TRAILING)
            while url.endswith(")") and url.count(")") > url.count("("):
                url = url[:-1].rstrip(_TRAILING)
            found.append(Citation((match.start(), match.start() + len(url)), url))
    return found


def target(href: str, base: str | None = None) -> str | None:
    """The address of a link; ``None`` for a place on the same page, a script or a broken one."""
    href = "".join(href.split())
    if not href or href.startswith("#"):
        return None
    try:
        url = urljoin(base, href) if base else href
    except ValueError:
        return None
    scheme = url.partition(":")[0].lower() if ":" in url.partition("/")[0] else ""
    return url if scheme in ("", "http", "https", "mailto", "ftp") else None
