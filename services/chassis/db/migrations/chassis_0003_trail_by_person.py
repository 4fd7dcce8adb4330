"""Find what somebody did in the trail, however long it has grown."""

from alembic import op

revision = "chassis_0003"
down_revision = "chassis_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The system's own entries are most of the trail, and nobody asks for them by who."""
    op.execute(
        "CREATE INDEX ix_audit_actor ON audit ((actor ->> 'user_id'), at) "
        "WHERE (actor ->> 'user_id') <> ''"
    )
