"""The blocks that a browser is given, ready made."""

from alembic import op

from seriatim.store.schema import metadata

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Make their table; the next build fills it."""
    metadata.create_all(op.get_bind())


def downgrade() -> None:
    """Nothing: a derived store is made again, not carried back."""
