"""The date of a table cell: plain words, EDTF, or numbers with gaps (“07/??/97”)."""

from __future__ import annotations

import re
from collections.abc import Callable

from seriatim.lang import table_columns
from seriatim.model import TimeExpression
from seriatim.temporal import edtf

_GAPS = re.compile(r"(\?\?|\d{1,2})[/.](\?\?|\d{1,2})[/.]((?:\d\d)?\d\d)")
_SIGNS = re.compile(r"[\s.,;:()\[\]]+")


def value(cell: str, find: Callable[[str], list[TimeExpression]]) -> str | None:
    """The EDTF value of a cell, ``None`` where it says nothing that can be understood whole.

    ``??`` stands for what is not known: “07/??/97” is July 1997, “??/??/97” is 1997; two digits of
    a year are those of 1950 to 2049.
    """
    words = cell.strip()
    if edtf.is_valid(words):
        return words
    gaps = _GAPS.fullmatch(words)
    if gaps and "??" in gaps.groups():
        return _with_gaps(*gaps.groups())
    first, _, rest = words.partition(" ")
    if first.lower() in table_columns.ABOUT and rest:
        words = f"about {rest}"
    found = [x for x in find(words) if x.type in ("DATE", "TIME") and x.edtf]
    if len(found) != 1 or found[0].edtf is None:
        return None
    said = sum(end - start for start, end in (found[0].span, found[0].signal or (0, 0)))
    letters = len(_SIGNS.sub("", words))
    return (
        found[0].edtf
        if len(_SIGNS.sub("", found[0].text)) + 10 >= letters or said >= letters
        else None
    )


def _with_gaps(month: str, day: str, year: str) -> str | None:
    full = int(year) + (0 if len(year) == 4 else 1900 if int(year) >= 50 else 2000)
    known = month if month != "??" else None
    made = (
        f"{full:04}"
        if known is None
        else f"{full:04}-{int(known):02}" + (f"-{int(day):02}" if day != "??" else "")
    )
    return made if edtf.is_valid(made) else None
