"""Cases against its own database, with the catalogue published."""

from __future__ import annotations

import pytest

from services.cases.starting import publish_catalogue
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor
from tests.storage.cases.desk import Desk


@pytest.fixture
def desk(database: str, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """A utility with an empty queue."""
    with begin(Actor.system("cases")) as work:
        publish_catalogue(work)
    return Desk(monkeypatch)
