"""When the register's answer about a firm was last taken over."""

from alembic import op

revision = "identity_0008"
down_revision = "identity_0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Firms from before are asked about again."""
    op.execute(
        """
        ALTER TABLE firm ADD checked_at timestamptz;
        CREATE INDEX ix_firm_checked_at ON firm (checked_at NULLS FIRST);
        """
    )
