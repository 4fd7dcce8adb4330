"""Who may be where: locks, invitations, lost phones, and what inactivity is told by."""

from alembic import op

revision = "identity_0004"
down_revision = "identity_0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Everybody known is taken as seen now, so that nobody is warned for the time before."""
    op.execute(
        """
        ALTER TABLE membership ADD COLUMN locked_at timestamptz;
        ALTER TABLE staff ADD COLUMN locked_at timestamptz;
        ALTER TABLE person
            ADD COLUMN seen_at timestamptz,
            ADD COLUMN warned_at timestamptz,
            ADD COLUMN rested_at timestamptz,
            ADD COLUMN erased_at timestamptz;
        UPDATE person SET seen_at = now();
        CREATE INDEX ix_person_mobile ON person (mobile);
        CREATE INDEX ix_person_quiet ON person (coalesce(seen_at, created_at))
            WHERE erased_at IS NULL;

        CREATE TABLE invitation (
            invitation_id text COLLATE "C" PRIMARY KEY,
            utility text NOT NULL REFERENCES utility, firm_id text REFERENCES firm,
            email text NOT NULL, roles jsonb NOT NULL, language text NOT NULL,
            invited_by text NOT NULL, inviter_name text NOT NULL,
            token_hash text NOT NULL, created_at timestamptz NOT NULL,
            sent_at timestamptz NOT NULL, expires_at timestamptz NOT NULL,
            withdrawn_at timestamptz, accepted_at timestamptz,
            person_id text NOT NULL, name text, mobile text, password text);
        CREATE UNIQUE INDEX uq_invitation_token_hash ON invitation (token_hash);
        CREATE INDEX ix_invitation_place ON invitation (utility, firm_id, invitation_id);
        CREATE INDEX ix_invitation_email ON invitation (lower(email));
        CREATE INDEX ix_invitation_expires_at ON invitation (expires_at);

        CREATE TABLE phone_release (
            release_id text COLLATE "C" PRIMARY KEY,
            person_id text NOT NULL REFERENCES person,
            utility text NOT NULL REFERENCES utility,
            asked_by text NOT NULL, asker_name text NOT NULL, checked text NOT NULL,
            asked_at timestamptz NOT NULL, expires_at timestamptz NOT NULL,
            confirmed_by text, confirmed_at timestamptz);
        CREATE INDEX ix_phone_release_open ON phone_release (utility, expires_at);
        """
    )
