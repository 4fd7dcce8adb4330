"""Documents the utility publishes on a case, and those it keeps from firms."""

from alembic import op

revision = "cases_0011"
down_revision = "cases_0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Nothing has been shielded so far."""
    op.execute(
        """
        ALTER TABLE case_document
            ADD COLUMN published boolean NOT NULL DEFAULT false,
            ADD COLUMN shielded boolean NOT NULL DEFAULT false,
            ADD COLUMN shielding_revision integer NOT NULL DEFAULT 0;
        ALTER TABLE case_document
            ALTER COLUMN published DROP DEFAULT, ALTER COLUMN shielded DROP DEFAULT,
            ALTER COLUMN shielding_revision DROP DEFAULT;
        """
    )
