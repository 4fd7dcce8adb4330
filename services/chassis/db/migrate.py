"""`python -m services.chassis.db.migrate cases`: bring one service's database up to date.

Runs as the owner role. The chassis's own tables and the service's stand in two alembic branches,
so that either can grow without renumbering the other.
"""

from __future__ import annotations

import sys
from pathlib import Path

from alembic import command
from alembic.config import Config

from services.chassis.settings import settings

HERE = Path(__file__).parent


def configuration(service: str, url: str) -> Config:
    """The alembic configuration of one service's database."""
    config = Config()
    config.set_main_option("script_location", str(HERE / "alembic"))
    config.set_main_option("path_separator", "os")
    config.set_main_option(
        "version_locations", f"{HERE / 'migrations'}:{HERE.parents[1] / service / 'migrations'}"
    )
    config.attributes["service"] = service
    config.attributes["url"] = url
    return config


def migrate(service: str, url: str) -> None:
    """Apply every migration that is missing; does nothing on a database that is current."""
    command.upgrade(configuration(service, url), "heads")


if __name__ == "__main__":
    migrate(sys.argv[1], settings().database_url)
