"""Utilities, firms, people, registrations, login attempts, codes, guards, sends, sessions."""

from alembic import op

revision = "identity_0001"
down_revision = None
branch_labels = ("identity",)
depends_on = "chassis_0001"


def upgrade() -> None:
    """Create them. `folded` forgives spelling: case, accents, and aa/å, oe/ø, ae/æ."""
    op.execute(
        """
        CREATE FUNCTION folded(written text) RETURNS text
        LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE AS $$
            SELECT replace(replace(replace(
                lower(public.unaccent('public.unaccent'::regdictionary, written)),
                'aa', 'a'), 'oe', 'o'), 'ae', 'e')
        $$;

        CREATE TABLE utility (
            utility text PRIMARY KEY, name text NOT NULL, short_name text NOT NULL,
            languages jsonb NOT NULL, duty_phone text NOT NULL, training boolean NOT NULL,
            logo_text text NOT NULL);

        CREATE TABLE firm (
            firm_id text PRIMARY KEY, orgnr text NOT NULL UNIQUE, revision integer NOT NULL);

        CREATE TABLE firm_at_utility (
            firm_id text NOT NULL REFERENCES firm, utility text NOT NULL REFERENCES utility,
            status text NOT NULL, name text NOT NULL, municipality text NOT NULL,
            phone text NOT NULL, email_post text NOT NULL, email_invoice text,
            professions jsonb NOT NULL, language text NOT NULL, asked_at timestamptz NOT NULL,
            decided_at timestamptz, decided_by text, reason text NOT NULL,
            PRIMARY KEY (firm_id, utility));
        CREATE INDEX ix_firm_at_utility_queue
            ON firm_at_utility (utility, status, asked_at, firm_id);
        CREATE INDEX ix_firm_at_utility_name
            ON firm_at_utility USING gin (folded(name) gin_trgm_ops);

        CREATE TABLE person (
            person_id text PRIMARY KEY, name text NOT NULL, email text NOT NULL, mobile text,
            mobile_changed_at timestamptz, password text, language text NOT NULL,
            active boolean NOT NULL, revision integer NOT NULL, created_at timestamptz NOT NULL);
        CREATE UNIQUE INDEX uq_person_email ON person (lower(email));

        CREATE TABLE membership (
            person_id text NOT NULL REFERENCES person, firm_id text NOT NULL REFERENCES firm,
            utility text NOT NULL REFERENCES utility, roles jsonb NOT NULL,
            PRIMARY KEY (person_id, firm_id, utility));
        CREATE INDEX ix_membership_firm_id_utility ON membership (firm_id, utility);

        CREATE TABLE staff (
            person_id text NOT NULL REFERENCES person,
            utility text NOT NULL REFERENCES utility, roles jsonb NOT NULL,
            PRIMARY KEY (person_id, utility));

        CREATE TABLE registration (
            registration_id text PRIMARY KEY, utility text NOT NULL REFERENCES utility,
            orgnr text NOT NULL, firm jsonb NOT NULL, professions jsonb NOT NULL,
            person_id text NOT NULL, name text NOT NULL, email text NOT NULL,
            mobile text NOT NULL, password text NOT NULL, language text NOT NULL,
            link_hash text NOT NULL, created_at timestamptz NOT NULL,
            expires_at timestamptz NOT NULL, mobile_proven_at timestamptz,
            email_proven_at timestamptz, done_at timestamptz);
        CREATE INDEX ix_registration_expires_at ON registration (expires_at);

        CREATE TABLE login_attempt (
            attempt_id text PRIMARY KEY, secret_hash text NOT NULL,
            person_id text NOT NULL REFERENCES person, portal text NOT NULL,
            utility text NOT NULL, next text NOT NULL, proof_hash text, new_mobile text,
            created_at timestamptz NOT NULL, expires_at timestamptz NOT NULL,
            done_at timestamptz);
        CREATE UNIQUE INDEX uq_login_attempt_secret_hash ON login_attempt (secret_hash);
        CREATE INDEX ix_login_attempt_expires_at ON login_attempt (expires_at);

        CREATE TABLE one_time_code (
            purpose text NOT NULL, bound_to text NOT NULL, hash text NOT NULL,
            checks integer NOT NULL, issued_at timestamptz NOT NULL,
            expires_at timestamptz NOT NULL, used_at timestamptz,
            PRIMARY KEY (purpose, bound_to));
        CREATE INDEX ix_one_time_code_expires_at ON one_time_code (expires_at);

        CREATE TABLE guard (
            subject text PRIMARY KEY, in_row integer NOT NULL, in_window integer NOT NULL,
            window_from timestamptz NOT NULL, not_before timestamptz NOT NULL,
            touched_at timestamptz NOT NULL);
        CREATE INDEX ix_guard_touched_at ON guard (touched_at);

        CREATE TABLE send (
            send_id text PRIMARY KEY, subject text NOT NULL, at timestamptz NOT NULL);
        CREATE INDEX ix_send_subject_at ON send (subject, at);
        CREATE INDEX ix_send_at ON send (at);

        CREATE TABLE login_session (
            session_id text PRIMARY KEY, secret_hash text NOT NULL,
            person_id text NOT NULL REFERENCES person, portal text NOT NULL,
            utility text NOT NULL, firm_id text NOT NULL, device text NOT NULL,
            opened_at timestamptz NOT NULL, seen_at timestamptz NOT NULL,
            idle_until timestamptz NOT NULL, ends_at timestamptz NOT NULL,
            ended_at timestamptz);
        CREATE UNIQUE INDEX uq_login_session_secret_hash ON login_session (secret_hash);
        CREATE INDEX ix_login_session_person_id ON login_session (person_id);
        CREATE INDEX ix_login_session_living ON login_session (idle_until)
            WHERE ended_at IS NULL;
        CREATE INDEX ix_login_session_ends_at ON login_session (ends_at);

        CREATE TABLE registry_entry (
            orgnr text PRIMARY KEY, answer jsonb NOT NULL, asked_at timestamptz NOT NULL);
        CREATE INDEX ix_registry_entry_asked_at ON registry_entry (asked_at);
        """
    )
