"""A chronology kept in a table as claims: one row, one claim, whose document is the table."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from seriatim.lang import table_columns
from seriatim.messages import readers as messages
from seriatim.model import (
    UNKNOWN,
    Claim,
    Mention,
    Participant,
    Problem,
    Reading,
    Source,
    Span,
    When,
)
from seriatim.temporal import edtf, intervals

Dated = Callable[[str], str | None]
_BAR = " | "


@dataclass(frozen=True, slots=True)
class Cell:
    """The text of a cell and its span in the document."""

    text: str
    span: Span


def read_rows(reading: Reading, named: Mapping[str, str], dated: Dated) -> Reading:
    """The reading of a table, with one claim per row in place of those of its sentences.

    ``named`` says which column holds what (see ``lang/en/table_columns.py``) where the names that
    are found would be wrong; ``dated`` gives the EDTF value of a cell.  Kind, participants, hedges
    and polarity come from what was read in the row's words; names in a column of actors come on
    top.
    """
    work = _Work(reading, dated)
    for rows in tables(reading):
        columns = find_columns([c.text for c in rows[0]], named)
        for number, row in enumerate(rows[1:], 2):
            work.row(number, {role: row[i] for role, i in columns.items() if i < len(row)})
    return work.reading()


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
    found: list[list[list[Cell]]] = []
    sheet: str | None = None
    for place in reading.document.locations:
        name = (place.element or "").rpartition("!")[0]
        if not found or name != sheet:
            found.append([])
            sheet = name
        found[-1].append(_cells(reading.document.text, place.span))
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

    def __init__(self, read: Reading, dated: Dated) -> None:
        self.read, self.dated = read, dated
        self.claims: list[Claim] = []
        self.mentions = list(read.mentions)
        self.problems: list[Problem] = list(read.problems)

    def reading(self) -> Reading:
        return replace(
            self.read,
            claims=tuple(self.claims),
            mentions=tuple(self.mentions),
            relations=(),
            problems=tuple(self.problems),
        )

    def row(self, number: int, row: dict[str, Cell]) -> None:
        """Add the claim of one row; a row without text in its column of facts becomes a problem."""
        fact = row.get("text") or row.get("detail")
        where = self.read.document.path
        if fact is None or not fact.text:
            if any(c.text for c in row.values()):
                self.problems.append(Problem(where, messages.row_without_text(number)))
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
            if cell is not None:
                self.problems.append(
                    Problem(
                        self.read.document.path,
                        messages.row_without_date(number, cell.text),
                    )
                )
            return UNKNOWN
        shown = row["date"] if text.get("date") else cell
        return intervals.when(
            value, "stated", shown.text if shown else None, shown.span if shown else None
        )

    def _value(self, text: dict[str, str]) -> str | None:
        if text.get("edtf"):
            return text["edtf"] if edtf.is_valid(text["edtf"]) else None
        start = _joined(text, "year", "month", "day") or self._dated(
            text.get("date"), text.get("time")
        )
        end = _joined(text, "endyear", "endmonth", "endday") or self._dated(text.get("end"))
        modifier = table_columns.MODIFIERS.get(text.get("modifier", "").casefold().strip(), "")
        before, after = self._dated(text.get("before")), self._dated(text.get("after"))
        if modifier == "before":
            before, start = start, None
        elif modifier == "after":
            after, start = start, None
        if start and end and start != end:
            return _between(start, end)
        if start:
            return start
        return _between(after, before) if before or after else None

    def _dated(self, cell: str | None, time: str | None = None) -> str | None:
        if not cell:
            return None
        return (self.dated(f"{cell} {time}") if time else None) or self.dated(cell)

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
