"""Cases' tables."""

from alembic import context, op

revision = "cases_0001"
down_revision = None
branch_labels = ("cases",)
depends_on = "chassis_0001"


def upgrade() -> None:
    """Create them; the runtime role may add to the history but never change it."""
    op.execute(
        """
        CREATE TABLE case_type_version (
            code text NOT NULL, version integer NOT NULL, fingerprint text NOT NULL,
            source jsonb NOT NULL, published_at timestamptz NOT NULL,
            CONSTRAINT pk_case_type_version PRIMARY KEY (code, version));

        CREATE TABLE "case" (
            id text NOT NULL CONSTRAINT pk_case PRIMARY KEY,
            utility text NOT NULL, type text NOT NULL, type_version integer NOT NULL,
            type_title jsonb NOT NULL, type_text text NOT NULL, case_class text NOT NULL,
            lifecycle text NOT NULL, title text NOT NULL, status text NOT NULL,
            moves integer NOT NULL, version integer NOT NULL, number text,
            firm_id text NOT NULL, firm_name text NOT NULL, firm_orgnr text NOT NULL,
            contact_id text NOT NULL, contact_name text NOT NULL,
            caseworker_id text, caseworker_name text, zone text,
            place text NOT NULL, property_text text NOT NULL, form jsonb NOT NULL,
            created_at timestamptz NOT NULL, updated_at timestamptz NOT NULL,
            submitted_at timestamptz, received_at timestamptz, complete_at timestamptz,
            expected_by timestamptz, due_at timestamptz, proposal jsonb, decision jsonb,
            due_order timestamptz NOT NULL GENERATED ALWAYS AS
                (coalesce(due_at, expected_by, timestamptz '9999-12-31 00:00:00+00')) STORED,
            sent_order timestamptz NOT NULL GENERATED ALWAYS AS
                (coalesce(submitted_at, created_at)) STORED,
            search tsvector NOT NULL GENERATED ALWAYS AS
                (to_tsvector('norwegian', coalesce(number, '') || ' ' || title || ' ' || place
                || ' ' || property_text || ' ' || type_text || ' ' || firm_name)) STORED,
            search_text text NOT NULL GENERATED ALWAYS AS
                (lower(coalesce(number, '') || ' ' || place || ' ' || property_text
                || ' ' || title)) STORED,
            CONSTRAINT uq_case_utility_number UNIQUE (utility, number));
        CREATE INDEX ix_case_firm_updated ON "case" (utility, firm_id, updated_at, id);
        CREATE INDEX ix_case_firm_due ON "case" (utility, firm_id, due_order, id);
        CREATE INDEX ix_case_firm_sent ON "case" (utility, firm_id, sent_order, id);
        CREATE INDEX ix_case_queue_updated ON "case" (utility, updated_at, id)
            WHERE submitted_at IS NOT NULL;
        CREATE INDEX ix_case_queue_due ON "case" (utility, due_order, id)
            WHERE submitted_at IS NOT NULL;
        CREATE INDEX ix_case_queue_sent ON "case" (utility, sent_order, id)
            WHERE submitted_at IS NOT NULL;
        CREATE INDEX ix_case_search ON "case" USING gin (search);
        CREATE INDEX ix_case_search_text ON "case" USING gin (search_text gin_trgm_ops);

        CREATE TABLE case_history (
            case_id text NOT NULL, sequence integer NOT NULL, at timestamptz NOT NULL,
            action text NOT NULL, status text NOT NULL, by_audience text NOT NULL,
            by_id text NOT NULL, by_name text NOT NULL, internal boolean NOT NULL,
            facts jsonb NOT NULL,
            CONSTRAINT pk_case_history PRIMARY KEY (case_id, sequence),
            CONSTRAINT uq_case_history_case_id_sequence_status UNIQUE (case_id, sequence, status),
            CONSTRAINT fk_case_history_case_id FOREIGN KEY (case_id) REFERENCES "case" (id)
                DEFERRABLE INITIALLY DEFERRED);
        ALTER TABLE "case" ADD CONSTRAINT fk_case_history
            FOREIGN KEY (id, moves, status) REFERENCES case_history (case_id, sequence, status)
            DEFERRABLE INITIALLY DEFERRED;

        CREATE TABLE clock_interval (
            case_id text NOT NULL, position integer NOT NULL, owner text NOT NULL,
            since timestamptz NOT NULL, until timestamptz, resets boolean NOT NULL,
            CONSTRAINT pk_clock_interval PRIMARY KEY (case_id, position),
            CONSTRAINT fk_clock_interval_case_id FOREIGN KEY (case_id) REFERENCES "case" (id));

        CREATE TABLE letter (
            case_id text NOT NULL, number integer NOT NULL, utility text NOT NULL,
            severity text NOT NULL, sent_at timestamptz NOT NULL, asked_due_at timestamptz NOT NULL,
            due_at timestamptz NOT NULL, closed_at timestamptz,
            CONSTRAINT pk_letter PRIMARY KEY (case_id, number),
            CONSTRAINT fk_letter_case_id FOREIGN KEY (case_id) REFERENCES "case" (id));
        CREATE INDEX ix_letter_open ON letter (utility, asked_due_at) WHERE closed_at IS NULL;

        CREATE TABLE letter_item (
            id text NOT NULL CONSTRAINT pk_letter_item PRIMARY KEY,
            case_id text NOT NULL, letter integer NOT NULL, number integer NOT NULL,
            code text NOT NULL, text text NOT NULL, target text NOT NULL, state text NOT NULL,
            answer text NOT NULL, document_ids jsonb NOT NULL, answered_at timestamptz,
            CONSTRAINT uq_letter_item_case_id_number UNIQUE (case_id, number),
            CONSTRAINT fk_letter_item_case_id FOREIGN KEY (case_id, letter)
                REFERENCES letter (case_id, number));

        CREATE TABLE case_document (
            document_id text NOT NULL CONSTRAINT pk_case_document PRIMARY KEY,
            case_id text NOT NULL, filename text NOT NULL, kind text NOT NULL,
            state text NOT NULL, media_type text, reason text, letter text);
        CREATE INDEX ix_case_document_case_id ON case_document (case_id);

        CREATE TABLE case_number (
            utility text NOT NULL, year integer NOT NULL, last integer NOT NULL,
            CONSTRAINT pk_case_number PRIMARY KEY (utility, year));

        CREATE TABLE zone (
            utility text NOT NULL, code text NOT NULL, name text NOT NULL, email text NOT NULL,
            phone text NOT NULL, CONSTRAINT pk_zone PRIMARY KEY (utility, code));
        CREATE TABLE zone_area (
            utility text NOT NULL, kommunenr text NOT NULL, gnr_from integer NOT NULL,
            gnr_to integer NOT NULL, zone text NOT NULL,
            CONSTRAINT pk_zone_area PRIMARY KEY (utility, kommunenr, gnr_from, gnr_to));

        CREATE TABLE freeze_window (
            id text NOT NULL CONSTRAINT pk_freeze_window PRIMARY KEY,
            utility text NOT NULL, starts_at timestamptz NOT NULL, ends_at timestamptz NOT NULL,
            announced_at timestamptz NOT NULL, cancelled_at timestamptz, blocks jsonb NOT NULL,
            reason jsonb NOT NULL, revision integer NOT NULL, told text NOT NULL);
        CREATE INDEX ix_freeze_window_utility_ends_at ON freeze_window (utility, ends_at);

        CREATE TABLE known_firm (
            firm_id text NOT NULL, utility text NOT NULL, name text NOT NULL, orgnr text NOT NULL,
            status text NOT NULL, language text NOT NULL, revision integer NOT NULL,
            CONSTRAINT pk_known_firm PRIMARY KEY (firm_id, utility));
        CREATE TABLE known_person (
            person_id text NOT NULL CONSTRAINT pk_known_person PRIMARY KEY,
            name text NOT NULL, staff_of jsonb NOT NULL, staff_roles jsonb NOT NULL,
            active boolean NOT NULL, revision integer NOT NULL);
        """
    )
    service = context.config.attributes["service"]
    op.execute(
        f"""
        DO $$ BEGIN
            IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{service}') THEN
                REVOKE UPDATE, DELETE, TRUNCATE ON case_history, case_type_version FROM "{service}";
            END IF;
        END $$;
        """  # noqa: S608 - the service's name is one of four constants
    )
