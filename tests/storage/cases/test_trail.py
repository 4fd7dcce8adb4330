"""The chain of the trail, when one transaction writes several entries or takes some back."""

from __future__ import annotations

import pytest
from sqlalchemy import func, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from services.chassis.db import audit
from services.chassis.db.tables import Audit
from services.chassis.db.transaction import begin
from services.chassis.db.work import Work
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import SYSTEM

CHAIN = "test:chain"


def _note(work: Work, tag: str) -> None:
    work.record(tag, chain=CHAIN, facts={})


def _length() -> int:
    with begin(SYSTEM) as work:
        assert audit.breaks(work.session, CHAIN) == []
        count = select(func.count()).select_from(Audit).where(Audit.chain == CHAIN)
        return work.session.execute(count).scalar_one()


def _partly_undone() -> None:
    with begin(SYSTEM) as work:
        savepoint = work.session.begin_nested()
        _note(work, "undone")
        savepoint.rollback()
        _note(work, "kept")


def test_entries_of_one_transaction_follow_those_of_the_one_before(desk: Desk) -> None:
    for _ in range(2):
        with begin(SYSTEM) as work:
            _note(work, "first")
            _note(work, "second")
    assert _length() == 4


def test_what_a_savepoint_took_back_is_not_built_on(desk: Desk) -> None:
    _partly_undone()
    assert _length() == 1
    _partly_undone()
    assert _length() == 2


def test_a_head_remembered_from_a_savepoint_would_be_noticed(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Session, "in_nested_transaction", lambda _session: False)
    with pytest.raises(SQLAlchemyError):
        _partly_undone()
