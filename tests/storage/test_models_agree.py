"""Models and migrations describe the same tables."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Column, MetaData, String, Table, Text, create_engine
from sqlalchemy.types import TypeEngine

from services.chassis.db.tables import Outbox
from tests.storage.conftest import Databases

pytestmark = pytest.mark.filterwarnings(
    # alembic leaves an index with an operator class uncompared, and says so.
    r"ignore:Expression #\d+ .* in index .* detected to include an operator clause:UserWarning"
)
SERVICES = ("identity", "cases", "documents", "notify")


def described(service: str) -> MetaData:
    """What the service's models and the chassis's describe, in one."""
    both = MetaData()
    models = importlib.import_module(f"services.{service}.model")
    for metadata in (Outbox.metadata, models.Base.metadata):
        for table in metadata.sorted_tables:
            table.to_metadata(both)
    return both


def differs(
    _context: MigrationContext,
    _found: Column[Any],
    _described: Column[Any],
    found: TypeEngine[Any],
    described: TypeEngine[Any],
) -> bool | None:
    """False for `text` where a model says a string without length: one and the same to PostgreSQL.

    None leaves it to alembic.
    """
    unbounded = isinstance(described, String) and described.length is None
    return False if unbounded and isinstance(found, Text) else None


@contextmanager
def migrated(url: str) -> Iterator[MigrationContext]:
    """A look at what the migrations made."""
    engine = create_engine(url)
    with engine.connect() as connection:
        yield MigrationContext.configure(connection, opts={"compare_type": differs})
    engine.dispose()


@pytest.mark.parametrize("service", SERVICES)
def test_models_agree_with_migrations(service: str, databases: Databases) -> None:
    with migrated(databases.url(service)) as context:
        differences = compare_metadata(context, described(service))
    assert not differences, "\n".join(["", *map(str, differences)])


def add_a_column(metadata: MetaData) -> None:
    metadata.tables["firm"].append_column(Column("planted", Text))


def change_a_type(metadata: MetaData) -> None:
    metadata.tables["firm"].columns["revision"].type = Text()


def loosen_a_column(metadata: MetaData) -> None:
    metadata.tables["firm"].columns["orgnr"].nullable = True


def add_a_table(metadata: MetaData) -> None:
    Table("planted", metadata, Column("id", Text, primary_key=True))


@pytest.mark.parametrize("plant", [add_a_column, change_a_type, loosen_a_column, add_a_table])
def test_a_difference_is_found(plant: Callable[[MetaData], None], databases: Databases) -> None:
    changed = described("identity")
    with migrated(databases.url("identity")) as context:
        before = len(compare_metadata(context, changed))
        plant(changed)
        assert len(compare_metadata(context, changed)) == before + 1
