"""Tells PostgreSQL that what nobody handles is what waits for the utility."""

from alembic import op

revision = "cases_0014"
down_revision = "cases_0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Taken for independent, the two were sorted together instead of read off their index."""
    op.execute(
        """
        CREATE STATISTICS st_case_ball_caseworker_id (mcv) ON ball, caseworker_id FROM "case";
        """
    )
