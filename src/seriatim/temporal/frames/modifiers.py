"""Early, middle and late: a value narrowed to the part that the words mean, and no further."""

from __future__ import annotations

import re

from seriatim.temporal.edtf import days_in_month, year_text
from seriatim.temporal.frames.anchors import Point
from seriatim.temporal.frames.context import Context, TimexValue
from seriatim.temporal.frames.timex3 import as_edtf

_LATE = 4  # up to March, "the turn of the year" may be past; from April it is future
_ABOUT = 10
_HALF = 50


def narrowed_to(
    said: TimexValue, mod: str | None, context: Context, anchor_point: Point | None = None
) -> TimexValue:
    """The value narrowed to an early, middle or late part, and its interval with it."""
    if mod is None:
        return said
    if mod in ("LATER", "EARLIER"):
        said.mod = "START" if mod == "EARLIER" and context.genre != "narrative" else None
        _compare(said, mod, anchor_point)
        return said
    said.mod = mod
    if not said.edtf:
        return said
    if mod != "APPROX":
        said.edtf = narrowed(said.edtf, mod)
    elif "/" not in said.edtf and "T" not in said.edtf:
        said.edtf += "~"
    return said


def _compare(said: TimexValue, mod: str, anchor: Point | None) -> None:
    """“later this year”: from the anchor to the end of the value; “earlier” up to the anchor."""
    if anchor is None or not said.edtf or "/" in said.edtf:
        return
    own, value = as_edtf(anchor), said.edtf
    if own != value:
        said.edtf = f"{own}/{value}" if mod == "LATER" else f"{value}/{own}"


def turned(value: str, base: Point) -> str | None:
    """The dates of “the turn of the year” or “of the century”: about its end or its beginning."""
    if re.fullmatch(r"\d{4}", value):
        first = int(value) - (base.month is None or base.month < _LATE)
        last = int(value) + (base.month is None or base.month >= _LATE)
        return f"{year_text(first)}-12/{year_text(last)}-01"
    if re.fullmatch(r"\d\dXX", value):
        century, gone = int(value[:2]) * 100, base.year % 100
        first = century + (100 if gone >= _HALF else 0) - _ABOUT
        return f"{year_text(first)}/{year_text(century + 100 + _ABOUT)}"
    return None


def narrowed(value: str, mod: str) -> str:
    """The early, middle or late part of an EDTF value: a half, or the middle half.

    A month's middle is its second ten days with a day to spare.
    """
    if "X" in value:
        digits = value.replace("X", "")
        size = 10 ** value.count("X")
        first = int(digits) * size
        low, high = {
            "START": (0, size // 2 - 1),
            "MID": (3 * size // 10, 7 * size // 10),
            "END": (size // 2, size - 1),
        }[mod]
        return f"{first + low:04}/{first + high:04}"
    parts = value.lstrip("-").split("-")
    if "/" in value or "T" in value or len(parts) > 2 or not parts[0].isdigit():
        return value
    if len(parts) == 1:
        low, high = {"START": (1, 6), "MID": (4, 9), "END": (7, 12)}[mod]
        return f"{value}-{low:02}/{value}-{high:02}"
    month = int(parts[1])
    if month > 12:
        return value
    last = days_in_month(int(value[: value.rindex("-")]), month)
    low, high = {"START": (1, 15), "MID": (10, 20), "END": (15, last)}[mod]
    return f"{value}-{low:02}/{value}-{high:02}"
