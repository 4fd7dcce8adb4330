"""List documents by age: ids are compared as bytes, since nb-NO sorts "aa" after "z"."""

from alembic import op

revision = "documents_0002"
down_revision = "documents_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The id's own collation; what refers to it keeps its values."""
    op.execute('ALTER TABLE document ALTER COLUMN id TYPE text COLLATE "C"')
