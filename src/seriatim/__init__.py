"""Seriatim turns documents into a chronology that can be defended.

``read`` and ``open_case`` are imported on use, so that ``import seriatim`` costs next to nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seriatim.api import Chronology, SeriatimError, open_case, read

__version__ = "0.1.0"
__all__ = ["Chronology", "SeriatimError", "__version__", "open_case", "read"]


def __getattr__(name: str) -> object:
    """A public name of :mod:`seriatim.api`, imported now."""
    if name not in __all__:
        raise AttributeError(name, name=name, obj=__name__)
    from importlib import import_module

    return getattr(import_module("seriatim.api"), name)


def __dir__() -> list[str]:
    """The public names."""
    return sorted(__all__)
