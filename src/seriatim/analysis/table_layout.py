"""The header of a table, its columns of dates and the column that tells what happened."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from seriatim.lang import table_columns

_LOOKED_AT = 20  # rows in which the header is looked for
_SAMPLE = 200  # rows by which a column is judged
_DATED = 0.6  # of a column's filled cells
_WORDS = re.compile(r"[A-Z]+(?![a-z])|[A-Z]?[a-z]+|[^\W\d_]+")
_DATE = re.compile(
    r"(?:\w{3,9},? )?(?:\d{4}[-/.]\d{1,2}(?:[-/.]\d{1,2})?(?:[T ]\d\d?:\d\d.*)?"
    r"|\d{1,2}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/., ]+\d{2,4}.*"
    r"|[A-Za-z]{3,9}\.? (?:\d{1,2}(?:st|nd|rd|th)?,? )?\d{4}.*)"
)
_NUMBER = re.compile(r"[\d.,%$€£ -]+")
_NAME = 60  # characters
_PROSE = 3.0  # words on average in a cell that tells something

Rows = Sequence[Sequence[str]]


class Layout(NamedTuple):
    """The header's place among the rows, and the columns of a table by their places."""

    header: int
    dates: tuple[int, ...]  # the one that dates the row first
    text: int | None


def layout(rows: Rows) -> Layout | None:
    """The layout of a table that has a header; None where no row names the columns."""
    header = header_row(rows)
    if header is None:
        return None
    names, body = rows[header], rows[header + 1 : header + 1 + _SAMPLE]
    return Layout(header, date_columns(names, body), text_column(names, body))


def words(name: str) -> list[str]:
    """The words of a column's name, in lower case: "EventDate" is "event date"."""
    return [w.lower() for w in _WORDS.findall(name)]


def header_row(rows: Rows) -> int | None:
    """The place of the row that names the columns, by score; titles may stand above it."""
    scores = [(_header_score(rows, i), -i) for i in range(min(len(rows) - 1, _LOOKED_AT))]
    best, place = max(scores, default=(0.0, 0))
    return -place if best >= 1 else None


def _header_score(rows: Rows, i: int) -> float:
    """How likely a row names the columns: short, distinct cells, known names, other rows below."""
    filled = [cell for cell in rows[i] if cell]
    following = [[cell for cell in row if cell] for row in rows[i + 1 : i + 6]]
    width = max(map(len, following))
    if len(filled) < max(2, 0.6 * width) or len({*filled}) < len(filled):
        return 0.0
    if not all(map(_may_be_name, filled)):
        return 0.0
    known = sum(bool(table_columns.NAMES & {*words(cell)}) for cell in filled)
    below = [cell for row in following for cell in row]
    unlike = sum(_has_digit(cell) or len(cell) > _NAME for cell in below) > 0.1 * len(below)
    plain = not any(map(_has_digit, filled))
    return min(known, 3) + (unlike and plain)


def _may_be_name(cell: str) -> bool:
    """Whether a cell may name a column: no sentence, date or number."""
    told = len(cell) > _NAME or cell.endswith((".", "!", "?"))
    return not (told or is_date(cell) or _NUMBER.fullmatch(cell))


def _has_digit(cell: str) -> bool:
    return any(c.isdigit() for c in cell)


def is_date(cell: str) -> bool:
    """Whether a cell looks like a date, in any of the usual forms."""
    return bool(_DATE.fullmatch(cell.strip()))


def date_columns(names: Sequence[str], rows: Rows) -> tuple[int, ...]:
    """The columns of dates, the likeliest day of what a row tells first."""
    found = [i for i in range(len(names)) if _is_of_dates(names[i], [row[i] for row in rows])]
    return tuple(sorted(found, key=lambda i: (_rank(names[i]), i)))


def _is_of_dates(name: str, cells: Sequence[str]) -> bool:
    filled = [cell for cell in cells if cell]
    if not filled:
        return False
    share = sum(map(is_date, filled)) / len(filled)
    return share >= (_DATED / 3 if table_columns.DATED & {*words(name)} else _DATED)


def _rank(name: str) -> int:
    """The rank of a column of dates: the day of the event, before that of its publication."""
    own = {*words(name)}
    if own & table_columns.LATER:
        return 2
    return 0 if "".join(words(name)) in table_columns.COLUMNS["date"] else 1


def text_column(names: Sequence[str], rows: Rows) -> int | None:
    """The column that tells what happened: by its name, else the one with the most words."""
    folded = ["".join(words(name)) for name in names]
    known = (*table_columns.COLUMNS["text"], *table_columns.COLUMNS["detail"])
    filled = [sum(bool(row[i]) for row in rows) for i in range(len(names))]
    named = (folded.index(name) for name in known if name in folded)
    return next((i for i in named if filled[i]), _wordiest(rows, filled))


def _wordiest(rows: Rows, filled: Sequence[int]) -> int | None:
    """The column with the most words, if most of its cells hold some."""
    usual = [i for i, cells in enumerate(filled) if cells > 0.5 * len(rows)]
    lengths = {i: wordiness([row[i] for row in rows]) for i in usual}
    best = max(lengths, key=lambda i: lengths[i], default=None)
    return best if best is not None and lengths[best] >= _PROSE else None


def wordiness(cells: Sequence[str]) -> float:
    """The number of words of a filled cell, on average."""
    filled = [cell for cell in cells if cell]
    counted = (len(re.findall(r"[^\W\d_]{2,}", cell)) for cell in filled)
    return sum(counted) / len(filled) if filled else 0.0
