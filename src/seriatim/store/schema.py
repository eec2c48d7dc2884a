"""The derived store's tables.  All of it can be deleted and rebuilt from the case folder.

``blob`` columns hold nouns of ``model.py`` as MessagePack, compressed.  Beside them, SQLite has the
full-text index ``words`` of the passages (FTS5 without their content: the texts stand in the
readings).
"""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, MetaData, String, Table

metadata = MetaData()

meta = Table(  # "made from": fingerprint of documents, settings, judgements and code; "log": its head; "model"; "title"; "groups"
    "meta",
    metadata,
    Column("key", String, primary_key=True),
    Column("value", String, nullable=False),
)

readings = Table(
    "readings",
    metadata,
    Column("sha256", String, primary_key=True),
    Column(
        "fingerprint", String, nullable=False
    ),  # of the program and the settings that it was read with
    Column(
        "blob", LargeBinary, nullable=False
    ),  # list of Reading: an archive or a mail gives several
)

nouns = Table(  # the chronology: its documents (without text), actors, events, links, conflicts, findings, problems and doubts
    "nouns",  # and beside the events ("facts", "words", "lines") and once ("known") what listings and filters ask
    metadata,
    Column("kind", String, primary_key=True),
    Column("number", Integer, primary_key=True),  # of the first noun, in the chronology's order
    Column(
        "hash", String, nullable=False
    ),  # of what the row was made from: a row that would be the same is not written again
    Column("blob", LargeBinary, nullable=False),  # list of up to 64
)

passages = Table(  # the rows of the full-text index
    "passages",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("document", String, nullable=False, index=True),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
)

blocks = Table(  # what the workbench gives a browser, JSON packed with gzip; of one build, which meta's "blocks" names ("made from")
    "blocks",
    metadata,
    Column("name", String, primary_key=True),
    Column("blob", LargeBinary, nullable=False),
)
