"""Staff by their utility's own login."""

from alembic import op

revision = "identity_0007"
down_revision = "identity_0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create both tables."""
    op.execute(
        """
        CREATE TABLE provider_login (
            login_id text PRIMARY KEY, secret_hash text NOT NULL, utility text NOT NULL,
            expires_at timestamptz NOT NULL, done_at timestamptz);
        CREATE UNIQUE INDEX uq_provider_login_secret_hash ON provider_login (secret_hash);
        CREATE INDEX ix_provider_login_expires_at ON provider_login (expires_at);

        CREATE TABLE provider_account (
            issuer text NOT NULL, subject text NOT NULL,
            utility text NOT NULL REFERENCES utility,
            person_id text NOT NULL REFERENCES person, sealed_token text NOT NULL,
            checked_at timestamptz NOT NULL, PRIMARY KEY (issuer, subject, utility));
        CREATE INDEX ix_provider_account_person ON provider_account (person_id, utility);
        CREATE INDEX ix_provider_account_checked_at ON provider_account (checked_at);
        """
    )
