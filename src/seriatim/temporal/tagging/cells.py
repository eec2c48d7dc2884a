"""The date of a table cell: plain words, EDTF, or numbers, with gaps (“07/??/97”) or doubts."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Literal

from seriatim.lang import table_columns
from seriatim.model import TimeExpression
from seriatim.temporal import edtf

_GAPS = re.compile(r"(\?\?|\d{1,2})[/.](\?\?|\d{1,2})[/.]((?:\d\d)?\d\d)")
_NUMERIC = re.compile(
    r"(?P<a>\d{1,2})(?P<sign>[/.-])(?P<b>\d{1,2})(?P=sign)(?P<y>\d{4}|\d\d)"
    r"(?P<time>[ ,T]+\d{1,2}:\d\d.*)?"
)
_DOUBT = re.compile(r"(?P<date>.*?[^\s?(])\s*(?:\(\s*\?\s*\)|\[\s*\?\s*\]|\?)")
_FRACTION = re.compile(r"(?<=:\d\d)[.,]\d{1,9}")  # of a second: the value goes to the second
_MONTHS = 12
_SIGNS = re.compile(r"[\s.,;:()\[\]]+")


# The order of day and month in a column of numeric dates: proven by one row, or unknown.
DayOrder = Literal["day first", "month first", "unknown"]


def day_order(cells: Iterable[str]) -> DayOrder:
    """The order that one cell of a column proves: "31/01/2018" can only be day first."""
    pairs = [(int(m["a"]), int(m["b"])) for m in map(_NUMERIC.match, cells) if m]
    day = any(a > _MONTHS >= b for a, b in pairs)
    month = any(b > _MONTHS >= a for a, b in pairs)
    if day == month:
        return "unknown"
    return "day first" if day else "month first"


def both_days(cell: str) -> tuple[str, str] | None:
    """The two days that a numeric date may mean, where nothing decides between them."""
    match = _NUMERIC.fullmatch(cell.strip())
    if not match or match["time"]:
        return None
    first, second = (_numeric(match, order) for order in ("day first", "month first"))
    return (first, second) if first and second and first != second else None


def value(
    cell: str,
    find: Callable[[str], list[TimeExpression]],
    order: DayOrder = "unknown",
) -> str | None:
    """The EDTF value of a cell, ``None`` where it says nothing that can be understood whole.

    ``??`` stands for what is not known: “07/??/97” is July 1997, “??/??/97” is 1997; two digits of
    a year are those of 1950 to 2049.  A question mark behind a date makes it uncertain; a day that
    its month does not have is none.
    """
    doubted = _DOUBT.fullmatch(cell.strip())
    if doubted and "??" not in doubted["date"]:
        plain = _value(doubted["date"], find, order)
        uncertain = f"{plain}?" if plain and "T" not in plain else plain
        return uncertain if uncertain is None or edtf.is_valid(uncertain) else plain
    return _value(cell, find, order)


def _value(cell: str, find: Callable[[str], list[TimeExpression]], order: DayOrder) -> str | None:
    words = _FRACTION.sub("", cell.strip())
    if edtf.is_valid(words):
        return words
    gaps = _GAPS.fullmatch(words)
    if gaps and "??" in gaps.groups():
        return _with_gaps(*gaps.groups())
    numeric = _NUMERIC.fullmatch(words)
    if numeric:
        days = [d for d in (_numeric(numeric, one) for one in _orders(order)) if d]
        if not days:
            return None
        if len({*days}) == 1:
            return _with_time(days[0], numeric["time"], find)
    return _in_words(words, find)


def _in_words(words: str, find: Callable[[str], list[TimeExpression]]) -> str | None:
    """The value of the one expression that a cell is."""
    first, _, rest = words.partition(" ")
    if first.lower() in table_columns.ABOUT and rest:
        words = f"about {rest}"
    found = [x for x in find(words) if x.type in ("DATE", "TIME") and x.edtf]
    if len(found) != 1 or found[0].edtf is None:
        return None
    said = sum(end - start for start, end in (found[0].span, found[0].signal or (0, 0)))
    letters = len(_SIGNS.sub("", words))
    whole = len(_SIGNS.sub("", found[0].text)) + 10 >= letters or said >= letters
    return found[0].edtf if whole else None


def _orders(order: DayOrder) -> tuple[DayOrder, ...]:
    return ("day first", "month first") if order == "unknown" else (order,)


def _numeric(match: re.Match[str], order: DayOrder) -> str | None:
    """The day of a numeric date in one order; None where there is no such day."""
    a, b = int(match["a"]), int(match["b"])
    day, month = (a, b) if order == "day first" else (b, a)
    made = f"{_full_year(match['y']):04}-{month:02}-{day:02}"
    return made if edtf.is_valid(made) else None


def _full_year(year: str) -> int:
    return int(year) + (0 if len(year) == 4 else 1900 if int(year) >= 50 else 2000)


def _with_time(day: str, time: str | None, find: Callable[[str], list[TimeExpression]]) -> str:
    """The day with the time of day behind it, if that is understood."""
    if not time:
        return day
    found = [x.edtf for x in find(f"{day} {time.strip(' ,T')}") if x.edtf and "T" in x.edtf]
    return found[0] if len(found) == 1 else day


def _with_gaps(month: str, day: str, year: str) -> str | None:
    full = _full_year(year)
    known = month if month != "??" else None
    made = (
        f"{full:04}"
        if known is None
        else f"{full:04}-{int(known):02}" + (f"-{int(day):02}" if day != "??" else "")
    )
    return made if edtf.is_valid(made) else None
