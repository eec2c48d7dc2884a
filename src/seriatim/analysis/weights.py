"""Where the models' weights lie: the folder that ships, or another one in front of it (the weights of a fold of cross-validation)."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TypeVar

T = TypeVar("T")

_in_front: list[Path] = []
_loaded: list[Callable[[], None]] = []


def path(name: str) -> Traversable:
    """The file of weights with this name: that of the folder in front where it has one, else the one that ships."""
    own = next((folder / name for folder in _in_front if (folder / name).is_file()), None)
    return own or files("seriatim") / "models" / name


def use(folder: Path | None) -> None:
    """Take weights from ``folder`` where it has them (``None``: only the shipped ones), and forget what was loaded.

    Raises NotADirectoryError where there is no such folder.
    """
    if folder is not None and not folder.is_dir():
        raise NotADirectoryError(f"{folder} is not a folder of weights")
    _in_front[:] = [] if folder is None else [folder]
    for forget in _loaded:
        forget()


def loader(load: Callable[[], T]) -> Callable[[], T]:
    """``functools.cache`` for a function that loads weights: forgotten when other weights are used."""
    cached = cache(load)
    _loaded.append(cached.cache_clear)
    return cached
