"""A case in one file: settings, log, originals and seals, each with its hash."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import tempfile
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from seriatim.case.case import Case
from seriatim.messages import case as messages
from seriatim.store import folder, log
from seriatim.store.files import CaseError, sync_folder

MANIFEST = "manifest.json"
FORMAT = "seriatim-backup"
_EPOCH = (1980, 1, 1, 0, 0, 0)  # the same case gives the same bytes


def backup(case: Case, target: Path, *, accounts: bool = False) -> int:
    """The number of originals in a backup that was written and read again.

    People may go on working meanwhile: the log is read under its lock, and originals never change.
    Raises CaseError or OSError; then there is no file.
    """
    with case.log.lock():
        case.log.read()
        log_bytes = case.log.file().read_bytes()
        settings = (case.path / folder.SETTINGS).read_bytes()
        inside = {d.document for d in case.decisions() if d.document}
    files: list[tuple[str, bytes | Path]] = [(folder.SETTINGS, settings), (folder.LOG, log_bytes)]
    for identity in sorted(inside):
        path = folder.original(case.path, identity)
        files.append((str(path.relative_to(case.path)), path))
    for name in ("seals", *(["private"] if accounts else [])):
        files += [(str(p.relative_to(case.path)), p) for p in _files(case.path / name)]
    temporary = target.with_name(f".{target.name}.{os.getpid()}.part")
    try:
        _write(temporary, files)
        check(temporary)
        os.replace(temporary, target)  # noqa: PTH105 - atomic, as in store.files
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    sync_folder(target.parent)
    return len(inside)


def _files(place: Path) -> Iterator[Path]:
    return (p for p in sorted(place.rglob("*")) if p.is_file() and not p.is_symlink())


def _write(path: Path, files: list[tuple[str, bytes | Path]]) -> None:
    """Write the archive, with the hashes of its files at its end, and flush it to the disk."""
    hashes = {}
    with path.open("wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            for name, content in files:
                try:
                    data = content if isinstance(content, bytes) else content.read_bytes()
                except OSError as error:
                    raise CaseError(messages.not_in_backup(name, error.strerror)) from error
                hashes[name] = hashlib.sha256(data).hexdigest()
                if name.startswith(f"{folder.DOCUMENTS}/") and hashes[name] != Path(name).name:
                    raise CaseError(messages.not_in_backup(name, messages.BYTES_CHANGED))
                archive.writestr(zipfile.ZipInfo(name, _EPOCH), data, zipfile.ZIP_DEFLATED)
            manifest = {"format": FORMAT, "version": 1, "files": hashes}
            text = json.dumps(manifest, indent=1, sort_keys=True)
            archive.writestr(zipfile.ZipInfo(MANIFEST, _EPOCH), text, zipfile.ZIP_DEFLATED)
        file.flush()
        os.fsync(file.fileno())


def check(path: Path) -> dict[str, str]:
    """The hashes of a backup's files by name, each compared with the bytes.  Raises CaseError."""
    try:
        with zipfile.ZipFile(path) as archive:
            manifest = json.loads(archive.read(MANIFEST))
            if manifest.get("format") != FORMAT or manifest.get("version") != 1:
                raise CaseError(messages.not_a_backup(path))
            hashes: dict[str, str] = manifest["files"]
            if {*hashes, MANIFEST} != set(archive.namelist()):
                raise CaseError(messages.backup_damaged(path, MANIFEST))
            for name, wanted in hashes.items():
                if not _is_safe(name):
                    raise CaseError(messages.backup_damaged(path, name))
                if hashlib.sha256(archive.read(name)).hexdigest() != wanted:
                    raise CaseError(messages.backup_damaged(path, name))
    except (
        *(zipfile.BadZipFile, KeyError, ValueError, AttributeError, TypeError),
        *(NotImplementedError, RuntimeError, EOFError, zlib.error),
    ) as error:
        raise CaseError(messages.not_a_backup(path)) from error
    return hashes


def restore(path: Path, target: Path) -> int:
    """The number of decisions in a case that was made from a backup.

    All files are checked, and the chain of the log, before the folder gets its name.  Raises
    CaseError or OSError; then there is no folder.
    """
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise CaseError(messages.folder_not_empty(target))
    hashes = check(path)
    target.parent.mkdir(parents=True, exist_ok=True)
    place = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        with zipfile.ZipFile(path) as archive:
            for name in hashes:
                file = place / name
                file.parent.mkdir(parents=True, exist_ok=True)
                with file.open("wb") as out:
                    out.write(archive.read(name))
                    out.flush()
                    os.fsync(out.fileno())
        place.chmod(0o755)
        (place / folder.DOCUMENTS).mkdir(exist_ok=True)
        decisions = log.read(place / folder.LOG).decisions
        folder.settings(place)
        if target.exists():
            target.rmdir()
        place.rename(target)
    except BaseException:
        shutil.rmtree(place, ignore_errors=True)
        raise
    sync_folder(target.parent)
    return len(decisions)


def _is_safe(name: str) -> bool:
    """Whether a name stays within the folder and is one of a case's."""
    parts = Path(name).parts
    return (
        bool(parts)
        and not Path(name).is_absolute()
        and ".." not in parts
        and (folder.is_known(parts[0]))
    )
