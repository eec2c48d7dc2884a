"""A small writer of HTML: everything that is not already ``Html`` is escaped, so that no text of a document can become markup."""

from __future__ import annotations

import html

_VOID = frozenset({"meta", "link", "br", "hr"})


class Html(str):
    """Text that is HTML already."""

    __slots__ = ()


def tag(name: str, /, *children: str | None, **attributes: str | bool | None) -> Html:
    """An element.  ``class_`` is written ``class``, ``data_x`` ``data-x``; an attribute that is ``None`` or ``False`` is left out."""
    written = "".join(
        _attribute(key, value)
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    if name in _VOID:
        return Html(f"<{name}{written}>")
    return Html(f"<{name}{written}>{join(*children)}</{name}>")


def join(*children: str | None) -> Html:
    """Children one after the other; ``None`` is left out."""
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
