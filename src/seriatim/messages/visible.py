"""Text of documents and people as it may be shown: without what acts instead of being shown."""

from __future__ import annotations

import re

# Control characters but line end and tab, marks that change the direction of text, line and
# paragraph separators, halves of surrogate pairs.
_UNSEEN = re.compile(
    r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"
)


def visible(text: str) -> str:
    """The text with escapes in place of what a terminal would obey instead of show."""
    return _UNSEEN.sub(lambda found: _escape(ord(found[0])), text)


def _escape(code: int) -> str:
    """A character as an escape, beyond ASCII one that JSON knows, too."""
    return f"\\x{code:02x}" if code < 0x7F else f"\\u{code:04x}"


def one_line(text: str) -> str:
    """The text as part of a line: line ends are escaped as well."""
    return visible(text).replace("\n", "\\n")


def is_plain(text: str) -> bool:
    """Whether a text is one line that shows all that it has."""
    return "\n" not in text and "\t" not in text and _UNSEEN.search(text) is None
