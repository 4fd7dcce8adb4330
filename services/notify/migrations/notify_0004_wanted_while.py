"""A reminder is sent only while the case is where it was when it was written."""

from alembic import op

revision = "notify_0004"
down_revision = "notify_0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Empty for messages that are wanted whatever happens."""
    op.execute(
        """
        ALTER TABLE case_party ADD status text NOT NULL DEFAULT '';
        ALTER TABLE delivery ADD while_case text, ADD while_status text;
        """
    )
