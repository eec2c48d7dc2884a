"""A small writer of HTML: everything that is not ``Html`` is escaped."""

from __future__ import annotations

import html

_VOID = frozenset({"meta", "link", "br", "hr"})


class Html(str):
    """Text that is already HTML."""

    __slots__ = ()


def tag(name: str, /, *children: str | None, **attributes: str | bool | None) -> Html:
    """An element; ``class_`` becomes ``class``, ``data_x`` ``data-x``, and ``None`` is left out."""
    written = "".join(
        _attribute(key, value)
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in _VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{join(*children)}</{name}>")


def join(*children: str | None) -> Html:
    """The children, joined; ``None`` is left out."""
    return Html(
        "".join(
            child if isinstance(child, Html) else html.escape(child, quote=False)
            for child in children
            if child is not None
        )
    )


def _attribute(key: str, value: str | bool) -> str:  # noqa: FBT001 - HTML's own attributes are on or off
    name = key.rstrip("_").replace("_", "-")
    return f" {name}" if value is True else f' {name}="{html.escape(str(value))}"'
