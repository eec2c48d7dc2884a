"""Bytes → drafts, by the reader for their media type, also for attachments and archives."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from seriatim import plugins
from seriatim.analysis.progress import Progress, silent
from seriatim.messages import readers as messages
from seriatim.readers.draft import Draft, Unreadable
from seriatim.readers.media_types import media_type
from seriatim.readers.tables import Columns

MAX_TEXT = 24 * 1024 * 1024  # characters of one document
_DEEPEST = 4  # archives in mails in archives


def drafts(
    data: bytes,
    name: str,
    columns: Columns | None = None,
    depth: int = 0,
    progress: Progress = silent,
) -> list[Draft]:
    """The drafts of these bytes.  Raises Unreadable."""
    if not data.strip():
        raise Unreadable(messages.EMPTY)
    if depth > _DEEPEST:
        raise Unreadable(messages.PACKED_TOO_DEEPLY)
    kind = media_type(data, name)
    read = plugins.load("documents", kind)
    options: dict[str, Any] = (
        {"depth": depth}
        if kind in _HOLDERS
        else {"columns": columns}
        if kind in _TABLES and columns
        else {}
    )
    if kind in _PAGED:
        options["progress"] = progress
    found: list[Draft] = list(read(data, name, **options))
    if any(len(d.text) > MAX_TEXT for d in found):
        raise Unreadable(messages.too_much_text(MAX_TEXT >> 20))
    return found


def inner(data: bytes, name: str, depth: int) -> list[Draft]:
    """The drafts of an embedded file; one that cannot be read is a draft without text."""
    try:
        found = drafts(data, name, depth=depth + 1)
    except Exception as error:  # noqa: BLE001 - whatever a file makes a reader raise, it is that file that is broken and not the one around it
        return [Draft("", (), within=name, unreadable=why(error))]
    return [
        replace(
            d,
            within=f"{name}/{d.within}" if d.within else name,
            data=data if d.data is None else d.data,
        )
        for d in found
    ]


def why(error: Exception) -> str:
    """The reason why a file cannot be read, from the error."""
    if isinstance(error, Unreadable):
        return str(error)
    if isinstance(error, MemoryError):
        return messages.TOO_MUCH_MEMORY
    if isinstance(error, RecursionError):
        return messages.NESTED_TOO_DEEPLY
    return messages.cannot_be_read(type(error).__name__)


_PAGED = frozenset({"application/pdf"})  # readers that report their progress
_HOLDERS = frozenset({"message/rfc822", "application/mbox", "application/zip"})
_TABLES = frozenset(
    {
        "text/csv",
        "application/x-ndjson",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    }
)
