"""Contact points are set in the portal: when, and which were taken away. Zones have their own."""

from alembic import op

revision = "notify_0005"
down_revision = "notify_0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Those from before are as a file configured them; a zone's number stands with the zone."""
    op.execute(
        """
        DELETE FROM public_contact WHERE purpose = 'zone';
        ALTER TABLE public_contact
            DROP CONSTRAINT pk_public_contact,
            DROP COLUMN place,
            ADD CONSTRAINT pk_public_contact PRIMARY KEY (utility, purpose),
            ADD changed_at timestamptz,
            ADD removed boolean NOT NULL DEFAULT false;
        ALTER TABLE public_contact ALTER removed DROP DEFAULT;
        """
    )
