"""Several firms on one case, and cases that change firm."""

from alembic import op

revision = "cases_0005"
down_revision = "cases_0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Parties beside the applicant; those a case was taken from; what a utility has chosen."""
    op.execute(
        """
        ALTER TABLE "case"
            ADD COLUMN parties jsonb NOT NULL DEFAULT '{}',
            ADD COLUMN formers jsonb NOT NULL DEFAULT '[]',
            ADD COLUMN continues text;
        ALTER TABLE "case" ALTER COLUMN parties DROP DEFAULT, ALTER COLUMN formers DROP DEFAULT;
        CREATE INDEX ix_case_parties ON "case" USING gin (parties);
        CREATE INDEX ix_case_contact ON "case" (contact_id);
        CREATE INDEX ix_case_caseworker ON "case" (caseworker_id);
        ALTER TABLE known_firm ADD COLUMN professions jsonb NOT NULL DEFAULT '[]';
        ALTER TABLE known_firm ALTER COLUMN professions DROP DEFAULT;

        CREATE TABLE case_party (
            id text NOT NULL CONSTRAINT pk_case_party PRIMARY KEY,
            case_id text NOT NULL, utility text NOT NULL, firm_id text NOT NULL,
            firm_name text NOT NULL, firm_orgnr text NOT NULL, role text NOT NULL,
            "right" text NOT NULL, state text NOT NULL, invited_by_id text NOT NULL,
            invited_by_name text NOT NULL, invited_at timestamptz NOT NULL,
            answered_at timestamptz, ended_at timestamptz,
            CONSTRAINT fk_case_party_case_id FOREIGN KEY (case_id) REFERENCES "case" (id));
        CREATE UNIQUE INDEX uq_case_party_living ON case_party (case_id, firm_id)
            WHERE state IN ('invited', 'active');
        CREATE INDEX ix_case_party_firm ON case_party (utility, firm_id, state);

        CREATE TABLE former_party (
            case_id text NOT NULL, firm_id text NOT NULL, utility text NOT NULL,
            until timestamptz NOT NULL, seen jsonb NOT NULL,
            CONSTRAINT pk_former_party PRIMARY KEY (case_id, firm_id),
            CONSTRAINT fk_former_party_case_id FOREIGN KEY (case_id) REFERENCES "case" (id));
        CREATE INDEX ix_former_party_firm ON former_party (utility, firm_id, until);

        CREATE TABLE utility_rules (
            utility text NOT NULL CONSTRAINT pk_utility_rules PRIMARY KEY,
            opens_at timestamptz, transfer text NOT NULL);
        """
    )
