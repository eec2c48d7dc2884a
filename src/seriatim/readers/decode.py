"""Bytes → text, by byte order mark, declared encoding, UTF-8 and last by a guess with a notice."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from seriatim.messages import readers as messages
from seriatim.readers.draft import Unreadable

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LONE = re.compile("[\x00\ud800-\udfff]")
_GUESS_FROM = 262_144  # bytes; the guesser is slow, and the start of a file is enough


class Decoded(NamedTuple):
    """The text, with notices about how it was decoded."""

    text: str
    notices: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """The text of bytes without its byte order mark.  Raises Unreadable for binary data.

    What is no character (NUL, a lone surrogate) becomes U+FFFD.
    """
    text, notices = _decode(data, declared)
    if _LONE.search(text):
        notices = (*notices, messages.BROKEN_CHARACTERS)
        text = without_broken(text)
    return Decoded(text, notices)


def without_broken(text: str) -> str:
    """The text with U+FFFD for each NUL and each lone surrogate, at its own length."""
    return _LONE.sub("\ufffd", text)


def _decode(data: bytes, declared: str | None) -> Decoded:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _as(data[len(mark) :], name)
    wide = _wide(data)
    if wide:
        return Decoded(
            data.decode(wide, "replace"),
            (messages.guessed_wide_encoding(wide.upper()),),
        )
    if looks_binary(data):
        raise Unreadable(messages.UNKNOWN_FORMAT)
    unicode = _utf8(data, sure=declared is None)
    if unicode and not data.isascii():
        return unicode  # valid UTF-8 is UTF-8, whatever the page declares
    told = _declared(data, declared) if declared else None
    return told or unicode or _guess(data)


def _utf8(data: bytes, *, sure: bool) -> Decoded | None:
    """The text if it is UTF-8; without a declared encoding a few broken bytes are allowed."""
    try:
        return Decoded(data.decode("utf-8"))
    except UnicodeDecodeError:
        if not sure:
            return None
    text = data.decode("utf-8", "replace")
    broken = text.count("\ufffd")
    sound = sum(c > "\x7f" for c in text) - broken
    return Decoded(text, (messages.broken_utf8(broken),)) if sound > 10 * broken else None


def _as(data: bytes, name: str) -> Decoded:
    text = data.decode(name, "replace")
    return Decoded(
        text,
        (messages.wrong_encoding(name.upper()),) if "\ufffd" in text else (),
    )


def _declared(data: bytes, name: str) -> Decoded | None:
    """The text by the declared encoding, if there is one and it fits.

    Latin-1 is read as windows-1252, as browsers do.
    """
    try:
        codec = codecs.lookup(name).name
        return Decoded(data.decode("cp1252" if codec in ("iso8859-1", "ascii") else codec))
    except (LookupError, ValueError):
        return None


def _wide(data: bytes) -> str | None:
    """The text if it is UTF-16 without a byte order mark: every other byte is NUL."""
    head = data[:2048]
    if len(head) < 4:
        return None
    even, odd = head[::2].count(0), head[1::2].count(0)
    half = len(head) // 2
    if odd > 0.7 * half and even < 0.1 * half:
        return "utf-16-le"
    return "utf-16-be" if even > 0.7 * half and odd < 0.1 * half else None


def looks_binary(data: bytes) -> bool:
    """Whether more than one byte in fifty near the start is a control character."""
    head = data[:65_536]
    controls = len(head) - len(
        head.translate(None, bytes([*range(9), *range(14, 27), 28, 29, 30, 31, 127]))
    )
    return controls > len(head) / 50


def _guess(data: bytes) -> Decoded:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:_GUESS_FROM]).best()
    name = best.encoding if best else "cp1252"
    if _mostly_ascii(data):
        # The guesser has too little to go by, and such English prose is windows-1252.
        name = "cp1252"
    said = "windows-1252" if name == "cp1252" else name.replace("_", "-")
    return Decoded(data.decode(name, "replace"), (messages.guessed_encoding(said),))


def _mostly_ascii(data: bytes) -> bool:
    return sum(b > 127 for b in data[:_GUESS_FROM]) < len(data[:_GUESS_FROM]) / 8
