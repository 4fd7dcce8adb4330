"""A database that is current is told so without loading what would change it."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine, text

from deploy.local.description import Description
from services.chassis.db.migrate import is_current
from tests.support.databases import fresh_database


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE alembic_version SET version_num = 'notify_0001' WHERE version_num ~ '^notify'",
        "DELETE FROM alembic_version WHERE version_num ~ '^chassis'",
        "DROP TABLE alembic_version",
    ],
)
def test_it_is_current_at_the_last_step_of_both_branches_alone(
    bed: Description, change: str
) -> None:
    with fresh_database(bed.superuser_url, "notify", "storage_migrate") as url:
        assert is_current("notify", url)
        engine = create_engine(url)
        with engine.begin() as connection:
            connection.execute(text(change))
        engine.dispose()
        assert not is_current("notify", url)
