"""Uploads, the journal, letters to write, and what is known of cases, utilities and firms."""

from alembic import op

revision = "documents_0001"
down_revision = None
branch_labels = ("documents",)
depends_on = "chassis_0001"


def upgrade() -> None:
    """Create them."""
    op.execute(
        """
        CREATE TABLE case_access (
            case_id text CONSTRAINT pk_case_access PRIMARY KEY, utility text NOT NULL,
            firm_id text NOT NULL, revision integer NOT NULL, number text, status text NOT NULL,
            ball text NOT NULL, received boolean NOT NULL, journal_length integer NOT NULL,
            contact jsonb);

        CREATE TABLE upload (
            id text CONSTRAINT pk_upload PRIMARY KEY, utility text NOT NULL, case_id text NOT NULL,
            direction text NOT NULL, uploader_id text NOT NULL, uploader_name text NOT NULL,
            filename text NOT NULL, kind text NOT NULL, size bigint NOT NULL, sha256 text,
            answers text, part_size integer NOT NULL, created_at timestamptz NOT NULL,
            expires_at timestamptz NOT NULL, document_id text, cleared_at timestamptz);
        CREATE INDEX ix_upload_staged ON upload (expires_at) WHERE cleared_at IS NULL;

        CREATE TABLE document (
            id text CONSTRAINT pk_document PRIMARY KEY, utility text NOT NULL,
            case_id text NOT NULL, upload_id text, direction text NOT NULL, filename text NOT NULL,
            title text NOT NULL, kind text NOT NULL, letter text, answers text,
            uploader_id text NOT NULL, uploader_name text NOT NULL, created_at timestamptz NOT NULL,
            journal_number integer, state text NOT NULL, reason text, size bigint NOT NULL,
            sha256 text, media_type text, inspected_at timestamptz, attempts integer NOT NULL,
            leased_until timestamptz NOT NULL,
            CONSTRAINT uq_document_case_id_journal_number UNIQUE (case_id, journal_number),
            CONSTRAINT uq_document_upload_id UNIQUE (upload_id));
        CREATE INDEX ix_document_case_id_created_at ON document (case_id, created_at);
        CREATE INDEX ix_document_quarantined ON document (leased_until)
            WHERE state = 'quarantined';

        CREATE TABLE letter_job (
            id text CONSTRAINT pk_letter_job PRIMARY KEY, utility text NOT NULL,
            case_id text NOT NULL, letter text NOT NULL, revision integer NOT NULL,
            language text NOT NULL, content jsonb NOT NULL, created_at timestamptz NOT NULL,
            attempts integer NOT NULL, leased_until timestamptz NOT NULL, done_at timestamptz,
            document_id text,
            CONSTRAINT uq_letter_job_case_id_letter_revision UNIQUE (case_id, letter, revision));
        CREATE INDEX ix_letter_job_waiting ON letter_job (leased_until) WHERE done_at IS NULL;

        CREATE TABLE utility (
            utility_id text CONSTRAINT pk_utility PRIMARY KEY, name text NOT NULL,
            sequence bigint NOT NULL);
        CREATE TABLE firm (
            firm_id text CONSTRAINT pk_firm PRIMARY KEY, language text NOT NULL,
            revision integer NOT NULL);
        """
    )
