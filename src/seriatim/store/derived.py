"""The derived store: what was read in each document, and the chronology, in SQLite.  It can be deleted and rebuilt."""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import msgspec

from seriatim import edtf
from seriatim.model import Actor, Chronology, Conflict, Document, Event, Finding, Link, Problem, Reading
from seriatim.store.files import CaseError

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine, Table

HEAD = "0001"
N = TypeVar("N")


@dataclass(frozen=True, slots=True)
class Hit:
    """A passage that has the words: which document, where it starts, and the words around with ``[`` ``]`` about what was found."""

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

        with self._transaction() as c:
            for table in schema.CHRONOLOGY_TABLES:
                c.execute(table.delete())
            c.execute(text("DELETE FROM words"))
            for table, rows in _rows(chronology):
                if rows:
                    c.execute(table.insert(), rows)
            passages = [
                {"text": r.document.text[slice(*p.span)], "document": r.document.id, "start": p.span[0]}
                for r in chronology.readings
                for p in r.passages
            ]
            if passages:
                c.execute(text("INSERT INTO words(text, document, start) VALUES (:text, :document, :start)"), passages)
            c.execute(schema.meta.delete())
            c.execute(schema.meta.insert(), [{"key": k, "value": v} for k, v in {**words, "title": chronology.title}.items()])
            groups = msgspec.json.encode(chronology.groups).decode()
            c.execute(schema.meta.insert(), [{"key": "groups", "value": groups}])

    def chronology(self) -> Chronology:
        """The chronology; its readings hold their documents without text, passages and what was read (see :meth:`readings`)."""
        from seriatim.store import schema

        def nouns(table: Table, kind: type[N]) -> tuple[N, ...]:
            order = table.c.position if "position" in table.c else table.c.id
            decoder = msgspec.msgpack.Decoder(kind)
            return tuple(decoder.decode(blob) for (blob,) in c.execute(table.select().with_only_columns(table.c.blob).order_by(order)))

        with self._transaction() as c:
            words = {row.key: row.value for row in c.execute(schema.meta.select())}
            if "title" not in words:
                raise CaseError(f"{self.path.parent}: the case has not been built yet; run `seriatim build {self.path.parent}`")
            return Chronology(
                title=words["title"],
                readings=tuple(Reading(d, ()) for d in sorted(nouns(schema.documents, Document), key=lambda d: _number(d.id))),
                actors=nouns(schema.actors, Actor),
                events=nouns(schema.events, Event),
                links=nouns(schema.links, Link),
                conflicts=nouns(schema.conflicts, Conflict),
                findings=nouns(schema.findings, Finding),
                problems=nouns(schema.problems, Problem),
                groups=msgspec.json.decode(words.get("groups", "{}"), type=dict[str, tuple[str, ...]]),
            )

    def search(self, words: str, limit: int = 100) -> list[Hit]:
        """Passages that have all of the words, best first; words in quotation marks stand side by side."""
        import re

        from sqlalchemy import text

        terms = [t for t in re.findall(r'"[^"]*"|\S+', words) if t.strip('"')]
        query = " ".join('"' + t.strip('"').replace('"', '""') + '"' for t in terms)
        if not query:
            return []
        found = "SELECT document, start, snippet(words, 0, '[', ']', '…', 24) AS found FROM words"
        sql = f"{found} WHERE words MATCH :query ORDER BY rank, rowid LIMIT :limit"
        with self._transaction() as c:
            return [Hit(row.document, row.start, row.found) for row in c.execute(text(sql), {"query": query, "limit": limit})]


def _number(identity: str) -> tuple[int, str]:
    digits = identity[1:].split("-", maxsplit=1)[0].split(".", maxsplit=1)[0]
    return (int(digits) if digits.isdigit() else 0, identity)


def _rows(chronology: Chronology) -> Iterator[tuple[Table, list[dict[str, Any]]]]:
    from seriatim.store import schema

    encode = msgspec.msgpack.Encoder().encode
    documents = [r.document for r in chronology.readings]
    yield (
        schema.documents,
        [
            {
                "id": d.id,
                "sha256": d.sha256,
                "path": d.path,
                "title": d.title,
                "published": d.published,
                "blob": encode(replace(d, text="", locations=())),
            }
            for d in documents
        ],
    )
    yield (
        schema.actors,
        [{"position": n, "id": a.id, "name": a.name, "kind": a.kind, "blob": encode(a)} for n, a in enumerate(chronology.actors)],
    )
    yield (
        schema.events,
        [
            {
                "position": n,
                "id": e.id,
                "kind": e.kind,
                "edtf": e.when.edtf,
                "first": edtf.first_day(e.when.edtf),
                "last": edtf.last_day(e.when.edtf),
                "status": e.status,
                "summary": e.summary,
                "blob": encode(e),
            }
            for n, e in enumerate(chronology.events)
        ],
    )
    yield (
        schema.claims,
        [{"id": c.id, "event": e.id, "document": c.document, "start": c.span[0], "end": c.span[1]} for e in chronology.events for c in e.claims],
    )
    parts = {(e.id, a.actor, a.role) for e in chronology.events for a in e.actors}
    yield schema.event_actors, [{"event": e, "actor": a, "role": r} for e, a, r in sorted(parts)]
    yield schema.links, [{"position": n, "blob": encode(x)} for n, x in enumerate(chronology.links)]
    yield schema.conflicts, [{"position": n, "blob": encode(x)} for n, x in enumerate(chronology.conflicts)]
    yield (
        schema.findings,
        [{"position": n, "code": f.code, "severity": f.severity, "blob": encode(f)} for n, f in enumerate(chronology.findings)],
    )
    yield schema.problems, [{"position": n, "blob": encode(x)} for n, x in enumerate(chronology.problems)]


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
