"""Several firms on a case, and firms it was taken from: which firm sent which file."""

from alembic import op

revision = "documents_0003"
down_revision = "documents_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What firms have sent so far was sent by the only firm the case had."""
    op.execute(
        """
        ALTER TABLE case_access
            ADD COLUMN parties jsonb NOT NULL DEFAULT '{}',
            ADD COLUMN formers jsonb NOT NULL DEFAULT '[]';
        ALTER TABLE case_access
            ALTER COLUMN parties DROP DEFAULT, ALTER COLUMN formers DROP DEFAULT;
        ALTER TABLE upload ADD COLUMN firm_id text;
        ALTER TABLE document ADD COLUMN firm_id text;
        UPDATE upload SET firm_id = case_access.firm_id FROM case_access
            WHERE case_access.case_id = upload.case_id AND upload.direction = 'incoming';
        UPDATE document SET firm_id = case_access.firm_id FROM case_access
            WHERE case_access.case_id = document.case_id AND document.direction = 'incoming';
        """
    )
