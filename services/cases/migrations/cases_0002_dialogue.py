"""The dialogue of a case."""

from alembic import context, op

revision = "cases_0002"
down_revision = "cases_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create it; what was written is never changed."""
    op.execute(
        """
        CREATE TABLE case_message (
            id text NOT NULL CONSTRAINT pk_case_message PRIMARY KEY,
            case_id text NOT NULL, utility text NOT NULL, number integer NOT NULL,
            kind text NOT NULL, side text NOT NULL, text text NOT NULL, document_ids jsonb NOT NULL,
            by_id text NOT NULL, by_name text NOT NULL, firm_id text, firm_name text NOT NULL,
            firm_orgnr text NOT NULL, at timestamptz NOT NULL,
            CONSTRAINT uq_case_message_case_id_number UNIQUE (case_id, number),
            CONSTRAINT fk_case_message_case_id FOREIGN KEY (case_id) REFERENCES "case" (id));
        CREATE TABLE message_reading (
            message_id text NOT NULL, person_id text NOT NULL, name text NOT NULL,
            side text NOT NULL, at timestamptz NOT NULL,
            CONSTRAINT pk_message_reading PRIMARY KEY (message_id, person_id),
            CONSTRAINT fk_message_reading_message_id FOREIGN KEY (message_id)
                REFERENCES case_message (id));
        CREATE TABLE untold_messages (
            case_id text NOT NULL, side text NOT NULL,
            first_at timestamptz NOT NULL, last_at timestamptz NOT NULL,
            CONSTRAINT pk_untold_messages PRIMARY KEY (case_id, side),
            CONSTRAINT fk_untold_messages_case_id FOREIGN KEY (case_id) REFERENCES "case" (id));
        CREATE INDEX ix_untold_messages_last_at ON untold_messages (last_at);
        """
    )
    service = context.config.attributes["service"]
    op.execute(
        f"""
        DO $$ BEGIN
            IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{service}') THEN
                REVOKE UPDATE, DELETE, TRUNCATE ON case_message FROM "{service}";
            END IF;
        END $$;
        """  # noqa: S608 - the service's name is one of four constants
    )
