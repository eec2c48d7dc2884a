"""What the derived store and seals know of the log, read quickly and from damaged files, too."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from urllib.parse import quote


def of_store(path: Path) -> str | None:
    """The hash of the last line that the last build saw; ``None`` where that can't be told."""
    return notes_of_store(path).get("log")


def notes_of_store(path: Path) -> dict[str, str]:
    """The notes of a store, as far as they can be read; takes a millisecond, changes nothing."""
    if not path.exists():
        return {}
    for mode in ("mode=ro", "mode=ro&immutable=1"):  # the second for write-protected media
        try:
            with closing(sqlite3.connect(f"file:{quote(str(path))}?{mode}", uri=True)) as store:
                rows = store.execute("SELECT key, value FROM meta").fetchall()
        except (sqlite3.Error, UnicodeError):
            continue
        return {k: v for k, v in rows if isinstance(k, str) and isinstance(v, str)}
    return {}


def of_seals(folder: Path) -> Iterator[str]:
    """The hashes of the last lines that were sealed; `verify` finds what is wrong with seals."""
    for path in sorted(folder.glob("*.json")):
        try:
            head = json.loads(path.read_bytes())["statement"]["head"]
        except (OSError, ValueError, KeyError, TypeError):
            continue
        if isinstance(head, str):
            yield head
