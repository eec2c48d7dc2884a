"""The full-text index has the stems of words, and its vocabulary can be read."""

from alembic import op
from sqlalchemy import text

from seriatim.store.schema import passages

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Make the index anew: what was read stays, the next build fills it."""
    connection = op.get_bind()
    if connection.dialect.name == "sqlite":
        connection.execute(text("DROP TABLE IF EXISTS words"))
        connection.execute(
            text(
                "CREATE VIRTUAL TABLE words USING fts5("
                "text, content = '', tokenize = 'porter unicode61 remove_diacritics 2')"
            )
        )
        connection.execute(text("CREATE VIRTUAL TABLE vocabulary USING fts5vocab('words', 'row')"))
    connection.execute(passages.delete())
    connection.execute(text("DELETE FROM meta WHERE key <> 'model'"))


def downgrade() -> None:
    """Nothing: a derived store is made again, not carried back."""
