"""A one-time code does not stand behind a morning's cases."""

from __future__ import annotations

from datetime import timedelta

from services.chassis.db import inbox
from services.chassis.db.transaction import begin
from services.chassis.db.work import Work
from services.chassis.ids import new_id
from services.chassis.messages import Actor, Envelope
from services.chassis.transport.specs import ListenerSpec, declared
from services.notify.service import NotifyService

SYSTEM = Actor.system("notify")
CASE, CODE = "case_received.v1", "code_issued.v1"


def _arrived(work: Work, kind: str, aggregate: str, sequence: int) -> str:
    event_id = new_id()
    envelope = Envelope(
        id=event_id, type=kind, source="identity", utility="", aggregate=aggregate,
        sequence=sequence, at=work.now, actor={}, trace="", data={},
    )  # fmt: skip
    assert inbox.store(work.session, envelope, work.now - timedelta(hours=1) / sequence)
    return event_id


def _claimed(types: list[str] | None) -> str | None:
    with begin(SYSTEM) as work:
        found = inbox.claim_next(work.session, work.now, suspect=False, types=types)
        return found[0] if found else None


def test_what_goes_ahead_is_found_behind_what_came_first(database: str) -> None:
    with begin(SYSTEM) as work:
        cases = [_arrived(work, CASE, f"case{number}", number) for number in range(1, 4)]
        code = _arrived(work, CODE, "person", 9)
    assert _claimed([CODE]) == code
    assert _claimed([CODE]) is None, "claimed already"
    assert _claimed(None) == cases[0], "the others keep their turns"


def test_it_does_not_overtake_what_happened_to_the_same_thing_before(database: str) -> None:
    with begin(SYSTEM) as work:
        _arrived(work, CASE, "person", 1)
        _arrived(work, CODE, "person", 2)
    assert _claimed([CODE]) is None


def test_codes_links_and_ended_sessions_go_ahead() -> None:
    ahead = {spec.event.type_name() for spec in declared(NotifyService, ListenerSpec) if spec.ahead}
    assert ahead == {CODE, "link_issued.v1", "session_ended.v1"}
