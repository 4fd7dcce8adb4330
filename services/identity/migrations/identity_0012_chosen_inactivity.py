"""When unused accounts rest and are erased, as each utility has set it."""

from alembic import op

revision = "identity_0012"
down_revision = "identity_0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nobody has chosen anything yet: the settings count."""
    op.execute("ALTER TABLE utility ADD chosen_inactivity jsonb")
