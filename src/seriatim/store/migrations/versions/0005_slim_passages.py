"""Passages go by the id of their document: a hash in each row took half of the space."""

from alembic import op
from sqlalchemy import text

from seriatim.store.schema import metadata, passages

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Make the index anew: what was read stays, the next build fills it."""
    connection = op.get_bind()
    passages.drop(connection, checkfirst=True)
    metadata.create_all(connection)
    connection.execute(text("DELETE FROM meta WHERE key <> 'model'"))
    if connection.dialect.name == "sqlite":
        connection.execute(text("INSERT INTO words(words) VALUES ('delete-all')"))


def downgrade() -> None:
    """Nothing: a derived store is made again, not carried back."""
