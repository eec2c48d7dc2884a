"""The full-text index of the passages: SQLite FTS5 without content, which readings have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import text

from seriatim.lang import word_families
from seriatim.store.schema import passages

if TYPE_CHECKING:
    from sqlalchemy import Connection, Row

    from seriatim.model import Reading

_WHOLE = 4  # letters of a word that is not stemmed for marking
# Passages that are equally good are in the order of the documents, not of their indexing.
_FIND = """SELECT p.*, -rank AS score FROM words JOIN passages p ON p.number = words.rowid
WHERE words MATCH :query
ORDER BY rank, length(p.document), p.document, p.start LIMIT :limit"""


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage found: its place, an excerpt with the words in brackets, and its score (BM25)."""

    document: str
    start: int
    end: int
    words: str
    score: float
    text: str  # of the passage


def add(c: Connection, readings: Iterable[Reading]) -> None:
    """Put the passages of documents into the index that are not in it yet."""
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
    """Remove documents.  The index has no texts, so it needs the readings that it was made from."""
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
    """Text without halves of surrogate pairs, which a database refuses."""
    return words.encode("utf-8", "replace").decode()


def find(c: Connection, query: str, limit: int) -> Sequence[Row[tuple[int, str, int, int, float]]]:
    """The rows of ``passages`` that match an FTS5 query, with their scores, best first."""
    return c.execute(text(_FIND), {"query": query, "limit": limit}).all()


def has(c: Connection, term: str) -> bool:
    """Whether any passage has a term."""
    query = text("SELECT 1 FROM words WHERE words MATCH :query LIMIT 1")
    return c.execute(query, {"query": f'"{term}"'}).first() is not None


def vocabulary(c: Connection) -> list[str]:
    """The stems of all words in the index that begin with a letter."""
    found = c.execute(text("SELECT term FROM vocabulary WHERE term >= 'a'")).scalars()
    return [term for term in found if len(term) > 2]


def marked(wanted: Sequence[str]) -> re.Pattern[str]:
    """The pattern of some terms in a text, words with any ending."""
    by_length = sorted(wanted, key=len, reverse=True)
    alternatives = (r"\W+".join(_inflected(word) for word in t.split()) for t in by_length)
    return re.compile("|".join(rf"\b{a}\b" for a in alternatives), re.IGNORECASE)


def _inflected(word: str) -> str:
    """The pattern of a word with any ending that stemming removes; short words are whole."""
    if word.endswith("*"):
        return rf"{re.escape(word[:-1])}\w*"
    if len(word) <= _WHOLE:
        return re.escape(word)
    stem = re.sub(word_families.INFLECTION, "", word) or word
    return rf"{re.escape(stem.removesuffix('e').removesuffix('i'))}\w{{0,5}}"


def around(passage: str, wanted: Sequence[str]) -> str:
    """An excerpt around the first term in a passage, the terms in brackets."""
    pattern = marked(wanted)
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
