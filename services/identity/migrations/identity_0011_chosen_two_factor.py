"""From when and why two factors, as set in the portal, which no file overrules."""

from alembic import op

revision = "identity_0011"
down_revision = "identity_0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nobody has chosen anything yet."""
    op.execute("ALTER TABLE utility ADD chosen_two_factor jsonb")
