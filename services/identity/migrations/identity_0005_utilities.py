"""All that tells one utility from another: addresses, theme, lead time, opening, two factors."""

from alembic import op

revision = "identity_0005"
down_revision = "identity_0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Utilities from before keep the defaults until they are configured again."""
    op.execute(
        """
        ALTER TABLE utility
            ADD theme text NOT NULL DEFAULT 'fjord',
            ADD contractor_url text NOT NULL DEFAULT '',
            ADD operator_url text NOT NULL DEFAULT '',
            ADD lead_time jsonb NOT NULL DEFAULT '{"working_days": 3, "hour": 10}',
            ADD opens_at timestamptz,
            ADD private_forms text NOT NULL DEFAULT '',
            ADD two_factor jsonb NOT NULL DEFAULT '{"since": null, "why": {}}';
        ALTER TABLE utility
            ALTER theme DROP DEFAULT, ALTER contractor_url DROP DEFAULT,
            ALTER operator_url DROP DEFAULT, ALTER lead_time DROP DEFAULT,
            ALTER private_forms DROP DEFAULT, ALTER two_factor DROP DEFAULT;
        """
    )
