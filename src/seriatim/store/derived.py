"""The derived store: what was read in each document, and the chronology, in SQLite.  It can be deleted and rebuilt."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from types import GenericAlias
from typing import TYPE_CHECKING, Any

import msgspec

from seriatim.model import Actor, Chronology, Conflict, Document, Event, Finding, Link, Problem, Reading
from seriatim.store.files import CaseError
from seriatim.store.memory import all_stays

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

HEAD = "0001"


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that has the words: which document, where it starts, and some of it with ``[`` ``]`` about what was found."""

    document: str
    start: int
    words: str


class Store:
    """The store of one case; ``path`` is its SQLite file, made where it is missing."""

    def __init__(self, path: Path) -> None:
        """Open the store and bring it to the newest form.  Raises CaseError where the file is damaged or from a newer version."""
        self.path = path
        self._engine = _engine(path)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        from sqlalchemy.exc import DatabaseError

        try:
            with self._engine.begin() as connection:
                yield connection
        except DatabaseError as error:
            raise CaseError(f"{self.path}: {error.orig}; the store can be deleted, `seriatim build` makes it again") from error

    # What was read

    def fingerprints(self) -> dict[str, str]:
        """Hash of a document's bytes → fingerprint of what it was read with."""
        from seriatim.store.schema import readings

        with self._transaction() as c:
            return {row.sha256: row.fingerprint for row in c.execute(readings.select().with_only_columns(readings.c.sha256, readings.c.fingerprint))}

    def keep_readings(self, sha256: str, fingerprint: str, found: tuple[Reading, ...]) -> None:
        """Keep what was read in a document, in place of what was there."""
        from seriatim.store.schema import readings

        blob = zlib.compress(msgspec.msgpack.encode(found), 6)
        with self._transaction() as c:
            c.execute(readings.delete().where(readings.c.sha256 == sha256))
            c.execute(readings.insert(), {"sha256": sha256, "fingerprint": fingerprint, "blob": blob})

    def readings(self, sha256: str) -> tuple[Reading, ...]:
        """What was read in a document.  Raises CaseError where it was not."""
        from seriatim.store.schema import readings

        with self._transaction() as c:
            row = c.execute(readings.select().where(readings.c.sha256 == sha256)).first()
        if row is None:
            raise CaseError(f"{self.path}: document {sha256[:12]} has not been read yet; run `seriatim build`")
        with all_stays():
            return msgspec.msgpack.decode(zlib.decompress(row.blob), type=tuple[Reading, ...])

    def forget(self, sha256s: Iterable[str]) -> None:
        """Drop what was read in documents that are no longer in the case."""
        from seriatim.store.schema import readings

        with self._transaction() as c:
            for sha256 in sha256s:
                c.execute(readings.delete().where(readings.c.sha256 == sha256))

    # The chronology

    def get(self, key: str) -> str | None:
        """A word about the store itself (``chronology``: the fingerprint of what it was made from)."""
        from seriatim.store.schema import meta

        with self._transaction() as c:
            row = c.execute(meta.select().where(meta.c.key == key)).first()
        return row.value if row else None

    def keep_chronology(self, chronology: Chronology, words: dict[str, str]) -> None:
        """Keep a chronology in place of the one that was there, in one transaction, with the ``words`` of :meth:`get`."""
        from sqlalchemy import text

        from seriatim.store import schema

        groups = msgspec.json.encode(chronology.groups).decode()
        said = {**words, "title": chronology.title, "groups": groups}
        with self._transaction() as c:
            for table in (schema.nouns, schema.passages, schema.meta):
                c.execute(table.delete())
            c.execute(text("INSERT INTO words(words) VALUES ('delete-all')"))
            c.execute(schema.nouns.insert(), list(_rows(chronology)) or [_row("events", 0, ())])
            places, texts = _passages(chronology)
            if places:
                c.execute(schema.passages.insert(), places)
                c.execute(text("INSERT INTO words(rowid, text) VALUES (:number, :text)"), texts)
            c.execute(schema.meta.insert(), [{"key": k, "value": v} for k, v in said.items()])
        with self._engine.connect() as c:
            c.execute(text("PRAGMA wal_checkpoint(TRUNCATE)"))

    def chronology(self) -> Chronology:
        """The chronology; its readings hold their documents without text, passages and what was read (see :meth:`readings`)."""
        from seriatim.store import schema

        with self._transaction() as c:
            words = {row.key: row.value for row in c.execute(schema.meta.select())}
            if "title" not in words:
                raise CaseError(f"{self.path.parent}: the case has not been built yet; run `seriatim build {self.path.parent}`")
            rows = c.execute(schema.nouns.select().order_by(schema.nouns.c.kind, schema.nouns.c.number)).all()
        found = _nouns(rows)
        return Chronology(
            title=words["title"],
            readings=tuple(Reading(d, ()) for d in found["documents"]),
            actors=tuple(found["actors"]),
            events=tuple(found["events"]),
            links=tuple(found["links"]),
            conflicts=tuple(found["conflicts"]),
            findings=tuple(found["findings"]),
            problems=tuple(found["problems"]),
            groups=msgspec.json.decode(words["groups"], type=dict[str, tuple[str, ...]]),
        )

    def search(self, words: str, limit: int = 100) -> list[Hit]:
        """Passages that have all of the words, best first; words in quotation marks stand side by side."""
        from sqlalchemy import text

        terms = [t.strip('"') for t in re.findall(r'"[^"]*"|\S+', words) if t.strip('"')]
        if not terms:
            return []
        query = " ".join('"' + t.replace('"', '""') + '"' for t in terms)
        sql = "SELECT p.* FROM words JOIN passages p ON p.number = words.rowid WHERE words MATCH :query ORDER BY rank, words.rowid LIMIT :limit"
        with self._transaction() as c:
            rows = c.execute(text(sql), {"query": query, "limit": limit}).all()
        texts = {r.document.id: r.document.text for sha in dict.fromkeys(row.sha256 for row in rows) for r in self.readings(sha)}
        return [Hit(row.document, row.start, _around(texts[row.document][row.start : row.end], terms)) for row in rows]


KINDS: dict[str, Any] = {
    "documents": Document,
    "actors": Actor,
    "events": Event,
    "links": Link,
    "conflicts": Conflict,
    "findings": Finding,
    "problems": Problem,
}
TOGETHER = 64


def _rows(chronology: Chronology) -> Iterator[dict[str, Any]]:
    lists = {kind: getattr(chronology, kind) for kind in KINDS if kind != "documents"}
    lists["documents"] = [replace(r.document, text="", locations=()) for r in chronology.readings]
    for kind, found in lists.items():
        for number in range(0, len(found), TOGETHER):
            yield _row(kind, number, found[number : number + TOGETHER])


def _row(kind: str, number: int, found: Sequence[Any]) -> dict[str, Any]:
    return {"kind": kind, "number": number, "blob": zlib.compress(msgspec.msgpack.encode(found), 6)}


def _nouns(rows: Sequence[Any]) -> dict[str, list[Any]]:
    """The nouns by kind, in order."""
    decoders: dict[str, Any] = {kind: msgspec.msgpack.Decoder(GenericAlias(list, (noun,))) for kind, noun in KINDS.items()}
    found: dict[str, list[Any]] = {kind: [] for kind in KINDS}
    with all_stays():
        for row in rows:
            found[row.kind] += decoders[row.kind].decode(zlib.decompress(row.blob))
    return found


def _passages(chronology: Chronology) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The rows of the full-text index and their words."""
    found = [(r.document, p.span) for r in chronology.readings for p in r.passages]
    places = [{"number": n, "sha256": d.sha256, "document": d.id, "start": s[0], "end": s[1]} for n, (d, s) in enumerate(found, 1)]
    return places, [{"number": n, "text": d.text[slice(*s)].encode("utf-8", "replace").decode()} for n, (d, s) in enumerate(found, 1)]


def _around(passage: str, terms: Sequence[str]) -> str:
    """Some words of a passage about the first place where a term stands, the terms in brackets."""
    alternatives = (r"\W+".join(map(re.escape, t.split())) for t in terms)
    pattern = re.compile("|".join(rf"\b{a}\b" for a in alternatives), re.IGNORECASE)
    first = pattern.search(passage)
    middle = first.start() if first else 0
    start, end = max(0, middle - 80), middle + 120
    cut = passage[start:end]
    words = cut[cut.find(" ") + 1 if start else 0 : cut.rfind(" ") if end < len(passage) else None]
    return ("…" if start else "") + pattern.sub(lambda m: f"[{m[0]}]", words) + ("…" if end < len(passage) else "")


def _engine(path: Path) -> Engine:
    from sqlalchemy import create_engine, event
    from sqlalchemy.exc import DatabaseError

    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def _settings(connection: Any, _record: Any) -> None:  # noqa: ANN401 - the driver's own types
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")  # a lost last transaction is built again

    try:
        _migrate(engine, path)
    except DatabaseError as error:
        engine.dispose()
        raise CaseError(f"{path}: the derived store can't be read ({error.orig}); delete it, `seriatim build` makes it again") from error
    return engine


def _migrate(engine: Engine, path: Path) -> None:
    from sqlalchemy import inspect, text

    with engine.connect() as connection:
        found = None
        if inspect(connection).has_table("alembic_version"):
            found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    if found == HEAD:
        return
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
    if found and found not in {s.revision for s in ScriptDirectory.from_config(config).walk_revisions()}:
        raise CaseError(f"{path}: the derived store was made by a newer version; delete it, `seriatim build` makes it again")
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
