"""`python -m services.chassis.db.migrate cases`: bring one service's database up to date.

Runs as the owner role. The chassis's own tables and the service's stand in two alembic branches,
so that either can grow without renumbering the other. alembic is loaded when there is something to
apply: most starts find the database current.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import psycopg2

from services.chassis.settings import settings

if TYPE_CHECKING:
    from alembic.config import Config

HERE = Path(__file__).parent


def folders(service: str) -> tuple[Path, Path]:
    """Where the two branches' migrations are: the chassis's and the service's."""
    return HERE / "migrations", HERE.parents[1] / service / "migrations"


def configuration(service: str, url: str) -> Config:
    """The alembic configuration of one service's database."""
    from alembic.config import Config  # late, as said above

    config = Config()
    config.set_main_option("script_location", str(HERE / "alembic"))
    config.set_main_option("path_separator", "os")
    config.set_main_option("version_locations", ":".join(map(str, folders(service))))
    config.attributes["service"] = service
    config.attributes["url"] = url
    return config


def is_current(service: str, url: str) -> bool:
    """Whether the database stands at the last step of both branches.

    A step's file is called by its number and revision, and each follows the one before it
    (tests/architecture/test_migrations.py).
    """
    steps = [sorted(step.stem for step in folder.glob("*_*.py")) for folder in folders(service)]
    last = {branch[-1] for branch in steps if branch}
    connection = psycopg2.connect(url.replace("postgresql+psycopg2", "postgresql"))
    try:
        cursor = connection.cursor()
        cursor.execute("SELECT version_num FROM alembic_version")
        stands = {revision for (revision,) in cursor.fetchall()}
    except psycopg2.errors.UndefinedTable:
        return False
    finally:
        connection.close()
    return stands == {"_".join(name.split("_")[:2]) for name in last}


def migrate(service: str, url: str) -> None:
    """Apply every migration that is missing; does nothing on a database that is current."""
    if is_current(service, url):
        return
    from alembic import command  # late, as said above

    command.upgrade(configuration(service, url), "heads")


if __name__ == "__main__":
    migrate(sys.argv[1], settings().database_url)
