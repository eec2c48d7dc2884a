"""The derived store: what was read in each document, and the chronology, in SQLite.  It can be deleted and rebuilt."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import msgspec

from seriatim.model import Chronology, Document, Problem, Reading
from seriatim.store.files import CaseError
from seriatim.store.memory import all_stays

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from seriatim.store.fulltext import Hit
    from seriatim.store.nouns import Beside

HEAD = "0005"


class Store:
    """The store of one case; ``path`` is its SQLite file, made where it is missing."""

    def __init__(self, path: Path) -> None:
        """Open the store and bring it to the newest form.  Raises CaseError where the file is damaged or from a newer version."""
        self.path = path
        self._engine = _engine(path)
        self._held: Connection | None = None

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read inside is of one moment, whatever another process builds meanwhile; nothing can be written."""
        with self._transaction() as connection:
            self._held = connection
            try:
                yield
            finally:
                self._held = None

    @contextmanager
    def _transaction(self, *, write: bool = False) -> Iterator[Connection]:
        from sqlalchemy.exc import DatabaseError

        if self._held is not None:
            yield self._held
            return
        try:
            with self._engine.execution_options(write=write).begin() as connection:
                yield connection
        except DatabaseError as error:
            raise CaseError(
                f"{self.path}: {error.orig}; the store can be deleted, `seriatim build` makes it again"
            ) from error

    # What was read

    def fingerprints(self) -> dict[str, str]:
        """Hash of a document's bytes → fingerprint of what it was read with."""
        from seriatim.store.schema import readings

        with self._transaction() as c:
            return {
                row.sha256: row.fingerprint
                for row in c.execute(
                    readings.select().with_only_columns(readings.c.sha256, readings.c.fingerprint)
                )
            }

    def keep_readings(self, sha256: str, fingerprint: str, found: tuple[Reading, ...]) -> None:
        """Keep what was read in a document, in place of what was there."""
        from seriatim.store.schema import readings

        blob = zlib.compress(msgspec.msgpack.encode(found), 6)
        with self._transaction(write=True) as c:
            _forget(c, sha256)
            c.execute(
                readings.insert(), {"sha256": sha256, "fingerprint": fingerprint, "blob": blob}
            )

    def readings(self, sha256: str) -> tuple[Reading, ...]:
        """What was read in a document.  Raises CaseError where it was not."""
        from seriatim.store.schema import readings

        with self._transaction() as c:
            row = c.execute(readings.select().where(readings.c.sha256 == sha256)).first()
        if row is None:
            raise CaseError(
                f"{self.path}: document {sha256[:12]} has not been read yet; run `seriatim build`"
            )
        return _decoded(row.blob)

    def all_readings(self) -> dict[str, tuple[Reading, ...]]:
        """What was read in every document, by the hash of its bytes."""
        from seriatim.store.schema import readings

        with self._transaction() as c, all_stays():
            return {
                sha256: _decoded(blob)
                for sha256, blob in c.execute(
                    readings.select().with_only_columns(readings.c.sha256, readings.c.blob)
                )
            }

    def forget(self, sha256s: Iterable[str]) -> None:
        """Drop what was read in documents that are no longer in the case."""
        with self._transaction(write=True) as c:
            for sha256 in sha256s:
                _forget(c, sha256)

    # The chronology

    def get(self, key: str) -> str | None:
        """A word about the store itself (``chronology``: the fingerprint of what it was made from)."""
        from seriatim.store.schema import meta

        with self._transaction() as c:
            row = c.execute(meta.select().where(meta.c.key == key)).first()
        return row.value if row else None

    def keep_chronology(
        self, chronology: Chronology, words: dict[str, str], beside: Beside
    ) -> None:
        """Keep a chronology in place of the one that was there, in one transaction, with the ``words`` of :meth:`get`.

        ``beside`` says what is kept with it for :meth:`beside`.
        """
        from seriatim.store import fulltext, nouns
        from seriatim.store.schema import meta

        groups = msgspec.json.encode(chronology.groups).decode()
        said = {**words, "title": chronology.title, "groups": groups}
        with self._transaction(write=True) as c:
            nouns.keep(c, chronology, beside)
            fulltext.add(c, chronology.readings)
            c.execute(meta.delete().where(meta.c.key != "blocks"))
            c.execute(meta.insert(), [{"key": k, "value": v} for k, v in said.items()])
        connection = self._engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")  # not in a transaction
        finally:
            connection.close()

    def chronology(self) -> Chronology:
        """The chronology; its readings hold their documents without text, passages and what was read (see :meth:`readings`)."""
        from seriatim.store import nouns

        with self._transaction() as c:
            words = self._built(c)
            found = nouns.read(c)
        readings = tuple(Reading(d, ()) for d in found.pop("documents"))
        groups = msgspec.json.decode(words["groups"], type=dict[str, tuple[str, ...]])
        return Chronology(
            title=words["title"],
            readings=readings,
            groups=groups,
            **{kind: tuple(row) for kind, row in found.items()},
        )

    def documents(self) -> list[Document]:
        """The chronology's documents, without text."""
        from seriatim.store import nouns

        with self._transaction() as c:
            self._built(c)
            return nouns.read(c, ("documents",))["documents"]

    def problems(self) -> tuple[Problem, ...]:
        """The chronology's problems."""
        from seriatim.store import nouns

        with self._transaction() as c:
            self._built(c)
            return tuple(nouns.read(c, ("problems",))["problems"])

    def beside(
        self,
        kind: str,
        form: Any,  # noqa: ANN401 - whatever was kept
        numbers: Collection[int] | None = None,
    ) -> list[tuple[int, Any]]:
        """What was kept beside the events: rows by number, decoded as ``form`` (see :class:`seriatim.store.nouns.Beside`)."""
        from seriatim.store import nouns

        with self._transaction() as c:
            self._built(c)
            return nouns.rows(c, kind, form, numbers)

    def _built(self, c: Connection) -> dict[str, str]:
        """The words of :meth:`get`.  Raises CaseError where there is no chronology."""
        from seriatim.store.schema import meta

        words = {row.key: row.value for row in c.execute(meta.select())}
        if "title" not in words:
            raise CaseError(
                f"{self.path.parent}: the case has not been built yet; run `seriatim build {self.path.parent}`"
            )
        return words

    # What a browser is given

    def keep_blocks(self, built: str, blocks: Iterable[tuple[str, bytes]]) -> None:
        """Keep the blocks of a build (its "made from") in place of those that were there, by name."""
        from seriatim.store import schema

        made = [
            {"name": name, "blob": blob} for name, blob in blocks
        ]  # before the transaction: a minute for 200,000 claims
        with self._transaction(write=True) as c:
            c.execute(schema.blocks.delete())
            c.execute(schema.meta.delete().where(schema.meta.c.key == "blocks"))
            c.execute(schema.blocks.insert(), made)
            c.execute(schema.meta.insert(), {"key": "blocks", "value": built})

    def block(self, built: str, name: str) -> bytes | None:
        """A block of a build; ``None`` where another build's blocks have taken their place, or where it has none of that name."""
        from seriatim.store import schema

        with self._transaction() as c:
            there = c.execute(schema.meta.select().where(schema.meta.c.key == "blocks")).first()
            row = (
                c.execute(schema.blocks.select().where(schema.blocks.c.name == name)).first()
                if there and there.value == built
                else None
            )
        return row.blob if row else None

    def search(self, words: str, limit: int = 100) -> list[Hit]:
        """Passages that have all of the words, best first; words in quotation marks stand side by side."""
        from seriatim.store import fulltext

        wanted = fulltext.terms(words)
        if not wanted:
            return []
        with self.snapshot(), self._transaction() as c:
            rows = fulltext.find(c, wanted, limit)
            found = {row.document for row in rows}
            hashes = (
                dict.fromkeys(d.sha256 for d in self.documents() if d.id in found) if found else ()
            )
            texts = {
                r.document.id: r.document.text for sha256 in hashes for r in self.readings(sha256)
            }
        return [
            fulltext.Hit(
                row.document,
                row.start,
                fulltext.around(texts[row.document][row.start : row.end], wanted),
            )
            for row in rows
        ]


def _decoded(blob: bytes) -> tuple[Reading, ...]:
    with all_stays():
        return msgspec.msgpack.decode(zlib.decompress(blob), type=tuple[Reading, ...])


def _forget(c: Connection, sha256: str) -> None:
    """Drop what was read in a document, and its words from the full-text index."""
    from seriatim.store import fulltext
    from seriatim.store.schema import readings

    row = c.execute(readings.select().where(readings.c.sha256 == sha256)).first()
    if row:
        fulltext.remove(c, _decoded(row.blob))
        c.execute(readings.delete().where(readings.c.sha256 == sha256))


def _engine(path: Path) -> Engine:
    from sqlalchemy import create_engine, event
    from sqlalchemy.exc import DatabaseError

    engine = create_engine(f"sqlite:///{path}")

    @event.listens_for(engine, "connect")
    def _settings(connection: Any, _record: Any) -> None:  # noqa: ANN401 - the driver's own types
        connection.isolation_level = (
            None  # the driver's own way begins no transaction for what is only read
        )
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")  # a lost last transaction is built again

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        # Who writes waits for others who do before it reads: afterwards it would be refused.
        connection.exec_driver_sql(
            "BEGIN IMMEDIATE" if connection.get_execution_options().get("write") else "BEGIN"
        )

    try:
        _migrate(engine, path)
    except DatabaseError as error:
        engine.dispose()
        raise CaseError(
            f"{path}: the derived store can't be read ({error.orig}); delete it, `seriatim build` makes it again"
        ) from error
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
    if found and found not in {
        s.revision for s in ScriptDirectory.from_config(config).walk_revisions()
    }:
        raise CaseError(
            f"{path}: the derived store was made by a newer version; delete it, `seriatim build` makes it again"
        )
    with engine.begin() as connection:
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
