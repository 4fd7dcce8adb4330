"""Cases against its own database, with the catalogue published."""

from __future__ import annotations

from functools import cache

import pytest

from services.cases.catalogue.case_type import CaseType
from services.cases.catalogue.files import read_types
from services.cases.store import case_types
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor
from tests.storage.cases.desk import Desk


@cache
def shipped_types() -> list[CaseType]:
    """The types that come with the product, read once for all tests."""
    return [CaseType(source) for source in read_types()]


@pytest.fixture
def desk(database: str, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A utility with an empty queue."""
    monkeypatch.setattr(case_types, "_compiled", {})  # tests publish versions of their own
    with begin(Actor.system("cases")) as work:
        case_types.publish(work.session, shipped_types(), work.now)
    return Desk(monkeypatch)
