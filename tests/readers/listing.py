"""A document as a test reads it: one line a passage, set in under what it hangs under."""

from __future__ import annotations

from typing import Any

from seriatim.analysis import passage_text
from seriatim.readers import ReadResult, read_bytes


def taken(source: Any, name: str = "a.txt", **given: Any) -> ReadResult:
    return read_bytes(source if isinstance(source, bytes) else source.encode(), name, **given)


def lines(found: ReadResult, number: int = 0) -> list[str]:
    document, passages = found.documents[number]
    listed = []
    for passage in passages:
        told = "".join(
            f" {sign}{value}"
            for sign, value in (("@", passage.author), ("on ", passage.published))
            if value
        )
        words = passage_text(document, passage).text
        listed.append(f"{passage.kind}{told}: {'  ' * len(passage.parents)}{words}")
    return listed


def listing(source: Any, name: str = "a.txt") -> str:
    """The first document's passages."""
    return "\n".join(lines(taken(source, name)))


def date_of(source: Any, name: str = "a.txt") -> str:
    document, _ = taken(source, name).documents[0]
    return f"{document.published} {document.published_basis}"


def problems(source: Any, name: str = "a.txt") -> str:
    return "\n".join(f"{p.where} {p.message}" for p in taken(source, name).problems)
