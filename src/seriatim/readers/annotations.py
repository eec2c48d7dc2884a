"""W3C Web Annotation (JSON-LD) → highlights: which document, which words, and what was noted beside them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from seriatim.readers.draft import Unreadable
from seriatim.temporal import edtf


@dataclass(frozen=True, slots=True)
class Highlight:
    """One annotation: its target as it is written, the words with what stands around them, where they stood, a note and a date where it has them."""

    source: str
    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    note: str = ""
    date: str | None = None


def is_annotations(data: bytes) -> bool:
    """Whether the bytes speak of Web Annotation near their start."""
    return data.lstrip()[:1] in (b"{", b"[") and (
        b"ns/anno.jsonld" in data[:4096] or b'"Annotation"' in data[:65_536]
    )


def read(data: bytes) -> list[Highlight]:
    """Every annotation with a quotation, of one annotation, a list, a page or a collection.  Raises Unreadable."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"is no JSON: {error}") from None
    highlights = [h for one in _annotations(found) for h in _highlights(one)]
    if not highlights:
        raise Unreadable(
            "holds no annotation with a TextQuoteSelector: export the highlights as W3C Web Annotation"
        )
    return highlights


def _annotations(found: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 - any JSON value
    if isinstance(found, list):
        for one in found:
            yield from _annotations(one)
    elif isinstance(found, dict):
        if "Annotation" in _list(found.get("type")):
            yield found
        for key in ("first", "items", "annotations", "rows"):
            yield from _annotations(found.get(key, []))


def _highlights(annotation: dict[str, Any]) -> Iterator[Highlight]:
    bodies = [b for b in _list(annotation.get("body")) if isinstance(b, dict)]
    values = [str(b.get("value", "")) for b in bodies]
    date = next(
        (
            v.removeprefix("edtf:")
            for v in values
            if v.startswith("edtf:") and edtf.is_valid(v.removeprefix("edtf:"))
        ),
        None,
    )
    note = next(
        (
            str(b.get("value", ""))
            for b in bodies
            if b.get("purpose") in (None, "commenting", "describing")
        ),
        "",
    )
    for target in (t for t in _list(annotation.get("target")) if isinstance(t, dict)):
        selectors = [s for s in _list(target.get("selector")) if isinstance(s, dict)]
        quote = next(
            (s for s in selectors if s.get("type") == "TextQuoteSelector" and s.get("exact")), None
        )
        place: dict[str, Any] = next(
            (s for s in selectors if s.get("type") == "TextPositionSelector"), {}
        )
        if quote:
            yield Highlight(
                str(target.get("source", "")),
                str(quote["exact"]),
                str(quote.get("prefix", "")),
                str(quote.get("suffix", "")),
                _whole(place.get("start")),
                _whole(place.get("end")),
                note,
                None if date == edtf.UNKNOWN else date,
            )


def _list(value: Any) -> list[Any]:  # noqa: ANN401 - any JSON value
    return value if isinstance(value, list) else [] if value is None else [value]


def _whole(value: Any) -> int | None:  # noqa: ANN401 - any JSON value
    return value if isinstance(value, int) and value >= 0 else None
