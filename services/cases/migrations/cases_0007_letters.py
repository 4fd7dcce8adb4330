"""Deficiency letters as objects: prepared, coded, answered by versions of what was sent in."""

from alembic import context, op

revision = "cases_0007"
down_revision = "cases_0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """A case sent in before this has its form as the first version."""
    op.execute(
        """
        ALTER TABLE letter_item ADD reason text NOT NULL DEFAULT 'other',
            ADD step text NOT NULL DEFAULT '';
        CREATE INDEX ix_letter_sent ON letter (utility, sent_at);

        CREATE TABLE prepared_letter (
            case_id text NOT NULL CONSTRAINT pk_prepared_letter PRIMARY KEY,
            content jsonb NOT NULL,
            CONSTRAINT fk_prepared_letter_case_id FOREIGN KEY (case_id) REFERENCES "case" (id));

        CREATE TABLE submission (
            case_id text NOT NULL, version integer NOT NULL, at timestamptz NOT NULL,
            by_id text NOT NULL, by_name text NOT NULL, letter integer, items jsonb NOT NULL,
            text text NOT NULL, form jsonb NOT NULL, beside jsonb NOT NULL,
            CONSTRAINT pk_submission PRIMARY KEY (case_id, version),
            CONSTRAINT fk_submission_case_id FOREIGN KEY (case_id) REFERENCES "case" (id));
        INSERT INTO submission
            SELECT id, 1, submitted_at, contact_id, contact_name, NULL, '[]', '', form, '[]'
            FROM "case" WHERE submitted_at IS NOT NULL;

        CREATE TABLE known_utility (
            utility text NOT NULL CONSTRAINT pk_known_utility PRIMARY KEY,
            training boolean NOT NULL, sequence bigint NOT NULL);
        """
    )
    service = context.config.attributes["service"]
    op.execute(
        f"""
        DO $$ BEGIN
            IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{service}') THEN
                REVOKE UPDATE, DELETE, TRUNCATE ON submission FROM "{service}";
            END IF;
        END $$;
        """  # noqa: S608 - the service's name is one of four constants
    )
