"""The full-text index of the passages (SQLite FTS5, without their content: the texts stand in the readings)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import text

from seriatim.store.schema import passages

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from seriatim.model import Reading

# Of two passages that are as good, the one of the earlier document, and there the earlier one:
# whenever they were put into the index.
_FIND = """SELECT p.* FROM words JOIN passages p ON p.number = words.rowid WHERE words MATCH :query
ORDER BY rank, length(p.document), p.document, p.start LIMIT :limit"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that has the words: which document, where it starts, and some of it with ``[`` ``]`` about what was found."""

    document: str
    start: int
    words: str


def add(c: Connection, readings: Iterable[Reading]) -> None:
    """Put the passages of documents into the index, those that it has left out."""
    indexed = set(
        c.execute(passages.select().with_only_columns(passages.c.document).distinct()).scalars()
    )
    last = c.execute(text("SELECT max(number) FROM passages")).scalar() or 0
    found = [
        (r.document, p.span) for r in readings if r.document.id not in indexed for p in r.passages
    ]
    if found:
        places = [
            {"number": n, "document": d.id, "start": s[0], "end": s[1]}
            for n, (d, s) in enumerate(found, last + 1)
        ]
        c.execute(passages.insert(), places)
        words = [
            {"number": n, "text": _sound(d.text[slice(*s)])}
            for n, (d, s) in enumerate(found, last + 1)
        ]
        c.execute(text("INSERT INTO words(rowid, text) VALUES (:number, :text)"), words)


def remove(c: Connection, readings: Iterable[Reading]) -> None:
    """Take documents out.  The index keeps no texts, so it has to be told once more what it was given: by the ``readings`` of then."""
    for document in (r.document for r in readings):
        there = c.execute(passages.select().where(passages.c.document == document.id)).all()
        if there:
            gone = [
                {"number": p.number, "text": _sound(document.text[p.start : p.end])} for p in there
            ]
            c.execute(
                text("INSERT INTO words(words, rowid, text) VALUES ('delete', :number, :text)"),
                gone,
            )
            c.execute(passages.delete().where(passages.c.document == document.id))


def _sound(words: str) -> str:
    """Halves of characters, which a database refuses, as question marks."""
    return words.encode("utf-8", "replace").decode()


def terms(words: str) -> list[str]:
    """What is looked for: words, and those between quotation marks as one."""
    return [t.strip('"') for t in re.findall(r'"[^"]*"|\S+', words) if t.strip('"')]


def find(
    c: Connection, wanted: Sequence[str], limit: int
) -> Sequence[Row[tuple[int, str, int, int]]]:
    """The passages that have all terms, best first: rows of ``passages``."""
    query = " ".join('"' + t.replace('"', '""') + '"' for t in wanted)
    return c.execute(text(_FIND), {"query": query, "limit": limit}).all()


def around(passage: str, wanted: Sequence[str]) -> str:
    """Some words of a passage about the first place where a term stands, the terms in brackets."""
    alternatives = (r"\W+".join(map(re.escape, t.split())) for t in wanted)
    pattern = re.compile("|".join(rf"\b{a}\b" for a in alternatives), re.IGNORECASE)
    first = pattern.search(passage)
    middle = first.start() if first else 0
    start, end = max(0, middle - 80), middle + 120
    cut = passage[start:end]
    words = cut[cut.find(" ") + 1 if start else 0 : cut.rfind(" ") if end < len(passage) else None]
    return (
        ("…" if start else "")
        + pattern.sub(lambda m: f"[{m[0]}]", words)
        + ("…" if end < len(passage) else "")
    )
