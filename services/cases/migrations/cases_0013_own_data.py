"""Find what one person wrote, sent in and read."""

from alembic import op

revision = "cases_0013"
down_revision = "cases_0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """For a person's own export, and for forgetting them."""
    op.execute(
        """
        CREATE INDEX ix_case_message_by_id ON case_message (by_id);
        CREATE INDEX ix_message_reading_person_id ON message_reading (person_id);
        CREATE INDEX ix_submission_by_id ON submission (by_id);
        CREATE INDEX ix_draft_change_by_id ON draft_change (by_id);
        """
    )
