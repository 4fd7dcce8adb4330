"""Versions of case types that a utility publishes itself, and what it says of its catalogue."""

from alembic import op

revision = "cases_0006"
down_revision = "cases_0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add them; the defaults let a process of the version before go on publishing its files."""
    op.execute(
        """
        ALTER TABLE case_type_version
            ADD COLUMN utility text NOT NULL DEFAULT '',
            ADD COLUMN published_by text NOT NULL DEFAULT '',
            ADD COLUMN valid_from timestamptz;

        CREATE TABLE catalogue_setting (
            utility text NOT NULL CONSTRAINT pk_catalogue_setting PRIMARY KEY,
            old_forms jsonb NOT NULL);
        """
    )
