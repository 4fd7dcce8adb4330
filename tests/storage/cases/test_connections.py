"""A connection that rested is asked whether it lives before it is lent."""

from __future__ import annotations

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import OperationalError

from services.chassis.db import engine as engines
from services.chassis.db.transaction import begin
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import SYSTEM

BACKEND = text("SELECT pg_backend_pid()")


def _backend() -> int:
    with begin(SYSTEM) as work:
        return int(work.session.execute(BACKEND).scalar_one())


def _end(pid: int) -> None:
    """As a restart of the database does."""
    ending = create_engine(engines.engine().url)
    with ending.begin() as connection:
        connection.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": pid})
    ending.dispose()


def test_one_that_died_while_it_rested_is_replaced(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(engines, "RESTED_SECONDS", 0)
    before = _backend()
    _end(before)
    assert _backend() != before


def test_one_that_died_a_moment_after_its_use_fails_once_and_takes_the_pool_along(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What asking every time would have caught: the caller is told to come back."""
    monkeypatch.setattr(engines, "RESTED_SECONDS", 60)
    before = _backend()
    _end(before)
    with pytest.raises(OperationalError):
        _backend()
    assert _backend() != before
