"""Folders and ZIP files → the files in them that are documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath

from seriatim.lang import web_pages
from seriatim.messages import readers as messages
from seriatim.readers import archive
from seriatim.readers.draft import Draft, Unreadable
from seriatim.readers.formats import inner

MAX_FILES = 20_000
# Files that accompany documents.
_COMPANIONS = frozenset(
    {
        ".css", ".js", ".mjs", ".map", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp", ".ico",
        ".bmp", ".avif", ".woff", ".woff2", ".ttf", ".otf", ".eot", ".mp3", ".mp4", ".webm",
        ".ogg", ".wav", ".ds_store", ".ini", ".lnk", ".pyc", ".toml", ".lock", ".db", ".sqlite",
    }
)  # fmt: skip
_PICTURES = frozenset({".png", ".jpg", ".jpeg", ".gif", ".webp", ".bmp", ".avif", ".heic"})
_PAGE_FOLDER = re.compile(web_pages.COMPANION_FOLDER)


def files(folder: Path) -> Iterator[Path]:
    """The documents in a folder and its subfolders, by name.  Raises Unreadable.

    Symbolic links to folders are not followed.
    """
    found = 0
    for path in sorted(p for p in folder.rglob("*") if not p.is_symlink() and p.is_file()):
        inside = PurePosixPath(path.relative_to(folder).as_posix())
        if _is_wanted(inside) and not _of_a_page(inside, lambda page: (folder / page).is_file()):
            found += 1
            if found > MAX_FILES:
                raise Unreadable(messages.too_many_files_in_folder(MAX_FILES))
            yield path


def pictures(folder: Path) -> list[Path]:
    """The pictures in a folder that belong to no saved page, by name: they are not read."""
    found = (p for p in folder.rglob("*") if p.suffix.lower() in _PICTURES and p.is_file())
    return sorted(
        p for p in found if not _belongs(PurePosixPath(p.relative_to(folder).as_posix()), folder)
    )


def _belongs(path: PurePosixPath, folder: Path) -> bool:
    """Whether a file is hidden, or of a saved page."""
    hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in path.parts)
    return hidden or _of_a_page(path, lambda page: (folder / page).is_file())


def _of_a_page(path: PurePosixPath, exists: Callable[[PurePosixPath], bool]) -> bool:
    """Whether a file belongs to a saved page: its folder is named after a page beside it."""
    for parent in path.parents:
        match = _PAGE_FOLDER.fullmatch(parent.name)
        if match and any(
            exists(parent.parent / f"{match['page']}{end}") for end in (".html", ".htm", ".xhtml")
        ):
            return True
    return False


def _is_wanted(path: PurePosixPath) -> bool:
    hidden = any(part.startswith((".", "~$", "__MACOSX")) for part in path.parts)
    return not hidden and path.suffix.lower() not in _COMPANIONS


def read_zip(data: bytes, name: str, depth: int = 0) -> list[Draft]:  # noqa: ARG001 - every reader is called in the same way
    """The documents of an archive, unpacked in memory only.  Raises Unreadable."""
    found: list[Draft] = []
    with archive.opened(data) as packed:
        members = sorted((m for m in packed.infolist() if not m.is_dir()), key=lambda m: m.filename)
        names = {m.filename for m in members}
        for entry in members:
            path = _clean(entry.filename)
            if (
                not path.parts
                or not _is_wanted(path)
                or _of_a_page(path, lambda page: str(page) in names)
            ):
                continue
            try:
                content = archive.member(packed, entry)
            except Unreadable as why:
                found.append(Draft("", (), within=str(path), unreadable=str(why)))
                continue
            found.extend(inner(content, str(path), depth))
    if not found:
        raise Unreadable(messages.NO_DOCUMENT)
    return found


def _clean(name: str) -> PurePosixPath:
    """The name of a member as a path inside the archive, whatever it says."""
    parts = [
        part
        for part in re.split(r"[/\\]+", name.encode("utf-8", "replace").decode())
        if part not in ("", ".", "..")
    ]
    return PurePosixPath(*(re.sub(r"[\x00-\x1f:]", "_", part) for part in parts))
