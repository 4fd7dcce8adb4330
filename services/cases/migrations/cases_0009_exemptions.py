"""What a freeze does not stop, and reminders before one."""

from alembic import op

revision = "cases_0009"
down_revision = "cases_0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create them."""
    op.execute(
        """
        CREATE TABLE freeze_exemption (
            id text NOT NULL CONSTRAINT pk_freeze_exemption PRIMARY KEY,
            freeze_id text NOT NULL, utility text NOT NULL, firm_id text NOT NULL,
            firm_name text NOT NULL, firm_orgnr text NOT NULL, case_id text, case_number text,
            reason text NOT NULL, ends_at timestamptz NOT NULL, granted_by_id text NOT NULL,
            granted_by_name text NOT NULL, granted_at timestamptz NOT NULL, revoked_at timestamptz,
            CONSTRAINT fk_freeze_exemption_freeze_id FOREIGN KEY (freeze_id)
                REFERENCES freeze_window (id));
        CREATE INDEX ix_freeze_exemption_freeze_id ON freeze_exemption (freeze_id);
        CREATE TABLE freeze_reminder (
            freeze_id text NOT NULL, case_id text NOT NULL, letter integer NOT NULL,
            at timestamptz NOT NULL,
            CONSTRAINT pk_freeze_reminder PRIMARY KEY (freeze_id, case_id, letter),
            CONSTRAINT fk_freeze_reminder_freeze_id FOREIGN KEY (freeze_id)
                REFERENCES freeze_window (id),
            CONSTRAINT fk_freeze_reminder_case_id FOREIGN KEY (case_id) REFERENCES "case" (id));
        """
    )
