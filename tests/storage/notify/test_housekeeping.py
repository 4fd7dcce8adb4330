"""Running notify: what was sent, what is parked, whose tokens are refused."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select, text

from services.chassis import clock
from services.chassis.db import inbox
from services.chassis.db.tables import EndedSession
from services.chassis.db.transaction import begin
from services.identity.contract.events.secrets import MobileEnrolled
from services.identity.contract.events.sessions import SessionEnded
from services.notify.contract.operations import Canary, ListDeliveries, ListParked, ReplayParked
from tests.storage.notify.desk import (
    CODE,
    NORAS_EMAIL,
    NORAS_MOBILE,
    OTHER_UTILITY,
    SYSTEM,
    Desk,
    code_issued,
    staff,
)

ADMINISTRATOR = staff("administrator")


def test_the_canary_answers(desk: Desk) -> None:
    assert desk.ask(Canary()).service == "notify"


def test_an_administrator_sees_what_was_sent_but_neither_words_nor_address(desk: Desk) -> None:
    desk.hear(code_issued())
    desk.deliver()
    listed = desk.ask(ListDeliveries(), ADMINISTRATOR)
    (row,) = listed.items
    assert (row.message, row.state, row.recipient_hint) == ("login_code", "sent", "*** ** 001")
    assert CODE not in listed.model_dump_json()
    assert NORAS_MOBILE not in listed.model_dump_json()


def test_an_email_address_is_hinted_at(desk: Desk) -> None:
    desk.hear(MobileEnrolled(person_id="nora", email=NORAS_EMAIL, old_mobile=None, language="nb"))
    (row,) = desk.ask(ListDeliveries(), ADMINISTRATOR).items
    assert row.recipient_hint == "n***@muffe.example"


def test_deliveries_are_paged_and_stay_within_the_utility(desk: Desk) -> None:
    for _ in range(5):
        desk.hear(code_issued())
    first = desk.ask(ListDeliveries(limit=3), ADMINISTRATOR)
    second = desk.ask(ListDeliveries(limit=3, cursor=first.next or ""), ADMINISTRATOR)
    ids = [row.delivery_id for row in (*first.items, *second.items)]
    assert ids == sorted(ids, reverse=True)
    assert len(set(ids)) == 5
    assert second.next is None
    other = staff("administrator", utility=OTHER_UTILITY)
    assert desk.ask(ListDeliveries(), other).items == []


def test_ids_sort_as_bytes_although_norwegian_sorts_aa_as_the_last_letter(
    desk: Desk,
) -> None:
    """Seen to fail with the column in the database's own nb-NO order."""
    for made in ("0faa", "0ffd"):
        desk.hear(code_issued())
        with begin(SYSTEM) as work:
            work.session.execute(
                text("UPDATE delivery SET id = :made WHERE length(id) > 4"), {"made": made}
            )
    listed = desk.ask(ListDeliveries(), ADMINISTRATOR).items
    assert [row.delivery_id for row in listed] == ["0ffd", "0faa"]


def test_only_an_administrator_looks(desk: Desk) -> None:
    curious = staff("caseworker", "duty_officer")
    for request in (ListDeliveries(), ListParked(), ReplayParked(event_id="x")):
        assert desk.refused(request, curious) == "NotYourTask"


def test_a_parked_event_is_replayed_once(desk: Desk) -> None:
    envelope = desk.told(code_issued())
    with begin(SYSTEM) as work:
        inbox.store(work.session, envelope, work.now)
        row = inbox.held(work.session, envelope.id)
        assert row is not None
        row.parked_at, row.attempts, row.problem = work.now, 6, "NotHeardOfYet"
    (parked,) = desk.ask(ListParked(), ADMINISTRATOR).items
    assert parked.event_id == envelope.id
    desk.ask(ReplayParked(event_id=envelope.id), ADMINISTRATOR)
    again = ReplayParked(event_id=envelope.id)
    assert desk.refused(again, ADMINISTRATOR) == "NoSuchParkedEvent"


def test_an_ended_session_is_remembered(desk: Desk) -> None:
    desk.hear(
        SessionEnded(person_id="nora", session_id="s1", portal="contractor", why="logged_out")
    )
    with begin(SYSTEM) as work:
        (ended,) = work.session.scalars(select(EndedSession)).all()
    assert ended.session_id == "s1"
    assert ended.at > clock.now() - timedelta(minutes=1)
