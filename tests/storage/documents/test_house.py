"""The canary, what is parked, and a model that agrees with its migration."""

from __future__ import annotations

from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import TEXT, String, create_engine

from services.chassis.db import inbox
from services.chassis.db.transaction import begin
from services.chassis.messages import Envelope, NotForYou
from services.chassis.objects import ObjectStore
from services.chassis.settings import settings
from services.documents import operations
from services.documents.contract.operations import Canary, ListParked, ReplayParked
from services.documents.model import Base
from tests.storage.documents.stories import ADMINISTRATOR, NOBODY, SIRI, SYSTEM, ask, later, trail


def park(event_id: str) -> None:
    with begin(SYSTEM) as work:
        envelope = Envelope(
            id=event_id,
            type="case_received.v1",
            source="cases",
            utility="u",
            aggregate="c",
            sequence=1,
            at=work.now,
            actor={},
            trace="",
            data={},
        )
        inbox.store(work.session, envelope, work.now)
        for round in range(settings().inbox_attempts):
            inbox.claim_next(work.session, later(hours=round + 1), suspect=round > 0)
        inbox.note_failure(work.session, event_id, "ValueError", work.now)


def test_the_canary_sings(store: ObjectStore) -> None:
    assert ask(operations.canary, Canary(), NOBODY).service == "documents"


def test_an_administrator_sees_and_replays_what_is_parked_once(store: ObjectStore) -> None:
    park("e1")
    (parked,) = ask(operations.list_parked, ListParked(), ADMINISTRATOR).items
    assert (parked.event_id, parked.problem) == ("e1", "ValueError")

    ask(operations.replay_parked, ReplayParked(event_id="e1"), ADMINISTRATOR)
    assert ask(operations.list_parked, ListParked(), ADMINISTRATOR).items == []
    assert len(trail("event_replayed")) == 1
    with pytest.raises(inbox.NoSuchParkedEvent):
        ask(operations.replay_parked, ReplayParked(event_id="e1"), ADMINISTRATOR)


def test_others_are_not_shown_what_is_parked(store: ObjectStore) -> None:
    park("e1")
    with pytest.raises(NotForYou):
        ask(operations.list_parked, ListParked(), SIRI)
    with pytest.raises(NotForYou):
        ask(operations.replay_parked, ReplayParked(event_id="e1"), SIRI)


def _other_type(*compared: Any) -> bool | None:
    """PostgreSQL's `text` and `varchar` without a length are one type in two names."""
    in_database, in_model = compared[3], compared[4]
    if isinstance(in_database, TEXT) and isinstance(in_model, String):
        return False
    return None


def test_model_and_migration_agree(database: str) -> None:
    engine = create_engine(database)
    with engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": _other_type})
        ours = {table.name for table in Base.metadata.sorted_tables}
        found = [
            difference
            for difference in compare_metadata(context, Base.metadata)
            if not (difference[0] == "remove_table" and difference[1].name not in ours)
            and not (difference[0] == "remove_index" and difference[1].table.name not in ours)
        ]
    engine.dispose()

    assert found == []
