"""The case folder: ``case.toml``, ``documents/`` (originals by hash, untouched), ``judgements.jsonl``, and ``derived.sqlite``."""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from seriatim.store.files import CaseError, sync_folder, write_whole
from seriatim.temporal import edtf

VERSION = 1
SETTINGS, DOCUMENTS, LOG, DERIVED = "case.toml", "documents", "judgements.jsonl", "derived.sqlite"
LOCK, BUILDING = ".lock", ".building"  # held while the log changes; while the derived store does
_HEX = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Settings:
    """What ``case.toml`` says: the title, groups, kinds of event, dates of documents.

    ``groups``: name → names or patterns with ``*``; ``kinds``: kind → its words; ``dates``: hash of
    a document → EDTF.
    """

    title: str
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)
    time_zone: str | None = None


def create(folder: Path, title: str) -> None:
    """Make a new case folder.  Raises CaseError where there is something in its place."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CaseError(
            f"{folder}: there is something here already; choose another place for the case"
        )
    (folder / DOCUMENTS).mkdir(parents=True)
    quoted = title.translate(
        {ord("\\"): "\\\\", ord('"'): '\\"', **{c: f"\\u{c:04x}" for c in (*range(32), 127)}}
    )
    write_whole(folder / LOG, b"")
    write_whole(folder / SETTINGS, _TEMPLATE.format(version=VERSION, title=quoted).encode())


_TEMPLATE = """\
# A case of Seriatim. What people decide stands in judgements.jsonl, the originals in documents/.
version = {version}
title = "{title}"
# time_zone = "Europe/Berlin"     # said on the page beside times of day; no time is converted

[groups]
# north = ["Jane Roe", "*Embassy"]

[kinds]
# inspection = ["inspect", "inspection"]

[dates]
# The date of a document by the hash of its bytes: "2016-07-20", "2016-07" or "2016".
"""


def settings(folder: Path) -> Settings:
    """What the case's ``case.toml`` says.  Raises CaseError that names the file and the key that is wrong."""
    path = folder / SETTINGS
    try:
        with path.open("rb") as file:
            found = tomllib.load(file)
    except FileNotFoundError:
        raise CaseError(
            f"{folder}: this is not a case (it has no {SETTINGS}); make one with: seriatim new {folder}"
        ) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CaseError(f"{path}: it is not TOML: {error}") from error
    if found.get("version") != VERSION:
        raise CaseError(
            f"{path}: the case is of version {found.get('version')!r}, this program reads version {VERSION}; install a newer seriatim"
        )
    dates = _texts(found, "dates", path)
    for key, value in dates.items():
        if not _HEX.fullmatch(key) or not edtf.is_valid(value):
            raise CaseError(
                f"{path}: [dates] wants the hash of a document and a date such as 2016-07-20, not {key!r} = {value!r}"
            )
    title, zone = found.get("title", folder.name), found.get("time_zone")
    if not isinstance(title, str) or not (zone is None or isinstance(zone, str)):
        raise CaseError(f"{path}: title and time_zone are texts")
    return Settings(title, _lists(found, "groups", path), _lists(found, "kinds", path), dates, zone)


def _lists(found: dict[str, Any], key: str, path: Path) -> dict[str, tuple[str, ...]]:
    table = found.get(key, {})
    if not isinstance(table, dict) or not all(
        isinstance(v, list) and all(isinstance(x, str) for x in v) for v in table.values()
    ):
        raise CaseError(f'{path}: [{key}] wants lines such as north = ["Jane Roe", "John Roe"]')
    return {name: tuple(values) for name, values in table.items()}


def _texts(found: dict[str, Any], key: str, path: Path) -> dict[str, str]:
    table = found.get(key, {})
    if not isinstance(table, dict) or not all(isinstance(v, str) for v in table.values()):
        raise CaseError(f'{path}: [{key}] wants lines such as "…" = "2016-07-20"')
    return dict(table)


def keep(folder: Path, data: bytes) -> str:
    """Put an original into ``documents/`` under the hash of its bytes; the hash.  The same bytes are kept once.  Raises OSError."""
    identity = hashlib.sha256(data).hexdigest()
    path = original(folder, identity)
    if not path.exists():
        if not path.parent.exists():
            path.parent.mkdir(parents=True)
            sync_folder(folder / DOCUMENTS)
        write_whole(path, data)
    return identity


def original(folder: Path, identity: str) -> Path:
    """Where the original with that hash lies.  A hash is hexadecimal, so no name from outside takes part in the path."""
    if not _HEX.fullmatch(identity):
        raise CaseError(f"{folder}: {identity[:80]!r} is not the hash of a document")
    return folder / DOCUMENTS / identity[:2] / identity
