"""Links in messages lead to the utility's own portals."""

from alembic import op

revision = "notify_0003"
down_revision = "notify_0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Empty until identity tells: then the installation's own address is used."""
    op.execute(
        """
        ALTER TABLE utility ADD contractor_url text NOT NULL DEFAULT '',
            ADD operator_url text NOT NULL DEFAULT '';
        ALTER TABLE utility ALTER contractor_url DROP DEFAULT, ALTER operator_url DROP DEFAULT;
        """
    )
