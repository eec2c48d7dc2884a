"""The derived store's tables.  All of it can be deleted and rebuilt from the case folder.

``blob`` columns hold the noun of the row (``model.py``) as MessagePack, compressed for readings; the other columns are there to be asked.
Days are days from 1970-01-01; ``first`` and ``last`` of an event are NULL where its date is open on that side.
"""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, Integer, LargeBinary, MetaData, String, Table

metadata = MetaData()

meta = Table("meta", metadata, Column("key", String, primary_key=True), Column("value", String, nullable=False))

readings = Table(
    "readings",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("fingerprint", String, nullable=False),  # of the program and the settings that it was read with
    Column("blob", LargeBinary, nullable=False),  # list of Reading: an archive or a mail gives several
)

documents = Table(
    "documents",
    metadata,
    Column("id", String, primary_key=True),
    Column("sha256", String, nullable=False),
    Column("path", String, nullable=False),
    Column("title", String, nullable=False),
    Column("published", String),
    Column("blob", LargeBinary, nullable=False),  # Document without its text
)

events = Table(
    "events",
    metadata,
    Column("position", Integer, primary_key=True),  # in the order of the chronology
    Column("id", String, nullable=False, unique=True),
    Column("kind", String, nullable=False),
    Column("edtf", String, nullable=False),
    Column("first", Integer),
    Column("last", Integer),
    Column("status", String, nullable=False),
    Column("summary", String, nullable=False),
    Column("blob", LargeBinary, nullable=False),
)
Index("events_by_first", events.c.first)

claims = Table(
    "claims",
    metadata,
    Column("id", String, primary_key=True),
    Column("event", String, ForeignKey("events.id"), nullable=False),
    Column("document", String, ForeignKey("documents.id"), nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)
Index("claims_by_document", claims.c.document, claims.c.start)

actors = Table(
    "actors",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("blob", LargeBinary, nullable=False),
)

event_actors = Table(
    "event_actors",
    metadata,
    Column("event", String, ForeignKey("events.id"), primary_key=True),
    Column("actor", String, ForeignKey("actors.id"), primary_key=True),
    Column("role", String, primary_key=True),
)
Index("event_actors_by_actor", event_actors.c.actor)

links = Table("links", metadata, Column("position", Integer, primary_key=True), Column("blob", LargeBinary, nullable=False))
conflicts = Table("conflicts", metadata, Column("position", Integer, primary_key=True), Column("blob", LargeBinary, nullable=False))
findings = Table(
    "findings",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("code", String, nullable=False),
    Column("severity", String, nullable=False),
    Column("blob", LargeBinary, nullable=False),
)
problems = Table("problems", metadata, Column("position", Integer, primary_key=True), Column("blob", LargeBinary, nullable=False))

# Children before the tables that they lean on
CHRONOLOGY_TABLES = (claims, event_actors, events, actors, documents, links, conflicts, findings, problems)
