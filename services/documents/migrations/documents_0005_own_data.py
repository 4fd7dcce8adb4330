"""Find what one person sent."""

from alembic import op

revision = "documents_0005"
down_revision = "documents_0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """For a person's own export, and for forgetting them."""
    op.execute(
        """
        CREATE INDEX ix_document_uploader_id ON document (uploader_id);
        CREATE INDEX ix_upload_uploader_id ON upload (uploader_id);
        """
    )
