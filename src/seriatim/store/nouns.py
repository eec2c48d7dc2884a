"""The chronology in the store: its nouns in rows of up to 64, and what is kept beside each row of events.

A row carries the hash of what it was made from, so that a build writes only the rows that changed.
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
    Doubt,
    Event,
    Finding,
    Link,
    Problem,
)
from seriatim.store.memory import all_stays
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
    "doubts": Doubt,
}
TOGETHER = 64  # nouns of a row: one at a time they take four times the room

Key = tuple[str, int]  # kind, number of the first noun of the row


class Beside(Protocol):
    """What is kept beside the nouns so that they need not be read; made again only where it can have changed."""

    def hangs_on(self, events: Sequence[Event]) -> object:
        """What else than a row of events is in what is kept beside it: anything that MessagePack can hold."""

    def of_events(self, events: Sequence[Event]) -> Mapping[str, object]:
        """What is kept beside a row of events, by kind: the same kinds for every row."""

    def of_all(self) -> Mapping[str, object]:
        """What is kept once, by kind."""


def keep(c: Connection, chronology: Chronology, beside: Beside) -> None:
    """Write the rows of a chronology that are not there yet, and drop those that it no longer has."""
    there: dict[Key, str] = {
        (row.kind, row.number): row.hash
        for row in c.execute(nouns.select().with_only_columns(*nouns.c[:3]))
    }
    same: dict[str, list[Key]] = {}
    for key, mark in there.items():
        same.setdefault(mark, []).append(key)
    found: dict[Key, str] = {}
    changed = []
    for key, mark, made in _rows(chronology, beside, same):
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
    chronology: Chronology, beside: Beside, there: Mapping[str, Sequence[Key]]
) -> Iterator[tuple[Key, str, bytes]]:
    """Each row with its hash; where it is ``there`` (hash → rows) what is kept beside a row of events is not made again."""
    for kind, found in _lists(chronology).items():
        for number in range(0, len(found), TOGETHER):
            row = found[number : number + TOGETHER]
            made = msgspec.msgpack.encode(row)
            yield (kind, number), _hash(made), made
            if kind == "events":
                mark = _hash(made, msgspec.msgpack.encode(beside.hangs_on(row)))
                yield from ((key, mark, b"") for key in there.get(mark, ()))
                if mark not in there:
                    yield from (
                        ((name, number), mark, msgspec.msgpack.encode(one))
                        for name, one in beside.of_events(row).items()
                    )
    for kind, one in beside.of_all().items():
        made = msgspec.msgpack.encode(one)
        yield (kind, 0), _hash(made), made


def _lists(chronology: Chronology) -> dict[str, Sequence[Any]]:
    lists: dict[str, Sequence[Any]] = {
        kind: getattr(chronology, kind) for kind in KINDS if kind != "documents"
    }
    return lists | {
        "documents": [replace(r.document, text="", locations=()) for r in chronology.readings]
    }


def _hash(*parts: bytes) -> str:
    digest = hashlib.blake2b(digest_size=16)
    for part in parts:
        digest.update(part)
    return digest.hexdigest()


def read(c: Connection, kinds: Collection[str] = tuple(KINDS)) -> dict[str, list[Any]]:
    """The nouns by kind, in order."""
    found: dict[str, list[Any]] = {kind: [] for kind in kinds}
    for kind in kinds:
        for _, row in rows(c, kind, GenericAlias(list, (KINDS[kind],))):
            found[kind] += row
    return found


def rows(
    c: Connection,
    kind: str,
    form: Any,  # noqa: ANN401 - whatever was kept
    numbers: Collection[int] | None = None,
) -> list[tuple[int, Any]]:
    """The rows of one kind by their number, decoded as ``form``; with ``numbers``, those alone."""
    decoder: msgspec.msgpack.Decoder[Any] = msgspec.msgpack.Decoder(form)
    found = c.execute(
        nouns.select()
        .where(nouns.c.kind == kind)
        .order_by(nouns.c.number)
        .with_only_columns(nouns.c.number, nouns.c.blob)
    )
    with all_stays():
        return [
            (number, decoder.decode(zlib.decompress(blob)))
            for number, blob in found
            if numbers is None or number in numbers
        ]
