"""Bytes → their media type, by content; the name decides only between kinds of text."""

from __future__ import annotations

import mimetypes
import re
import zipfile
from functools import cache
from pathlib import PurePath

from seriatim import plugins
from seriatim.messages import readers as messages
from seriatim.readers import archive, jsonl, tables
from seriatim.readers.decode import decode
from seriatim.readers.draft import Unreadable

_HTML = re.compile(rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]", re.IGNORECASE)
_FRAGMENT = re.compile(rb"<(?:p|div|article|section|ul|ol|h[1-6]|table|main)[\s>]", re.IGNORECASE)
_FIELD = re.compile(rb"[A-Za-z][A-Za-z0-9-]{1,40}:[ \t]?[^\r\n]*(?:\r?\n[ \t]+[^\r\n]*)*\r?\n")
_MAIL_FIELDS = frozenset(
    {
        b"from",
        b"to",
        b"date",
        b"subject",
        b"received",
        b"message-id",
        b"return-path",
        b"mime-version",
        b"delivered-to",
        b"cc",
    }
)
_BOX = re.compile(rb"From \S+[^\r\n]*\b\d\d:\d\d\b[^\r\n]*\r?\n[A-Za-z-]+:")
_START = 65_536  # bytes by which the kind of a text is decided
_MARKDOWN = frozenset({".md", ".markdown", ".mdown", ".mkd"})
_OFFICE = "application/vnd.openxmlformats-officedocument."
# Unsupported formats by their first bytes, and what to do with them.
_OTHERS = (
    (
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
        messages.OLD_OFFICE,
    ),
    (b"{\\rtf", messages.RTF),
    (b"%!PS", messages.POSTSCRIPT),
    (b"\x89PNG", messages.PICTURE),
    (b"\xff\xd8\xff", messages.PICTURE),
    (b"\x1f\x8b", messages.packed("gzip")),
    (b"7z\xbc\xaf\x27\x1c", messages.packed("7-Zip")),
    (b"Rar!", messages.packed("RAR")),
)


def media_type(data: bytes, name: str) -> str:
    """The media type of a file.  Raises Unreadable for a known kind that is not supported.

    The media types of other packages are recognised by the file's name only.
    """
    named = mimetypes.guess_type(name)[0]
    if named and named not in plugins.TABLES["documents"] and named in _added():
        return named
    for mark, why in _OTHERS:
        if data.startswith(mark):
            raise Unreadable(why)
    if b"%PDF-" in data[:1024]:
        return "application/pdf"
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _packed(data)
    return _text_type(data, PurePath(name).suffix.lower())


@cache
def _added() -> frozenset[str]:
    """The media types that other packages read."""
    return frozenset(plugins.names("documents")) - plugins.TABLES["documents"].keys()


def _packed(data: bytes) -> str:
    with archive.opened(data) as found:
        names = set(found.namelist())
        if "word/document.xml" in names:
            return f"{_OFFICE}wordprocessingml.document"
        if "xl/workbook.xml" in names:
            return f"{_OFFICE}spreadsheetml.sheet"
        if "mimetype" in names:
            raise Unreadable(messages.other_office(_declared(found)))
    return "application/zip"


def _declared(found: zipfile.ZipFile) -> str:
    return archive.member(found, "mimetype")[:60].decode("ascii", "replace").strip()


def _text_type(data: bytes, suffix: str) -> str:
    head = data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if head[:1] == b"<" and _HTML.search(head):
        return "text/html"
    if _BOX.match(data):
        return "application/mbox"
    if _is_mail(data[:16_384]):
        return "message/rfc822"
    if suffix in (".html", ".htm", ".xhtml") or (head[:1] == b"<" and _FRAGMENT.match(head)):
        return "text/html"
    return "text/markdown" if suffix in _MARKDOWN else _lines_type(data, suffix)


def _lines_type(data: bytes, suffix: str) -> str:
    start = decode(data[:_START]).text
    if jsonl.is_lines(start):
        return "application/x-ndjson"
    named = suffix in (".csv", ".tsv")
    is_table = tables.is_table(start, named=named, cut=len(data) > _START)
    return "text/csv" if is_table else "text/plain"


def _is_mail(head: bytes) -> bool:
    """Whether a text opens with three header fields of a mail, or two before an empty line."""
    fields = []
    at = 0
    while match := _FIELD.match(head, at):
        fields.append(match[0].partition(b":")[0].lower())
        at = match.end()
    known = _MAIL_FIELDS & {*fields}
    ended = head[at : at + 2].startswith((b"\n", b"\r\n"))
    return b"from" in known and len(known) >= (3 if not ended else 2)
