"""Operations of one service against a migrated PostgreSQL database of their own.

The service follows from the folder: a test in `tests/storage/cases/` asks for `database` and calls
operations with `begin(Actor(...))`. Every test starts with empty tables.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text

from deploy.local.description import Description
from services.chassis.db.engine import engine, sessions
from services.chassis.settings import settings
from tests.support.databases import fresh_database

HERE = Path(__file__).parent
_NOT_WHERE_IT_RUNS = {"DATABASE_URL", "METRICS_PORT", "PATH", "HOME", "LANG", "TERM"}
_EMPTY = """
DO $$ DECLARE one record; BEGIN
    SET LOCAL session_replication_role = replica;  -- in any order, and past the guards of the trail
    FOR one IN SELECT tablename FROM pg_tables
        WHERE schemaname = 'public' AND tablename NOT LIKE 'alembic%%'
    LOOP EXECUTE format('DELETE FROM %I', one.tablename); END LOOP;
END $$
"""


class Databases:
    """One database per service and test process, made when first asked for."""

    def __init__(self, bed: Description, stack: ExitStack) -> None:
        self._bed = bed
        self._stack = stack
        self._made: dict[str, str] = {}

    def url(self, service: str) -> str:
        """Its address."""
        if service not in self._made:
            made = fresh_database(self._bed.superuser_url, service, f"storage_{service}")
            self._made[service] = self._stack.enter_context(made)
        return self._made[service]

    def environment(self, service: str) -> dict[str, str]:
        """What the service's own process is given, less where it runs."""
        every = json.loads(Path(self._bed.environment_file).read_text())
        return {k: v for k, v in every[service].items() if k not in _NOT_WHERE_IT_RUNS}


def forget_settings() -> None:
    """The next look reads the environment again."""
    if engine.cache_info().currsize:
        engine().dispose()
    for remembered in (settings, engine, sessions):
        remembered.cache_clear()


@pytest.fixture(scope="session")
def databases(bed: Description) -> Iterator[Databases]:
    """Dropped when the test process ends."""
    with ExitStack() as stack:
        yield Databases(bed, stack)


@pytest.fixture
def database(
    request: pytest.FixtureRequest, databases: Databases, monkeypatch: pytest.MonkeyPatch
) -> Iterator[str]:
    """The service's empty database, and its settings in the environment."""
    service = Path(request.path).relative_to(HERE).parts[0]
    url = databases.url(service)
    for name, value in {**databases.environment(service), "DATABASE_URL": url}.items():
        monkeypatch.setenv(name, value)
    emptying = create_engine(url)
    with emptying.begin() as connection:
        connection.execute(text(_EMPTY))
    emptying.dispose()
    forget_settings()
    yield url
    forget_settings()
