"""Hashes of what a store holds, by which damage and changes are found."""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from sqlalchemy import text

from seriatim.store.schema import nouns, passages, readings

if TYPE_CHECKING:
    from sqlalchemy import Connection

# What a store notes of itself that is not made from the case: the hash, the blocks, and the hash of
# files by which a build sees quickly that nothing has changed.
_APART = frozenset({"digest", "blocks", "seen"})
_INSTANCES = "CREATE VIRTUAL TABLE temp.instances USING fts5vocab('main', 'words', 'instance')"


def of_chronology(c: Connection, notes: Mapping[str, str]) -> str:
    """A hash of the notes, and of the keys and hashes of all rows of the chronology."""
    digest = hashlib.blake2b(digest_size=16)
    digest.update(repr(sorted((k, v) for k, v in notes.items() if k not in _APART)).encode())
    rows = nouns.select().with_only_columns(*nouns.c[:3]).order_by(nouns.c.kind, nouns.c.number)
    for row in c.execute(rows):
        digest.update(repr(tuple(row)).encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def of_tables(c: Connection) -> dict[str, str]:
    """A hash of the content of each table but the blocks, whatever the order of its rows."""
    return {
        "meta": _sum(
            f"{k}={v}" for k, v in c.execute(text("SELECT key, value FROM meta")) if k not in _APART
        ),
        "readings": _sum(
            (s + f).encode() + zlib.decompress(b)
            for s, f, b in c.execute(readings.select().with_only_columns(*readings.c))
        ),
        "nouns": _sum(
            f"{k} {n} {h} ".encode() + zlib.decompress(b)
            for k, n, h, b in c.execute(nouns.select().with_only_columns(*nouns.c))
        ),
        "passages": _sum(f"{p.document} {p.start} {p.end}" for p in c.execute(passages.select())),
        "words": _sum(_words(c)),
    }


def _words(c: Connection) -> Iterator[str]:
    """Every word of the full-text index with its place in a document."""
    places = {p.number: f"{p.document} {p.start}" for p in c.execute(passages.select())}
    c.execute(text(_INSTANCES))
    for term, number, offset in c.execute(text("SELECT term, doc, offset FROM temp.instances")):
        yield f"{term} {places.get(number)} {offset}"
    c.execute(text("DROP TABLE temp.instances"))


def _sum(rows: Iterable[str | bytes]) -> str:
    """A hash of some rows that does not depend on their order: the sum of their hashes."""
    total = count = 0
    for row in rows:
        data = row if isinstance(row, bytes) else row.encode("utf-8", "surrogatepass")
        total += int.from_bytes(hashlib.sha256(data).digest(), "big")
        count += 1
    return f"{count} {total % (1 << 256):x}"
