"""The whole life of a case: appeals, extensions, reminders, interim answers and lapsing."""

from alembic import op

revision = "cases_0004"
down_revision = "cases_0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Columns may be empty, so that a version before this one goes on writing."""
    op.execute(
        """
        ALTER TABLE "case" ADD earlier_decisions jsonb NOT NULL DEFAULT '[]',
            ADD appeal jsonb, ADD interim_due_at timestamptz, ADD started_at timestamptz,
            ADD lapses_at timestamptz, ADD lapse_warnings integer NOT NULL DEFAULT 0;
        CREATE INDEX ix_case_interim ON "case" (interim_due_at) WHERE interim_due_at IS NOT NULL;
        CREATE INDEX ix_case_lapses ON "case" (lapses_at) WHERE lapses_at IS NOT NULL;

        ALTER TABLE letter ADD reminded_of timestamptz, ADD overdue_told_at timestamptz,
            ADD closes_after timestamptz;

        CREATE TABLE case_extension (
            case_id text NOT NULL, position integer NOT NULL, at timestamptz NOT NULL,
            added integer NOT NULL, until timestamptz NOT NULL, reason text NOT NULL,
            by_id text NOT NULL, by_name text NOT NULL,
            CONSTRAINT pk_case_extension PRIMARY KEY (case_id, position),
            CONSTRAINT fk_case_extension_case_id FOREIGN KEY (case_id) REFERENCES "case" (id));
        """
    )
