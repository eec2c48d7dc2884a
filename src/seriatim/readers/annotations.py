"""W3C Web Annotation (JSON-LD) → highlights: their document, their words and their note."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from seriatim.messages import readers as messages
from seriatim.readers.draft import Unreadable
from seriatim.temporal import edtf


@dataclass(frozen=True, slots=True)
class Highlight:
    """An annotation: its target, the quoted words with context and position, note and date."""

    source: str
    exact: str
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    note: str = ""
    date: str | None = None


def is_annotations(data: bytes) -> bool:
    """Whether the bytes mention Web Annotation near their start."""
    return data.lstrip()[:1] in (b"{", b"[") and (
        b"ns/anno.jsonld" in data[:4096] or b'"Annotation"' in data[:65_536]
    )


def read(data: bytes) -> list[Highlight]:
    """The annotations with a quotation, in a list, page or collection.  Raises Unreadable."""
    try:
        found = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise Unreadable(f"is no JSON: {error}") from None
    highlights = [h for one in _annotations(found) for h in _highlights(one)]
    if not highlights:
        raise Unreadable(messages.NO_HIGHLIGHTS)
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
    """The targets of an annotation that quote their words."""
    bodies = [b for b in _list(annotation.get("body")) if isinstance(b, dict)]
    date, note = _date(bodies), _note(bodies)
    for target in (t for t in _list(annotation.get("target")) if isinstance(t, dict)):
        selectors = [s for s in _list(target.get("selector")) if isinstance(s, dict)]
        quote = _selector([s for s in selectors if s.get("exact")], "TextQuoteSelector")
        place = _selector(selectors, "TextPositionSelector")
        if quote:
            yield Highlight(
                str(target.get("source", "")),
                str(quote["exact"]),
                str(quote.get("prefix", "")),
                str(quote.get("suffix", "")),
                _whole(place.get("start")),
                _whole(place.get("end")),
                note,
                date,
            )


def _selector(selectors: list[dict[str, Any]], kind: str) -> dict[str, Any]:
    """The first selector of a kind, or an empty one."""
    return next((s for s in selectors if s.get("type") == kind), {})


def _date(bodies: list[dict[str, Any]]) -> str | None:
    """The first valid date among the bodies, which are written as "edtf:1912-05"."""
    values = (str(b.get("value", "")) for b in bodies)
    dates = (v.removeprefix("edtf:") for v in values if v.startswith("edtf:"))
    date = next(filter(edtf.is_valid, dates), edtf.UNKNOWN)
    return None if date == edtf.UNKNOWN else date


def _note(bodies: list[dict[str, Any]]) -> str:
    """The text of the first body that comments."""
    purposes = (None, "commenting", "describing")
    return next((str(b.get("value", "")) for b in bodies if b.get("purpose") in purposes), "")


def _list(value: Any) -> list[Any]:  # noqa: ANN401 - any JSON value
    return value if isinstance(value, list) else [] if value is None else [value]


def _whole(value: Any) -> int | None:  # noqa: ANN401 - any JSON value
    return value if isinstance(value, int) and value >= 0 else None
