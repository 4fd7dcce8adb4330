"""List deliverys by age: ids are compared as bytes, since nb-NO sorts "aa" after "z"."""

from alembic import op

revision = "notify_0002"
down_revision = "notify_0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """The id's own collation; what refers to it keeps its values."""
    op.execute('ALTER TABLE delivery ALTER COLUMN id TYPE text COLLATE "C"')
