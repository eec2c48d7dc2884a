"""The files to add for a path, in an order that does not depend on the disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
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
            yield Problem(
                printable(Path(folder)),
                messages.IS_A_CASE,
            )
            continue
        names[:] = sorted(n for n in names if not n.startswith("."))
        for name in [n for n in names if Path(folder, n).is_symlink()]:
            names.remove(name)
            yield Problem(
                printable(Path(folder, name)),
                messages.LINK_TO_FOLDER,
            )
        for name in sorted(n for n in found if not n.startswith(".")):
            file = Path(folder, name)
            if file.is_symlink():
                yield Problem(printable(file), messages.LINK_TO_FILE)
            elif not file.is_file():
                yield Problem(printable(file), messages.NOT_A_FILE)
            else:
                yield file


def printable(path: Path) -> str:
    """A path as printable text: bytes that are no text and control characters are escaped."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
