"""The chronology in the store: rows of up to 64 objects, with an index of each row of events.

A row has the hash of what it was made from, so that a build writes only the rows that changed.
"""

from __future__ import annotations

import hashlib
import zlib
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from types import GenericAlias
from typing import TYPE_CHECKING, Any, Protocol

import msgspec

from seriatim.model import (
    Actor,
    Chronology,
    Conflict,
    Document,
    Event,
    Finding,
    Link,
    PossibleDuplicate,
    Problem,
)
from seriatim.store.memory import paused_collection
from seriatim.store.schema import nouns

if TYPE_CHECKING:
    from sqlalchemy import Connection

KINDS: dict[str, Any] = {
    "documents": Document,
    "actors": Actor,
    "events": Event,
    "links": Link,
    "conflicts": Conflict,
    "findings": Finding,
    "problems": Problem,
    "doubts": PossibleDuplicate,
}
PER_ROW = 64  # one object a row takes four times the room

Key = tuple[str, int]  # kind, number of the first object of the row


class EventIndex(Protocol):
    """What is asked of events so often that it is kept beside them."""

    def depends_on(self, events: Sequence[Event]) -> object:
        """What an index row depends on besides its events, in a form for MessagePack."""

    def of_events(self, events: Sequence[Event]) -> Mapping[str, object]:
        """The index of a row of events, by kind: the same kinds for every row."""

    def of_chronology(self) -> Mapping[str, object]:
        """What the index has only once, by kind."""


def keep(c: Connection, chronology: Chronology, index: EventIndex) -> None:
    """Write the rows of a chronology that are new, and drop those that it no longer has."""
    there: dict[Key, str] = {
        (row.kind, row.number): row.hash
        for row in c.execute(nouns.select().with_only_columns(*nouns.c[:3]))
    }
    same: dict[str, list[Key]] = {}
    for key, mark in there.items():
        same.setdefault(mark, []).append(key)
    found: dict[Key, str] = {}
    changed = []
    for key, mark, made in _rows(chronology, index, same):
        found[key] = mark
        if there.get(key) != mark:
            changed.append(
                {"kind": key[0], "number": key[1], "hash": mark, "blob": zlib.compress(made, 6)}
            )
    for kind, number in [key for key, mark in there.items() if found.get(key) != mark]:
        c.execute(nouns.delete().where(nouns.c.kind == kind, nouns.c.number == number))
    if changed:
        c.execute(nouns.insert(), changed)


def _rows(
    chronology: Chronology, index: EventIndex, there: Mapping[str, Sequence[Key]]
) -> Iterator[tuple[Key, str, bytes]]:
    """Each row with its hash; the index of events that are ``there`` is not made again."""
    for kind, found in _lists(chronology).items():
        for number in range(0, len(found), PER_ROW):
            row = found[number : number + PER_ROW]
            made = msgspec.msgpack.encode(row)
            yield (kind, number), _hash(made), made
            if kind == "events":
                mark = _hash(made, msgspec.msgpack.encode(index.depends_on(row)))
                yield from ((key, mark, b"") for key in there.get(mark, ()))
                if mark not in there:
                    yield from (
                        ((name, number), mark, msgspec.msgpack.encode(one))
                        for name, one in index.of_events(row).items()
                    )
    for kind, one in index.of_chronology().items():
        made = msgspec.msgpack.encode(one)
        yield (kind, 0), _hash(made), made


def _lists(chronology: Chronology) -> dict[str, Sequence[Any]]:
    """The objects of a chronology by kind; its documents without their texts."""
    lists: dict[str, Sequence[Any]] = {
        kind: getattr(chronology, kind) for kind in KINDS if kind != "documents"
    }
    return lists | {
        "documents": [replace(r.document, text="", locations=()) for r in chronology.readings]
    }


def _hash(*parts: bytes) -> str:
    """A hash of some bytes."""
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


def read(c: Connection, kinds: Collection[str] = tuple(KINDS)) -> dict[str, list[Any]]:
    """The objects of a chronology by kind, in order."""
    found: dict[str, list[Any]] = {kind: [] for kind in kinds}
    for kind in kinds:
        for _, row in rows(c, kind, GenericAlias(list, (KINDS[kind],))):
            found[kind] += row
    return found


def rows(
    c: Connection,
    kind: str,
    form: Any,  # noqa: ANN401 - any type that msgspec decodes
    numbers: Collection[int] | None = None,
) -> list[tuple[int, Any]]:
    """The rows of one kind with their numbers, decoded as ``form``; all or ``numbers``."""
    decoder: msgspec.msgpack.Decoder[Any] = msgspec.msgpack.Decoder(form)
    found = c.execute(
        nouns.select()
        .where(nouns.c.kind == kind)
        .order_by(nouns.c.number)
        .with_only_columns(nouns.c.number, nouns.c.hash, nouns.c.blob)
    )
    with paused_collection():
        return [
            (number, decoder.decode(_unpacked(kind, mark, blob)))
            for number, mark, blob in found
            if numbers is None or number in numbers
        ]


def _unpacked(kind: str, mark: str, blob: bytes) -> bytes:
    """What a row was made of.  Raises ValueError or zlib.error where it is damaged."""
    made = zlib.decompress(blob)
    if kind in KINDS and _hash(made) != mark:  # an index row has the hash of its events
        raise ValueError(kind)
    return made
