"""JSON lines, such as Timesketch exports → rows, each under a header with its fields."""

from __future__ import annotations

import json
from typing import Any

from seriatim.messages import readers as messages
from seriatim.readers.decode import decode
from seriatim.readers.draft import Draft, Page, Unreadable
from seriatim.readers.tables import NO_COLUMNS, Columns, write

FIELDS = ("datetime", "timestamp_desc", "message")


def is_lines(head: str) -> bool:
    """Whether a text begins with a line of JSON that has Timesketch's fields."""
    first = head.lstrip().partition("\n")[0].strip()
    if not (first.startswith("{") and first.endswith("}")):
        return False
    try:
        found = json.loads(first)
    except ValueError:
        return False
    return isinstance(found, dict) and {"message", "datetime"} <= found.keys()


def read(data: bytes, name: str, columns: Columns = NO_COLUMNS) -> list[Draft]:  # noqa: ARG001 - every reader is called in the same way
    """One document with a row for each line.  Raises Unreadable for a line that is no object."""
    text, notices = decode(data)
    lines = [(number, line) for number, line in enumerate(text.splitlines(), 1) if line.strip()]
    objects = [_object(number, line) for number, line in lines]
    more = dict.fromkeys(key for found in objects for key in found if key not in FIELDS)
    rows = [
        [*FIELDS, *more],
        *([_words(found.get(key)) for key in (*FIELDS, *more)] for found in objects),
    ]
    page = Page()
    said = write(page, rows, columns)
    return [
        Draft(
            page.text,
            tuple(page.blocks),
            media_type="application/x-ndjson",
            locations=tuple(page.locations),
            notices=(*notices, *said),
        )
    ]


def _object(number: int, line: str) -> dict[str, Any]:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        found = None
    if not isinstance(found, dict):
        raise Unreadable(messages.not_json(number))
    return found


def _words(value: Any) -> str:  # noqa: ANN401 - any JSON value
    if value is None:
        return ""
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return " ".join(text.split())
