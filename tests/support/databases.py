"""A database of a test's own, migrated like the real ones."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from services.chassis.db.migrate import migrate

EXTENSIONS = ("pg_trgm", "unaccent")


@contextmanager
def fresh_database(superuser_url: str, service: str, name: str) -> Iterator[str]:
    """The address of a new, migrated database; dropped at the end."""
    unique = f"{name}_{os.getpid()}"
    server = create_engine(superuser_url, isolation_level="AUTOCOMMIT", pool_pre_ping=True)
    address = make_url(superuser_url).set(database=unique).render_as_string(hide_password=False)
    with server.connect() as connection:
        connection.execute(text(f'DROP DATABASE IF EXISTS "{unique}" WITH (FORCE)'))
        connection.execute(text(f'CREATE DATABASE "{unique}"'))
    try:
        inside = create_engine(address, isolation_level="AUTOCOMMIT")
        with inside.connect() as connection:
            for extension in EXTENSIONS:
                connection.execute(text(f"CREATE EXTENSION IF NOT EXISTS {extension}"))
        inside.dispose()
        migrate(service, address)
        yield address
    finally:
        with server.connect() as connection:
            connection.execute(text(f'DROP DATABASE IF EXISTS "{unique}" WITH (FORCE)'))
        server.dispose()
