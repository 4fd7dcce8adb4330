"""When a utility opens is cases' to know, and how early it wants orders will be: not kept twice."""

from alembic import op

revision = "identity_0010"
down_revision = "identity_0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Cases heard of the opening when the utility was set up."""
    op.execute("ALTER TABLE utility DROP lead_time, DROP opens_at")
