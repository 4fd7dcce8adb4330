"""What waits for a firm, by deadline, however many of its cases have ended."""

from alembic import op

revision = "cases_0012"
down_revision = "cases_0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Only of what is somebody's turn: a few in a hundred."""
    op.execute(
        """
        CREATE INDEX ix_case_firm_ball ON "case" (utility, firm_id, ball, due_order, id)
            WHERE ball <> 'nobody';
        """
    )
