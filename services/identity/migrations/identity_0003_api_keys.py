"""Keys of a firm's own software."""

from alembic import op

revision = "identity_0003"
down_revision = "identity_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Create the table."""
    op.execute(
        """
        CREATE TABLE api_key (
            key_id text PRIMARY KEY, firm_id text NOT NULL REFERENCES firm,
            utility text NOT NULL REFERENCES utility, name text NOT NULL, prefix text NOT NULL,
            secret_hash text NOT NULL, scopes jsonb NOT NULL, created_at timestamptz NOT NULL,
            created_by text NOT NULL, expires_at timestamptz NOT NULL, warned_at timestamptz,
            ended_at timestamptz, last_used_at timestamptz, last_address text NOT NULL,
            told_at timestamptz);
        CREATE UNIQUE INDEX uq_api_key_secret_hash ON api_key (secret_hash);
        CREATE INDEX ix_api_key_firm ON api_key (firm_id, utility);
        CREATE INDEX ix_api_key_living ON api_key (expires_at) WHERE ended_at IS NULL;
        """
    )
