"""The case folder: ``case.toml``, ``documents/`` (originals by hash), the log and the store."""

from __future__ import annotations

import hashlib
import re
import tomllib
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from seriatim.messages import case as messages
from seriatim.store.files import CaseError, rename, sync_folder, write_whole
from seriatim.temporal import edtf

VERSION = 1
SETTINGS, DOCUMENTS, LOG, DERIVED = "case.toml", "documents", "decisions.jsonl", "derived.sqlite"
OLD_LOG = "judgements.jsonl"  # its name in older cases
LOCK, BUILDING = ".lock", ".building"  # held while the log changes; while the derived store does
_HEX = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings in ``case.toml``: title, groups, kinds of event, dates of documents.

    ``groups``: name → names or patterns with ``*``; ``kinds``: kind → its words; ``dates``: hash of
    a document → EDTF.
    """

    title: str
    groups: dict[str, tuple[str, ...]] = field(default_factory=dict)
    kinds: dict[str, tuple[str, ...]] = field(default_factory=dict)
    dates: dict[str, str] = field(default_factory=dict)
    time_zone: str | None = None
    audit: str | None = None  # "reads": the workbench records who asks for what


def create(folder: Path, title: str) -> None:
    """Make a new case folder.  Raises CaseError where there is something already."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CaseError(messages.folder_not_empty(folder))
    (folder / DOCUMENTS).mkdir(parents=True)
    quoted = title.translate(
        {ord("\\"): "\\\\", ord('"'): '\\"', **{c: f"\\u{c:04x}" for c in (*range(32), 127)}}
    )
    write_whole(folder / LOG, b"")
    write_whole(
        folder / SETTINGS, messages.CASE_TOML.format(version=VERSION, title=quoted).encode()
    )


def log_path(folder: Path) -> Path:
    """Where the log of a case lies: under its old name until the case is next written to.

    Raises CaseError where both are there.
    """
    new, old = folder / LOG, folder / OLD_LOG
    if not old.exists():
        return new
    if new.exists():
        raise CaseError(messages.two_logs(folder, LOG, OLD_LOG))
    return old


def migrate_log(folder: Path) -> Path:
    """Where the log lies after an old name was replaced by today's; not a byte of it changes.

    The caller holds the lock.  Raises CaseError or OSError.
    """
    path, new = log_path(folder), folder / LOG
    if path != new:
        rename(path, new)
    return new


def settings(folder: Path) -> Settings:
    """The settings of a case.  Raises CaseError that names the file and the wrong key."""
    path = folder / SETTINGS
    try:
        with path.open("rb") as file:
            found = tomllib.load(file)
    except FileNotFoundError:
        raise CaseError(messages.not_a_case(folder, SETTINGS)) from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise CaseError(messages.not_toml(path, error)) from error
    if found.get("version") != VERSION:
        raise CaseError(messages.newer_case(path, found.get("version"), VERSION))
    dates = _texts(found, "dates", path)
    for key, value in dates.items():
        if not _HEX.fullmatch(key) or not edtf.is_valid(value):
            raise CaseError(messages.bad_dates(path, key, value))
    title, zone = found.get("title", folder.name), found.get("time_zone")
    if not isinstance(title, str) or not (zone is None or isinstance(zone, str)):
        raise CaseError(messages.bad_texts(path))
    audit = found.get("audit")
    if audit not in (None, "reads"):
        raise CaseError(messages.bad_audit(path, audit))
    groups, kinds = _lists(found, "groups", path), _lists(found, "kinds", path)
    return Settings(title, groups, kinds, dates, zone, audit)


_KNOWN = frozenset(
    {SETTINGS, DOCUMENTS, LOG, OLD_LOG, DERIVED, LOCK, BUILDING, "private", "seals"}
    | {f"{LOG}.interrupted", f"{OLD_LOG}.interrupted"}
    | {f"{DERIVED}{ending}" for ending in ("-wal", "-shm", "-journal")}
)


def is_known(name: str) -> bool:
    """Whether a file of this name belongs in the folder of a case; git's own may lie there."""
    return name in _KNOWN or name.startswith(".git")


def is_hash(name: str) -> bool:
    """Whether a name is that of an original."""
    return _HEX.fullmatch(name) is not None


def _lists(found: dict[str, Any], key: str, path: Path) -> dict[str, tuple[str, ...]]:
    """A table of lists of texts.  Raises CaseError."""
    table = found.get(key, {})
    if not isinstance(table, dict) or not all(
        isinstance(v, list) and all(isinstance(x, str) for x in v) for v in table.values()
    ):
        raise CaseError(messages.bad_list(path, key))
    return {name: tuple(values) for name, values in table.items()}


def _texts(found: dict[str, Any], key: str, path: Path) -> dict[str, str]:
    """A table of texts.  Raises CaseError."""
    table = found.get(key, {})
    if not isinstance(table, dict) or not all(isinstance(v, str) for v in table.values()):
        raise CaseError(messages.bad_table(path, key))
    return dict(table)


def keep(folder: Path, data: bytes) -> str:
    """The hash under which an original was put into ``documents/``.  Raises OSError."""
    identity = hashlib.sha256(data).hexdigest()
    path = original(folder, identity)
    if not path.exists():
        if not path.parent.exists():
            path.parent.mkdir(parents=True)
            sync_folder(folder / DOCUMENTS)
        write_whole(path, data)
    return identity


def original(folder: Path, identity: str) -> Path:
    """The path of an original.  A hash is hexadecimal, so that no outside name is in the path."""
    if not _HEX.fullmatch(identity):
        raise CaseError(messages.not_a_hash(folder, identity))
    return folder / DOCUMENTS / identity[:2] / identity
