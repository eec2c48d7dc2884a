"""A chronology kept in a table as claims: one row, one claim, whose document is the table."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from seriatim.analysis import table_layout
from seriatim.lang import table_columns
from seriatim.messages import readers as messages
from seriatim.model import (
    UNKNOWN,
    Claim,
    DateCandidate,
    Mention,
    Participant,
    Problem,
    Reading,
    Source,
    Span,
    When,
)
from seriatim.temporal import edtf, intervals

_BAR = " | "
_JUDGED = 200  # rows by which columns are judged
_DATES = ("date", "end", "before", "after")
_LABEL_CELLS = 4  # that name a row of a table in which no column tells what happened


class CellDates(NamedTuple):
    """What cells of dates mean: the value of one, the order that a column proves, and both days.

    The order of day and month is decided for a whole column.
    """

    value: Callable[..., str | None]
    order: Callable[[Iterable[str]], str]
    both: Callable[[str], tuple[str, str] | None]


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell and its span in the document."""

    text: str
    span: Span


def read_rows(reading: Reading, named: Mapping[str, str], dated: CellDates) -> Reading:
    """The reading of a table, with one claim per row in place of those of its sentences.

    ``named`` says which column holds what (see ``lang/en/table_columns.py``) where the names that
    are found would be wrong; ``dated`` gives the EDTF value of a cell.  Kind, participants, hedges
    and polarity come from what was read in the row's words; names in a column of actors come on
    top.
    """
    work = _Work(reading, dated)
    for rows in tables(reading):
        names = [c.text for c in rows[0]]
        columns = _columns(names, [[c.text for c in row] for row in rows[1:]], named)
        work.order = _orders(rows[1:], columns, dated)
        for row in rows[1:]:
            work.row(_line(reading, row), _by_role(row, columns))
    return work.reading()


def _by_role(row: Sequence[Cell], columns: Mapping[str, int]) -> dict[str, Cell]:
    """The cells of a row by their roles; its first words tell what happened if no column does."""
    cells = {role: row[i] for role, i in columns.items() if i < len(row)}
    if any(cells[role].text for role in ("text", "detail") if role in cells):
        return cells
    return cells | _label(row, set(columns.values()))


def _line(reading: Reading, row: Sequence[Cell]) -> int:
    """The line of the file, or the row of the sheet, that a row is."""
    at = next((cell.span[0] for cell in row if cell.text), 0)
    places = reading.document.locations
    place = places[max(0, bisect_right(places, at, key=lambda p: p.span[0]) - 1)]
    return place.line or 0


def is_chronology(reading: Reading) -> bool:
    """Whether a table of the document has a row that names a column of dates."""
    if not any(p.kind == "header" for p in reading.passages):
        return False
    return any(
        {"date", "edtf", "year"} & _columns([c.text for c in rows[0]], _texts(rows[1:]), {}).keys()
        for rows in tables(reading)
    )


def _texts(rows: Sequence[Sequence[Cell]]) -> list[list[str]]:
    return [[cell.text for cell in row] for row in rows[:_JUDGED]]


def _columns(
    names: Sequence[str], rows: Sequence[Sequence[str]], named: Mapping[str, str]
) -> dict[str, int]:
    """The place of each role's column: by the names, else by what the cells hold."""
    found = find_columns(names, named)
    width = len(names)
    judged = [[*row, *[""] * width][:width] for row in rows[:_JUDGED]]
    dates = table_layout.date_columns(names, judged)
    if not {"date", "edtf", "year"} & found.keys() and dates:
        found = {role: i for role, i in found.items() if i != dates[0]} | {"date": dates[0]}
    if "text" not in found and "detail" not in found:
        text = table_layout.text_column(names, judged)
        if text is not None and text not in found.values():
            found["text"] = text
    return found


def _orders(
    rows: Sequence[Sequence[Cell]], columns: Mapping[str, int], dated: CellDates
) -> dict[str, str]:
    """The order of day and month in each column of dates."""
    places = {role: columns[role] for role in _DATES if role in columns}
    return {
        role: dated.order(row[i].text for row in rows if i < len(row)) for role, i in places.items()
    }


def _label(row: Sequence[Cell], taken: set[int]) -> dict[str, Cell]:
    """The first cells with words as what the row tells, where no column is known to."""
    free = [cell for i, cell in enumerate(row) if i not in taken and _has_words(cell.text)]
    chosen = free[:_LABEL_CELLS]
    if not chosen:
        return {}
    span = (chosen[0].span[0], chosen[-1].span[1])
    return {"text": Cell(", ".join(cell.text for cell in chosen), span)}


def _has_words(text: str) -> bool:
    return bool(re.search(r"[^\W\d_]{3}", text)) and "://" not in text


def find_columns(names: Sequence[str], named: Mapping[str, str]) -> dict[str, int]:
    """The place of each role's column, by the columns' names and by what the user says.

    Raises ValueError for a name that the table does not have.
    """
    folded = [_folded(n) for n in names]
    found: dict[str, int] = {}
    for role, known in table_columns.COLUMNS.items():
        place = next(
            (
                folded.index(n)
                for n in known
                if n in folded and folded.index(n) not in found.values()
            ),
            None,
        )
        if place is not None:
            found[role] = place
    if "year" not in found:
        found.pop("day", None)
        found.pop("month", None)
    for role, name in named.items():
        if role not in table_columns.COLUMNS:
            raise ValueError(messages.unknown_role(role, tuple(table_columns.COLUMNS)))
        if _folded(name) not in folded:
            raise ValueError(messages.unknown_column(name, names))
        found = {r: i for r, i in found.items() if i != folded.index(_folded(name))} | {
            role: folded.index(_folded(name))
        }
    return found


def _folded(name: str) -> str:
    return "".join(
        c for c in name.casefold().removesuffix("(s)").replace("&", "and") if c.isalnum()
    )


def tables(reading: Reading) -> list[list[list[Cell]]]:
    """The rows of each table of the document, the first of them with the columns' names."""
    text = reading.document.text
    heads = [p.span for p in reading.passages if p.kind == "header"]
    found: list[list[list[Cell]]] = []
    sheet: str | None = None
    begun = not heads
    for place in reading.document.locations:
        name = (place.element or "").rpartition("!")[0]
        is_head = any(place.span[0] <= start < place.span[1] for start, _ in heads)
        if is_head or (begun and name != sheet) or (not heads and not found):
            found.append([])
            begun = True
        sheet = name
        if begun:
            found[-1].append(_cells(text, place.span))
    return [rows for rows in found if len(rows) > 1]


def _cells(text: str, span: Span) -> list[Cell]:
    at = text.rfind("\n", 0, span[0]) + 1
    end = text.find("\n", span[1])
    cells = []
    for words in text[at : len(text) if end < 0 else end].split(_BAR):
        start = at + len(words) - len(words.lstrip())
        cells.append(Cell(words.strip(), (start, start + len(words.strip()))))
        at += len(words) + len(_BAR)
    return cells


class _Work:
    """The claims and mentions of the rows so far."""

    def __init__(self, read: Reading, dated: CellDates) -> None:
        self.read, self.dated = read, dated
        self.order: dict[str, str] = {}  # of day and month, by the role of the column
        self.claims: list[Claim] = []
        self.mentions = list(read.mentions)
        self.silent: list[int] = []  # the rows without words
        self.undated: list[int] = []  # … and without a date
        self.unclear: list[tuple[int, str]] = []  # … and with one that is not understood

    def reading(self) -> Reading:
        return replace(
            self.read,
            claims=tuple(self.claims),
            mentions=tuple(self.mentions),
            relations=(),
            problems=(*self.read.problems, *self._problems()),
        )

    def _problems(self) -> Iterator[Problem]:
        """What is said of the rows that could not be read, or dated, each kind in one sentence."""
        where = self.read.document.path
        if self.silent:
            yield Problem(where, messages.rows_without_text(self.silent))
        if self.unclear:
            yield Problem(where, messages.rows_with_unclear_dates(self.unclear))
        if self.undated:
            yield Problem(where, messages.rows_without_date(self.undated))

    def row(self, number: int, row: dict[str, Cell]) -> None:
        """Add the claim of one row; a row without any words is reported."""
        fact = next((row[r] for r in ("text", "detail") if r in row and row[r].text), None)
        if fact is None:
            self.silent.append(number)
            return
        inside = [c for c in self.read.claims if fact.span[0] <= c.predicate[0] < fact.span[1]]
        first = inside[0] if inside else self._bare_claim(fact)
        cells = {role: cell.text for role, cell in row.items() if cell.text}
        kind = cells.get("kind")
        self.claims.append(
            replace(
                first,
                id=f"{self.read.document.id}-c{len(self.claims) + 1}",
                passage=self._passage(fact),
                span=fact.span,
                quote=self.read.document.text[slice(*fact.span)],
                kind=kind.casefold() if kind else first.kind,
                summary=fact.text,
                when=self._when(number, row),
                place=cells.get("place", first.place),
                participants=self._participants(row, inside),
                sources=(*self._sources(row), *first.sources),
                hedges=tuple(dict.fromkeys(h for c in inside for h in c.hedges)),
                quantities=tuple(q for c in inside for q in c.quantities),
                citations=tuple(dict.fromkeys(url for c in inside for url in c.citations)),
                same_as=None,
            )
        )

    def _bare_claim(self, fact: Cell) -> Claim:
        """The claim of a cell in whose text no event was found."""
        document = self.read.document
        quote = document.text[slice(*fact.span)]
        return Claim("", document.id, 0, fact.span, quote, fact.span, "other", fact.text, UNKNOWN)

    def _passage(self, fact: Cell) -> int:
        passages = self.read.passages
        return next((p.index for p in passages if p.span[0] <= fact.span[0] < p.span[1]), 0)

    def _when(self, number: int, row: dict[str, Cell]) -> When:
        text = {role: cell.text for role, cell in row.items()}
        value = self._value(text)
        cell = next(
            (row[r] for r in ("edtf", "date", "year", "before", "after") if text.get(r)), None
        )
        if value is None:
            if cell is None:
                self.undated.append(number)
            else:
                self.unclear.append((number, cell.text))
            return UNKNOWN
        shown = row["date"] if text.get("date") else cell
        when = intervals.when(
            value, "stated", shown.text if shown else None, shown.span if shown else None
        )
        return self._with_candidates(when, shown)

    def _with_candidates(self, when: When, cell: Cell | None) -> When:
        """The date with both days that the cell may mean, where no row of its column decides."""
        both = self.dated.both(cell.text) if cell else None
        if both is None or cell is None or self.order.get("date") != "unknown":
            return when
        candidates = tuple(DateCandidate(day, 0.5, cell.span) for day in sorted(both))
        return replace(when, candidates=candidates)

    def _value(self, text: dict[str, str]) -> str | None:
        if text.get("edtf"):
            return text["edtf"] if edtf.is_valid(text["edtf"]) else None
        start = _joined(text, "year", "month", "day") or self._dated(text, "date")
        end = _joined(text, "endyear", "endmonth", "endday") or self._dated(text, "end")
        modifier = table_columns.MODIFIERS.get(text.get("modifier", "").casefold().strip(), "")
        before, after = self._dated(text, "before"), self._dated(text, "after")
        if modifier == "before":
            before, start = start, None
        elif modifier == "after":
            after, start = start, None
        if start and end and start != end:
            return _between(start, end)
        if start:
            return start
        return _between(after, before) if before or after else None

    def _dated(self, text: dict[str, str], role: str) -> str | None:
        cell, time = text.get(role), text.get("time") if role == "date" else None
        if not cell:
            return None
        order = self.order.get(role, "unknown")
        day = self.dated.value(cell, order=order)
        with_time = self.dated.value(f"{day or cell} {_clock(time)}", order=order) if time else None
        return with_time or day

    def _participants(
        self, row: dict[str, Cell], inside: Sequence[Claim]
    ) -> tuple[Participant, ...]:
        found = {p.mention: p for c in inside for p in c.participants}
        cell = row.get("actors")
        for name in re.finditer(r"[^;\n]*[^;\s]", cell.text) if cell else ():
            mention = self._mention(cell, name) if cell else None
            if mention is not None:
                found.setdefault(mention.id, Participant(mention.id, "agent"))
        return tuple(found.values())

    def _mention(self, cell: Cell, name: re.Match[str]) -> Mention | None:
        words = name[0].strip()
        start = cell.span[0] + name.end() - len(words)
        span = (start, start + len(words))
        known = next((m for m in self.mentions if m.span == span), None)
        if known or not words:
            return known
        like = next((m for m in self.mentions if m.name == words), None)
        identity, document = (
            f"{self.read.document.id}-r{len(self.mentions) + 1}",
            self.read.document.id,
        )
        made = Mention(identity, document, 0, span, words, words, like.kind if like else "other")
        self.mentions.append(made)
        return made

    def _sources(self, row: dict[str, Cell]) -> tuple[Source, ...]:
        cell = row.get("source")
        if cell is None or not cell.text:
            return ()
        said = row.get("text", cell).span
        return tuple(
            Source(
                name[0].strip(),
                (cell.span[0] + name.start(), cell.span[0] + name.end()),
                None,
                said,
            )
            for name in re.finditer(r"[^<\s](?:[^<]*[^<\s])?", cell.text)
        )


def _clock(time: str) -> str:
    """A time of day with its colon: sheets keep "0905" or "905"."""
    digits = re.fullmatch(r"(\d{1,2})(\d\d)", time.strip())
    return f"{int(digits[1]):02}:{digits[2]}" if digits else time


def _joined(text: dict[str, str], year: str, month: str, day: str) -> str | None:
    parts = [text.get(p, "").strip() for p in (year, month, day)]
    if not re.fullmatch(r"-?\d{1,4}", parts[0]):
        return None
    made = edtf.year_text(int(parts[0]))
    for part in parts[1:]:
        if not part.isdigit():
            break
        made += f"-{int(part):02}"
    return made if edtf.is_valid(made) else None


def _between(start: str | None, end: str | None) -> str | None:
    left = ".." if start is None else start.partition("/")[0]
    right = ".." if end is None else end.rpartition("/")[2]
    made = f"{left}/{right}"
    return made if edtf.is_valid(made) else None
