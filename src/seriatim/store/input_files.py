"""The files to add for a path, in an order that does not depend on the disk."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path

from seriatim.messages import case as messages
from seriatim.model import Problem
from seriatim.store.folder import LOG, OLD_LOG, SETTINGS


def files(path: Path) -> Iterator[Path | Problem]:
    """The file itself, or every file below a folder, by name; a Problem for each one left out.

    Links inside a folder are not followed: they may lead out of it or round in a circle.  Hidden
    files and folders are left out, and so are cases: their originals have hashes for names, and
    what people decided about them would not come along.
    """
    if not path.is_dir():
        yield path
        return
    for folder, names, found in os.walk(path):
        if SETTINGS in found and {LOG, OLD_LOG} & set(found):
            names.clear()
            yield Problem(printable(Path(folder)), messages.IS_A_CASE)
        else:
            links = _visible(n for n in names if Path(folder, n).is_symlink())
            names[:] = _visible(set(names).difference(links))
            linked = (printable(Path(folder, name)) for name in links)
            yield from (Problem(name, messages.LINK_TO_FOLDER) for name in linked)
            yield from (_checked(Path(folder, name)) for name in _visible(found))


def _visible(names: Iterable[str]) -> list[str]:
    """The names that are not hidden, in order."""
    return sorted(n for n in names if not n.startswith("."))


def _checked(file: Path) -> Path | Problem:
    """A file, or why it is left out."""
    if file.is_symlink():
        return Problem(printable(file), messages.LINK_TO_FILE)
    if not file.is_file():
        return Problem(printable(file), messages.NOT_A_FILE)
    return file


def printable(path: Path) -> str:
    """A path as printable text: bytes that are no text and control characters are escaped."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
