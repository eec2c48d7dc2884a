"""A DOCX paragraph → its text with changes accepted, its links and the amount of changes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from seriatim.model import Citation
from seriatim.readers.links import target

_DELETED = frozenset({"del", "moveFrom", "Fallback", "pict", "txbxContent", "rt"})
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_LINK = "HYPERLINK"
_ADDRESS = re.compile(rf'{_LINK}\s+"([^"]+)"')
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"


@dataclass(slots=True)
class ParagraphText:
    """The words of a paragraph; spans of its links count from its start."""

    text: str = ""
    links: list[Citation] = field(default_factory=list)
    changes: Counter[str] = field(default_factory=Counter)


@dataclass(slots=True)
class _State:
    parts: list[str] = field(default_factory=list)
    length: int = 0
    code: str = ""  # of the field that is being read
    begun: int | None = None  # where the words of the field start


def tag(element: Any) -> str:  # noqa: ANN401 - an element of lxml; comments have a function for a tag
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def paragraph_text(paragraph: Any, part: Any) -> ParagraphText:  # noqa: ANN401 - an element of lxml and its part of the package
    """The text of a ``w:p`` with all changes accepted."""
    found = ParagraphText()
    state = _State()
    _read(paragraph, part, found, state)
    found.text = "".join(state.parts)
    return found


def _read(element: Any, part: Any, found: ParagraphText, state: _State, depth: int = 0) -> None:  # noqa: ANN401 - as above
    for child in element:
        name = tag(child)
        if name in _DELETED or depth > 50:
            found.changes["deleted"] += name in ("del", "moveFrom")
        elif name == "t":
            _add(state, child.text or "")
        elif name in _CHARACTERS:
            _add(state, _CHARACTERS[name])
        elif name in ("fldChar", "instrText"):
            _field(child, name, found, state)
        elif name == "hyperlink":
            start = state.length
            _read(child, part, found, state, depth + 1)
            url = _url(child, part)
            if url and state.length > start:
                found.links.append(Citation((start, state.length), url))
        else:
            found.changes["inserted"] += name in ("ins", "moveTo")
            _read(child, part, found, state, depth + 1)


def _add(state: _State, text: str) -> None:
    state.parts.append(text)
    state.length += len(text)


def _field(child: Any, name: str, found: ParagraphText, state: _State) -> None:  # noqa: ANN401 - an element of lxml
    """A link as a field, whose code holds the address and whose result holds the words."""
    if name == "instrText":
        state.code += child.text or ""
        return
    kind = next((v for k, v in child.attrib.items() if k.endswith("}fldCharType")), "")
    if kind == "begin":
        state.code, state.begun = "", None
    elif kind == "separate":
        state.begun = state.length
    elif kind == "end":
        address = _ADDRESS.search(state.code)
        url = target(address[1]) if address else None
        if url and state.begun is not None and state.length > state.begun:
            found.links.append(Citation((state.begun, state.length), url))
        state.code, state.begun = "", None


def _url(element: Any, part: Any) -> str | None:  # noqa: ANN401 - an element of lxml and its part of the package
    relation = part.rels.get(element.get(_RELATION)) if element.get(_RELATION) else None
    return target(relation.target_ref) if relation is not None and relation.is_external else None
