"""What every service must be able to: prove it works, show and replay what is parked."""

from __future__ import annotations

from services.cases.contract.operations.handling import ConfigureZone
from services.cases.contract.operations.housekeeping import Canary, ListParked, ReplayParked
from services.chassis import clock
from services.chassis.db.ended_sessions import EndedSessions
from services.chassis.db.tables import Inbox
from services.chassis.db.transaction import begin
from services.identity.contract.events.sessions import SessionEnded
from tests.storage.cases.complete_forms import PROPERTY
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import ADMINISTRATOR, BERGEN, CASEWORKER, SYSTEM


def _park(event_id: str) -> None:
    now = clock.now()
    with begin(SYSTEM) as work:
        work.session.add(
            Inbox(
                event_id=event_id,
                type="document_accepted.v1",
                source="documents",
                aggregate="a",
                sequence=1,
                envelope={},
                received_at=now,
                attempts=6,
                next_attempt_at=now,
                parked_at=now,
                problem="ValueError",
            )
        )


def test_the_canary_sings(desk: Desk) -> None:
    assert desk.ask(Canary()).service == "cases"


def test_a_parked_event_is_seen_and_replayed_once_by_an_administrator(desk: Desk) -> None:
    _park("e1")
    assert desk.refused(ListParked(), CASEWORKER).code == "RoleMissing"
    assert desk.refused(ReplayParked(event_id="e1"), CASEWORKER).code == "RoleMissing"
    assert [e.event_id for e in desk.ask(ListParked(), ADMINISTRATOR).items] == ["e1"]
    desk.ask(ReplayParked(event_id="e1"), ADMINISTRATOR)
    assert desk.ask(ListParked(), ADMINISTRATOR).items == []
    again = desk.refused(ReplayParked(event_id="e1"), ADMINISTRATOR)
    assert again.code == "NoSuchParkedEvent"


def test_an_ended_session_is_remembered(desk: Desk) -> None:
    event = SessionEnded(person_id="p", session_id="s", portal="contractor", why="logged_out")
    desk.hear(event)
    desk.hear(event)
    assert "s" in EndedSessions()
    desk.later(minutes=10)
    assert "s" not in EndedSessions()


def _zone(code: str, gnr_from: int, gnr_to: int) -> ConfigureZone:
    return ConfigureZone(
        utility=BERGEN,
        code=code,
        name=f"Sone {code}",
        email=f"{code}@vann.example",
        phone="+4712345678",
        kommunenr="4601",
        gnr_from=gnr_from,
        gnr_to=gnr_to,
    )


def test_the_narrowest_zone_takes_the_case_and_setting_it_up_again_changes_nothing(
    desk: Desk,
) -> None:
    for zone in (_zone("vest", 1, 300), _zone("sentrum", 160, 169), _zone("sentrum", 160, 169)):
        desk.ask(zone, SYSTEM)
    assert desk.submitted().zone == "sentrum"
    assert desk.submitted(properties=[{**PROPERTY, "gnr": 170}]).zone == "vest"
    elsewhere = [{**PROPERTY, "kommunenr": "4624"}]
    assert desk.submitted(properties=elsewhere).zone == "fordeling"
