"""Firms: the chosen one of a login, main unit, address upkeep, merging and qualifications."""

from alembic import op

revision = "identity_0006"
down_revision = "identity_0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Firms from before are confirmed from the day they were decided on."""
    op.execute(
        """
        ALTER TABLE login_attempt ADD firm_id text NOT NULL DEFAULT '';
        ALTER TABLE login_attempt ALTER firm_id DROP DEFAULT;

        ALTER TABLE firm ADD main_orgnr text, ADD address text NOT NULL DEFAULT '';
        ALTER TABLE firm ALTER address DROP DEFAULT;
        CREATE INDEX ix_firm_main_orgnr ON firm (main_orgnr);

        ALTER TABLE firm_at_utility
            ADD email_contact text, ADD merged_into text REFERENCES firm,
            ADD language_chosen boolean NOT NULL DEFAULT false,
            ADD confirmed_at timestamptz, ADD reminded_at timestamptz, ADD confirm_hash text;
        ALTER TABLE firm_at_utility ALTER language_chosen DROP DEFAULT;
        UPDATE firm_at_utility SET confirmed_at = coalesce(decided_at, asked_at);
        CREATE INDEX ix_firm_at_utility_confirmed_at ON firm_at_utility (confirmed_at)
            WHERE status = 'approved';

        CREATE TABLE address_change (
            firm_id text NOT NULL, utility text NOT NULL, purpose text NOT NULL,
            email text NOT NULL, token_hash text NOT NULL, asked_at timestamptz NOT NULL,
            expires_at timestamptz NOT NULL,
            PRIMARY KEY (firm_id, utility, purpose),
            FOREIGN KEY (firm_id, utility) REFERENCES firm_at_utility);
        CREATE INDEX ix_address_change_expires_at ON address_change (expires_at);

        CREATE TABLE address_bounce (
            firm_id text NOT NULL, utility text NOT NULL, purpose text NOT NULL,
            email text NOT NULL, at timestamptz NOT NULL,
            PRIMARY KEY (firm_id, utility, purpose),
            FOREIGN KEY (firm_id, utility) REFERENCES firm_at_utility);

        CREATE TABLE qualification (
            qualification_id text COLLATE "C" PRIMARY KEY, firm_id text NOT NULL,
            utility text NOT NULL, type text NOT NULL, number text NOT NULL, holder text NOT NULL,
            issued_on date NOT NULL, expires_on date, document_id text,
            state text NOT NULL, reason text NOT NULL, stated_at timestamptz NOT NULL,
            decided_at timestamptz, decided_by text, reminded integer,
            FOREIGN KEY (firm_id, utility) REFERENCES firm_at_utility);
        CREATE INDEX ix_qualification_firm ON qualification (firm_id, utility);
        CREATE INDEX ix_qualification_ending ON qualification (expires_on)
            WHERE state = 'verified' AND expires_on IS NOT NULL;
        """
    )
