"""Second factors, step-up, recovery of accounts, and the devices people are known to use."""

from alembic import op

revision = "identity_0002"
down_revision = "identity_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Added beside what is there: the version before writes sessions without a step-up."""
    op.execute(
        """
        ALTER TABLE person ADD COLUMN held_until timestamptz;
        ALTER TABLE login_session ADD COLUMN stepped_up_at timestamptz;

        CREATE TABLE totp (
            person_id text PRIMARY KEY REFERENCES person, sealed_key text NOT NULL,
            last_step bigint NOT NULL, begun_at timestamptz NOT NULL,
            confirmed_at timestamptz);

        CREATE TABLE passkey (
            passkey_id text COLLATE "C" PRIMARY KEY, person_id text NOT NULL REFERENCES person,
            portal text NOT NULL, credential_id text NOT NULL, public_key text NOT NULL,
            sign_count bigint NOT NULL, name text NOT NULL, added_at timestamptz NOT NULL,
            used_at timestamptz);
        CREATE UNIQUE INDEX uq_passkey_portal_credential_id ON passkey (portal, credential_id);
        CREATE INDEX ix_passkey_person_id ON passkey (person_id);

        CREATE TABLE passkey_challenge (
            purpose text NOT NULL, bound_to text NOT NULL, challenge text NOT NULL,
            expires_at timestamptz NOT NULL, PRIMARY KEY (purpose, bound_to));
        CREATE INDEX ix_passkey_challenge_expires_at ON passkey_challenge (expires_at);

        CREATE TABLE recovery_code (
            person_id text NOT NULL REFERENCES person, hash text NOT NULL,
            made_at timestamptz NOT NULL, used_at timestamptz, PRIMARY KEY (person_id, hash));

        CREATE TABLE mobile_change (
            person_id text PRIMARY KEY REFERENCES person, change_id text NOT NULL,
            mobile text NOT NULL, expires_at timestamptz NOT NULL);
        CREATE INDEX ix_mobile_change_expires_at ON mobile_change (expires_at);

        CREATE TABLE reset_request (
            request_id text COLLATE "C" PRIMARY KEY, email text NOT NULL, portal text NOT NULL,
            utility text NOT NULL, asked_at timestamptz NOT NULL);

        CREATE TABLE password_reset (
            token_hash text PRIMARY KEY, person_id text NOT NULL REFERENCES person,
            utility text NOT NULL, expires_at timestamptz NOT NULL, used_at timestamptz);
        CREATE INDEX ix_password_reset_person_id ON password_reset (person_id);
        CREATE INDEX ix_password_reset_expires_at ON password_reset (expires_at);

        CREATE TABLE known_device (
            person_id text NOT NULL REFERENCES person, hash text NOT NULL,
            first_seen_at timestamptz NOT NULL, seen_at timestamptz NOT NULL,
            PRIMARY KEY (person_id, hash));
        CREATE INDEX ix_known_device_seen_at ON known_device (seen_at);
        """
    )
