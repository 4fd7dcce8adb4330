"""Zones by parts of a gnr and by polygon, with a default caseworker."""

from alembic import op

revision = "cases_0010"
down_revision = "cases_0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """What was a whole gnr stays one."""
    op.execute(
        """
        ALTER TABLE zone ADD COLUMN default_caseworker_id text;
        ALTER TABLE zone_area
            ADD COLUMN bnr_from integer NOT NULL DEFAULT 1,
            ADD COLUMN bnr_to integer NOT NULL DEFAULT 99999;
        ALTER TABLE zone_area
            ALTER COLUMN bnr_from DROP DEFAULT, ALTER COLUMN bnr_to DROP DEFAULT,
            DROP CONSTRAINT pk_zone_area,
            ADD CONSTRAINT pk_zone_area
                PRIMARY KEY (utility, kommunenr, gnr_from, gnr_to, bnr_from, bnr_to);
        CREATE TABLE zone_polygon (
            utility text NOT NULL, zone text NOT NULL, position integer NOT NULL,
            ring jsonb NOT NULL,
            CONSTRAINT pk_zone_polygon PRIMARY KEY (utility, zone, position));
        """
    )
