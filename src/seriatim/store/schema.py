"""The tables of the derived store.  All of it can be deleted and rebuilt from the case folder.

``blob`` columns have objects of the model as MessagePack, compressed.  Besides, SQLite has the
full-text index ``words`` of the passages (FTS5 without content, since the readings have the texts).
"""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, String, Table

metadata = MetaData()

# What the store notes of itself: "made from" (fingerprint of documents, settings, decisions and
# code), "seen" (hash of the files they come from), "log" (its head), "model", "title", "groups",
# "blocks" (the build that the blocks are of).
meta = Table(
    "meta",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)

# The readings of each document: an archive or a mail has several.  The fingerprint is of the
# program and the settings that read it.
readings = Table(
    "readings",
    metadata,
    Column("sha256", String, primary_key=True),
    Column("fingerprint", String, nullable=False),
    Column("blob", LargeBinary, nullable=False),
)

# The chronology in rows of up to 64: documents (without text), actors, events, links, conflicts,
# findings, problems and doubts; and its index ("facts", "words", "lines" of events, "known" once).
# A row with the hash that it would have again is not written again.
nouns = Table(
    "nouns",
    metadata,
    Column("kind", String, primary_key=True),
    Column("number", Integer, primary_key=True),  # of the first object, in the chronology's order
    Column("hash", String, nullable=False),
    Column("blob", LargeBinary, nullable=False),
)

# The passages in the full-text index.
passages = Table(
    "passages",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", String, nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

# What the workbench gives a browser of one build: JSON packed with gzip.
blocks = Table(
    "blocks",
    metadata,
    Column("name", String, primary_key=True),
    Column("blob", LargeBinary, nullable=False),
)
