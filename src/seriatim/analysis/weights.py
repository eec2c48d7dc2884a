"""Where the models' weights are: the folder that ships, or others that override it.

One of these has, for example, the weights of one fold of cross-validation.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

from seriatim.messages.reading import no_weights

T = TypeVar("T")

_in_front: list[Path] = []
_loaded: list[Callable[[], None]] = []


def path(name: str) -> Traversable:
    """The file of weights with this name: the override's, else the one that ships."""
    own = next((folder / name for folder in _in_front if (folder / name).is_file()), None)
    return own or files("seriatim") / "models" / name


def use(*folders: Path) -> None:
    """Take weights from the first of ``folders`` that has them, and drop what was loaded.

    Without a folder: only the weights that ship.

    Raises NotADirectoryError where there is no such folder.
    """
    for folder in folders:
        if not folder.is_dir():
            raise NotADirectoryError(no_weights(folder))
    _in_front[:] = folders
    for forget in _loaded:
        forget()


def loader(load: Callable[[], T]) -> Callable[[], T]:
    """``functools.cache`` for a loader of weights, cleared when other weights are used."""
    cached = cache(load)
    _loaded.append(cached.cache_clear)
    return cached
