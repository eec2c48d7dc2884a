"""Rows with the hash of what they were made from, and an index of the events."""

from alembic import op
from sqlalchemy import text

from seriatim.store.schema import metadata, nouns

revision = "0003"
down_revision = "0001"


def upgrade() -> None:
    """Make the table of the chronology anew; the next build fills it from the readings."""
    connection = op.get_bind()
    nouns.drop(connection, checkfirst=True)
    metadata.create_all(connection)
    connection.execute(text("DELETE FROM meta WHERE key <> 'model'"))


def downgrade() -> None:
    """Nothing: a derived store is made again, not carried back."""
