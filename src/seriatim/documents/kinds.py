"""What kind of file these bytes are: by their content; the name decides only among kinds of text."""

from __future__ import annotations

import re
from pathlib import PurePath

_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_FRAGMENT = re.compile(rb"<(?:p|div|article|section|ul|ol|h[1-6]|table|main)[\s>]", re.IGNORECASE)
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})


def media_type(data: bytes, name: str) -> str:
    """The media type of a file, as the table of format readers has it."""
    head = data[:4096]
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    text = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if _HTML.search(text) and text[:1] == b"<":
        return "text/html"
    suffix = PurePath(name).suffix.lower()
    if suffix in (".html", ".htm", ".xhtml") or (text[:1] == b"<" and _FRAGMENT.match(text)):
        return "text/html"
    return "text/markdown" if suffix in _MARKDOWN else "text/plain"
