"""Files and folders on the command line → the files to take in, in an order that does not depend on the disk."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from seriatim.model import Problem
from seriatim.store.folder import LOG, SETTINGS


def files(path: Path) -> Iterator[Path | Problem]:
    """The file itself, or every file below a folder by name; what is passed over comes as a problem that names it.

    Links inside a folder are not followed: they may lead out of it or round in a circle.  Hidden
    files and folders are left out, and so are cases: their originals have hashes for names, and
    what people decided about them would not come along.
    """
    if not path.is_dir():
        yield path
        return
    for folder, names, found in os.walk(path):
        if {SETTINGS, LOG} <= set(found):
            names.clear()
            yield Problem(
                printable(Path(folder)),
                "is a case of its own: not taken; add the files that it was made of",
            )
            continue
        names[:] = sorted(n for n in names if not n.startswith("."))
        for name in [n for n in names if Path(folder, n).is_symlink()]:
            names.remove(name)
            yield Problem(
                printable(Path(folder, name)),
                "is a link to a folder: not followed; name the folder itself to add it",
            )
        for name in sorted(n for n in found if not n.startswith(".")):
            file = Path(folder, name)
            if file.is_symlink():
                yield Problem(
                    printable(file), "is a link: not followed; name the file itself to add it"
                )
            elif not file.is_file():
                yield Problem(printable(file), "is no ordinary file")
            else:
                yield file


def printable(path: Path) -> str:
    """A path as text that can be shown and kept: bytes that are no text and control characters are escaped."""
    text = os.fsencode(path).decode("utf-8", "backslashreplace")
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in text)
