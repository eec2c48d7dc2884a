"""The derived store: readings and chronology in SQLite.  It can be deleted and rebuilt."""

from __future__ import annotations

import os
import sqlite3
import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

import msgspec

from seriatim.messages import case as messages
from seriatim.model import Chronology, Document, Problem, Reading
from seriatim.store.files import CaseError
from seriatim.store.memory import paused_collection

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from seriatim.query.search_words import Search
    from seriatim.store.chronology_rows import EventIndex
    from seriatim.store.fulltext import Hit

HEAD = "0006"


class DamagedStoreError(CaseError):
    """The store is damaged: it has to be made anew from the case."""


class Store:
    """The store of one case; ``path`` is its SQLite file, made where it is missing.

    On write-protected media it is only read, as is one that is opened with ``write=False``.
    """

    def __init__(self, path: Path, *, write: bool = True) -> None:
        """Open the store and bring it to the newest schema.

        Raises DamagedStoreError where the file is damaged, CaseError where it is from a newer
        version, or write-protected and from an older one.
        """
        self.path = path
        self._engine = _engine(path, write=write and _is_writable(path))
        self._held: Connection | None = None

    def close(self) -> None:
        """Close the file."""
        self._engine.dispose()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """Everything read inside is of one moment, whatever another process builds meanwhile.

        Nothing can be written.  Each read raises DamagedStoreError for itself; what the caller
        raises has nothing to do with the store and stays what it is.
        """
        with _told(self.path):
            transaction = self._engine.execution_options(write=False).begin()
            connection = transaction.__enter__()
        self._held = connection
        try:
            yield
        finally:
            self._held = None
            with _told(self.path):
                transaction.__exit__(None, None, None)

    @contextmanager
    def _transaction(self, *, write: bool = False) -> Iterator[Connection]:
        """A transaction; within a snapshot, that of the snapshot.

        Raises DamagedStoreError where what is read is not what was written.
        """
        if self._held is not None:
            with _told(self.path):
                yield self._held
            return
        with _told(self.path), self._engine.execution_options(write=write).begin() as connection:
            yield connection

    # Readings

    def fingerprints(self) -> dict[str, str]:
        """The fingerprints of all readings, by the hash of their document."""
        from seriatim.store.schema import readings

        with self._transaction() as c:
            return {
                row.sha256: row.fingerprint
                for row in c.execute(
                    readings.select().with_only_columns(readings.c.sha256, readings.c.fingerprint)
                )
            }

    def keep_readings(self, sha256: str, fingerprint: str, found: tuple[Reading, ...]) -> None:
        """Keep the readings of a document in place of those that were there."""
        from seriatim.store.schema import readings

        blob = zlib.compress(msgspec.msgpack.encode(found), 6)
        with self._transaction(write=True) as c:
            _forget(c, sha256)
            c.execute(
                readings.insert(), {"sha256": sha256, "fingerprint": fingerprint, "blob": blob}
            )

    def readings(self, sha256: str) -> tuple[Reading, ...]:
        """The readings of a document.  Raises CaseError where it was not read."""
        from seriatim.store.schema import readings

        with self._transaction() as c:
            row = c.execute(readings.select().where(readings.c.sha256 == sha256)).first()
        if row is None:
            raise CaseError(messages.not_read(self.path, sha256))
        with _told(self.path):
            return _decoded(row.blob)

    def all_readings(self) -> dict[str, tuple[Reading, ...]]:
        """The readings of every document, by the hash of its bytes."""
        from seriatim.store.schema import readings

        with self._transaction() as c, paused_collection():
            return {
                sha256: _decoded(blob)
                for sha256, blob in c.execute(
                    readings.select().with_only_columns(readings.c.sha256, readings.c.blob)
                )
            }

    def forget(self, sha256s: Iterable[str]) -> None:
        """Drop the readings of documents."""
        with self._transaction(write=True) as c:
            for sha256 in sha256s:
                _forget(c, sha256)

    # The chronology

    def get(self, key: str) -> str | None:
        """What the store notes of itself under a key, such as ``made from`` or ``model``."""
        from seriatim.store.schema import meta

        with self._transaction() as c:
            row = c.execute(meta.select().where(meta.c.key == key)).first()
        return row.value if row else None

    def keep_chronology(
        self, chronology: Chronology, notes: dict[str, str], index: EventIndex
    ) -> None:
        """Keep a chronology in place of the one that was there, in one transaction.

        ``notes`` are for :meth:`get`, ``index`` makes what :meth:`index_rows` gives.
        """
        from seriatim.store import chronology_rows, digests, fulltext
        from seriatim.store.schema import meta

        groups = msgspec.json.encode(chronology.groups).decode()
        noted = {**notes, "title": chronology.title, "groups": groups}
        with self._transaction(write=True) as c:
            chronology_rows.keep(c, chronology, index)
            fulltext.add(c, chronology.readings)
            c.execute(meta.delete().where(meta.c.key != "blocks"))
            noted["digest"] = digests.of_chronology(c, noted)
            c.execute(meta.insert(), [{"key": k, "value": v} for k, v in noted.items()])
        connection = self._engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")  # not in a transaction
        finally:
            connection.close()

    def chronology(self) -> Chronology:
        """The chronology; its readings are empty but for their documents, which have no text."""
        from seriatim.store import chronology_rows

        with self._transaction() as c:
            notes = self._notes(c)
            found = chronology_rows.read(c)
        readings = tuple(Reading(d, ()) for d in found.pop("documents"))
        with _told(self.path):
            groups = msgspec.json.decode(notes["groups"], type=dict[str, tuple[str, ...]])
        return Chronology(
            title=notes["title"],
            readings=readings,
            groups=groups,
            **{kind: tuple(row) for kind, row in found.items()},
        )

    def documents(self) -> list[Document]:
        """The chronology's documents, without text."""
        from seriatim.store import chronology_rows

        with self._transaction() as c:
            self._notes(c)
            return chronology_rows.read(c, ("documents",))["documents"]

    def problems(self) -> tuple[Problem, ...]:
        """The chronology's problems."""
        from seriatim.store import chronology_rows

        with self._transaction() as c:
            self._notes(c)
            return tuple(chronology_rows.read(c, ("problems",))["problems"])

    def index_rows(
        self,
        kind: str,
        form: Any,  # noqa: ANN401 - any type that msgspec decodes
        numbers: Collection[int] | None = None,
    ) -> list[tuple[int, Any]]:
        """The index of the events: rows by number, decoded as ``form`` (:class:`EventIndex`)."""
        from seriatim.store import chronology_rows

        with self._transaction() as c:
            self._notes(c)
            return chronology_rows.rows(c, kind, form, numbers)

    def _notes(self, c: Connection) -> dict[str, str]:
        """All notes of :meth:`get`.

        Raises CaseError where there is no chronology, DamagedStoreError where rows of it are gone.
        """
        from seriatim.store import digests
        from seriatim.store.schema import meta

        notes = {row.key: row.value for row in c.execute(meta.select())}
        if "title" not in notes:
            raise CaseError(messages.not_built(self.path.parent))
        if notes.get("digest") not in (None, digests.of_chronology(c, notes)):
            raise DamagedStoreError(messages.store_damaged(self.path))
        return notes

    def integrity(self) -> list[str]:
        """What SQLite finds wrong with its file; nothing where it is whole."""
        with self._transaction() as c:
            found = [str(row[0]) for row in c.exec_driver_sql("PRAGMA integrity_check(10)")]
        return [] if found == ["ok"] else found

    def table_digests(self) -> dict[str, str]:
        """A hash of what each table holds, the same for stores of the same content."""
        from seriatim.store import digests

        with self._transaction() as c:
            return digests.of_tables(c)

    # Blocks for browsers

    def keep_blocks(self, built: str, blocks: Iterable[tuple[str, bytes]]) -> None:
        """Keep the blocks of a build (its "made from") in place of another's, by name."""
        from seriatim.store import schema

        # Before the transaction: it takes a minute for 200,000 claims.
        made = [{"name": name, "blob": blob} for name, blob in blocks]
        with self._transaction(write=True) as c:
            c.execute(schema.blocks.delete())
            c.execute(schema.meta.delete().where(schema.meta.c.key == "blocks"))
            c.execute(schema.blocks.insert(), made)
            c.execute(schema.meta.insert(), {"key": "blocks", "value": built})

    def block(self, built: str, name: str) -> bytes | None:
        """A block of a build; ``None`` where the blocks are another's or have no such name."""
        from seriatim.store import schema

        with self._transaction() as c:
            there = c.execute(schema.meta.select().where(schema.meta.c.key == "blocks")).first()
            row = (
                c.execute(schema.blocks.select().where(schema.blocks.c.name == name)).first()
                if there and there.value == built
                else None
            )
        return row.blob if row else None

    def all_blocks(self) -> dict[str, bytes]:
        """The blocks by name, of whichever build they are."""
        from seriatim.store import schema

        with self._transaction() as c:
            return {row.name: row.blob for row in c.execute(schema.blocks.select())}

    def search(
        self, words: Search, limit: int = 100, *, every: bool = True
    ) -> tuple[Search, list[Hit]]:
        """The search with misspelled words mended, and the passages that match, best first.

        ``every``: with all parts of the search, else with any of them.
        """
        from seriatim.query.search_words import with_spellings
        from seriatim.store import fulltext

        if not words.fts5():
            return words, []
        with self.snapshot(), self._transaction() as c:
            unknown = [t for t in words.terms if not fulltext.has(c, t)]
            if unknown:
                words = with_spellings(
                    words, lambda term: term not in unknown, fulltext.vocabulary(c)
                )
            rows = fulltext.find(c, words.fts5(every=every), limit)
            found = {row.document for row in rows}
            hashes = (
                dict.fromkeys(d.sha256 for d in self.documents() if d.id in found) if found else ()
            )
            texts = {
                r.document.id: r.document.text for sha256 in hashes for r in self.readings(sha256)
            }
        return words, [
            fulltext.Hit(
                row.document,
                row.start,
                row.end,
                fulltext.around(texts[row.document][row.start : row.end], words.terms),
                round(row.score, 4),
                texts[row.document][row.start : row.end],
            )
            for row in rows
        ]


def _decoded(blob: bytes) -> tuple[Reading, ...]:
    """The readings in a blob."""
    with paused_collection():
        return msgspec.msgpack.decode(zlib.decompress(blob), type=tuple[Reading, ...])


def _forget(c: Connection, sha256: str) -> None:
    """Drop the readings of a document, and its words from the full-text index."""
    from seriatim.store import fulltext
    from seriatim.store.schema import readings

    row = c.execute(readings.select().where(readings.c.sha256 == sha256)).first()
    if row:
        fulltext.remove(c, _decoded(row.blob))
        c.execute(readings.delete().where(readings.c.sha256 == sha256))


# SQLite's codes for a file that is not what was written: an error of the query (a table is gone),
# malformed, mismatched, no database.
_DAMAGE = frozenset({1, 11, 20, 26})


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Turn whatever a damaged or refusing store raises into a CaseError of one sentence."""
    from sqlalchemy.exc import DatabaseError, SQLAlchemyError

    try:
        yield
    except CaseError:
        raise
    except DatabaseError as error:
        code = getattr(error.orig, "sqlite_errorcode", 1)
        if code & 255 in _DAMAGE:
            raise DamagedStoreError(messages.store_damaged(path)) from error
        raise CaseError(messages.store_error(path, error.orig)) from error
    except (
        SQLAlchemyError,
        sqlite3.Error,
        zlib.error,
        msgspec.MsgspecError,
        ArithmeticError,
        LookupError,
        MemoryError,
        TypeError,
        ValueError,
    ) as error:
        raise DamagedStoreError(messages.store_damaged(path)) from error


def _is_writable(path: Path) -> bool:
    """Whether a store can be written: its folder, where SQLite keeps its log, and the file."""
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _read_only(path: Path) -> sqlite3.Connection:
    """A connection that leaves nothing beside the file.

    What another process has written and not yet moved into the file is seen only where its log
    lies beside it.
    """
    log = path.with_name(f"{path.name}-wal")
    mode = "mode=ro" if log.exists() and log.stat().st_size else "mode=ro&immutable=1"
    return sqlite3.connect(f"file:{quote(str(path))}?{mode}", uri=True, check_same_thread=False)


def _engine(path: Path, *, write: bool) -> Engine:
    """The engine for a store, which is brought to the newest schema.  Raises CaseError."""
    from sqlalchemy import create_engine, event
    from sqlalchemy.pool import NullPool

    if not write and not path.exists():
        raise CaseError(messages.not_built(path.parent))
    engine = (
        create_engine(f"sqlite:///{path}")
        if write
        else create_engine("sqlite://", creator=lambda: _read_only(path), poolclass=NullPool)
    )

    @event.listens_for(engine, "connect")
    def _settings(connection: Any, _record: Any) -> None:  # noqa: ANN401 - the driver's own types
        # The driver's own way begins no transaction for what is only read.
        connection.isolation_level = None
        if not write:
            return
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")  # a lost last transaction is built again

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # A writer waits for other writers before it reads: afterwards it would be refused.
        connection.exec_driver_sql(
            "BEGIN IMMEDIATE" if connection.get_execution_options().get("write") else "BEGIN"
        )

    try:
        with _told(path):
            _migrate(engine, path, write=write)
    except BaseException:
        engine.dispose()
        raise
    return engine


def _migrate(engine: Engine, path: Path, *, write: bool) -> None:
    """Bring a store to the newest schema.

    Raises CaseError for one from a newer version, and for an older one that can't be written.
    """
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
    if found and found not in {
        s.revision for s in ScriptDirectory.from_config(config).walk_revisions()
    }:
        raise CaseError(messages.store_newer(path))
    if not write:
        raise CaseError(messages.store_older(path))
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
