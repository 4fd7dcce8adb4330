"""Internal entries of the journal, the date of each document, and shielding."""

from alembic import op

revision = "documents_0004"
down_revision = "documents_0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What stands in journals so far came in or went out, and bears the date it was entered."""
    op.execute(
        """
        ALTER TABLE upload ADD COLUMN journal_type text, ADD COLUMN entry jsonb;
        UPDATE upload SET journal_type = CASE direction WHEN 'incoming' THEN 'I' ELSE 'U' END;
        ALTER TABLE upload ALTER COLUMN journal_type SET NOT NULL, DROP COLUMN direction;

        ALTER TABLE document
            ADD COLUMN journal_type text, ADD COLUMN dated_on date, ADD COLUMN publication text,
            ADD COLUMN shielding_revision integer NOT NULL DEFAULT 0,
            ADD COLUMN followed_up_at timestamptz, ADD COLUMN followed_up_by text;
        UPDATE document SET
            journal_type = CASE direction WHEN 'incoming' THEN 'I' ELSE 'U' END,
            dated_on = (created_at AT TIME ZONE 'Europe/Oslo')::date;
        ALTER TABLE document
            ALTER COLUMN journal_type SET NOT NULL, ALTER COLUMN dated_on SET NOT NULL,
            ALTER COLUMN shielding_revision DROP DEFAULT, DROP COLUMN direction;

        CREATE TABLE shielding (
            id text CONSTRAINT pk_shielding PRIMARY KEY, utility text NOT NULL,
            document_id text NOT NULL, basis text NOT NULL, reason text NOT NULL,
            public_title text NOT NULL, ends_on date, ends_at timestamptz,
            shielded_at timestamptz NOT NULL, shielded_by_id text NOT NULL,
            shielded_by_name text NOT NULL, lifted_at timestamptz, lifted_by_id text,
            lifted_by_name text, lifted_because text);
        CREATE UNIQUE INDEX uq_shielding_document_id ON shielding (document_id)
            WHERE lifted_at IS NULL;
        CREATE INDEX ix_shielding_ends_at ON shielding (ends_at) WHERE lifted_at IS NULL;
        """
    )
