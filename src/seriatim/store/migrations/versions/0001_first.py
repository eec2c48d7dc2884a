"""The first form of the store."""

from alembic import op

from seriatim.store.schema import metadata

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make every table, and the full-text index of the passages."""
    metadata.create_all(op.get_bind())
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE VIRTUAL TABLE words USING fts5(text, content = '', tokenize = 'unicode61 remove_diacritics 2')"
        )


def downgrade() -> None:
    """Drop everything: a derived store is made again, not carried back."""
    op.execute("DROP TABLE IF EXISTS words")
    metadata.drop_all(op.get_bind())
