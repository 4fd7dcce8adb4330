"""Find what was sent to one person."""

from alembic import op

revision = "notify_0006"
down_revision = "notify_0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Also for forgetting them."""
    op.execute(
        "CREATE INDEX ix_delivery_person_id ON delivery (person_id) WHERE person_id IS NOT NULL"
    )
