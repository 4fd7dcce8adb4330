"""Find published events by age, so that old ones can be forgotten."""

from alembic import op

revision = "chassis_0002"
down_revision = "chassis_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Index the published part of the outbox."""
    op.execute(
        "CREATE INDEX ix_outbox_published ON outbox (published_at) WHERE published_at IS NOT NULL"
    )
