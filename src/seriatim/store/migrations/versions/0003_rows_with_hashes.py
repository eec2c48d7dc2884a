"""Rows carry the hash of what they were made from, and what filters and listings ask stands beside the events."""

from alembic import op
from sqlalchemy import text

from seriatim.store.schema import metadata, nouns

revision = "0003"
down_revision = "0001"


def upgrade() -> None:
    """Make the chronology's table anew: what was read stays, the next build puts it together again."""
    connection = op.get_bind()
    nouns.drop(connection, checkfirst=True)
    metadata.create_all(connection)
    connection.execute(text("DELETE FROM meta WHERE key <> 'model'"))


def downgrade() -> None:
    """Nothing: a derived store is made again, not carried back."""
