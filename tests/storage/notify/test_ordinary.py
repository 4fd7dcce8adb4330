"""Ordinary messages: looked up when in doubt, tried for a day, poison never holds up others."""

from __future__ import annotations

from sqlalchemy import update

from services.chassis.db.transaction import begin
from services.identity.contract.events.secrets import MobileEnrolled
from services.notify.deliveries.claiming import claim
from services.notify.domain.outcome import Accepted, NotTaken, Outcome, Refused, Unknown
from services.notify.model import Delivery
from tests.storage.notify.desk import NORAS_EMAIL, NORAS_MOBILE, SYSTEM, Desk


def tell_nora(desk: Desk, *, email: str = "") -> None:
    """A text to the old number, as her mobile was changed."""
    desk.hear(MobileEnrolled(person_id="nora", email=email, old_mobile=NORAS_MOBILE, language="nb"))


def test_a_text_whose_answer_was_lost_is_found_at_the_provider(desk: Desk) -> None:
    desk.telephone.planned = [Unknown("answer lost")]
    tell_nora(desk)
    desk.deliver()
    desk.telephone.kept = [("SM1", NORAS_MOBILE, desk.telephone.texts[0][1], "delivered")]
    desk.later(seconds=61)
    desk.deliver()
    found = desk.delivery()
    assert (found.state, found.provider_id) == ("delivered", "SM1")
    assert len(desk.telephone.texts) == 1


def test_a_text_the_provider_never_saw_is_sent_again(desk: Desk) -> None:
    desk.telephone.planned = [Unknown("answer lost")]
    tell_nora(desk)
    desk.deliver()
    desk.later(seconds=59)
    desk.deliver()
    assert len(desk.telephone.texts) == 1
    desk.later(seconds=2)
    desk.deliver()
    assert len(desk.telephone.texts) == 2
    assert desk.delivery().state == "sent"
    assert desk.attempts() == ["unknown", "accepted"]


def test_an_equal_text_sent_before_is_not_taken_for_the_lost_one(desk: Desk) -> None:
    desk.telephone.planned = [Accepted("SM1"), Unknown("answer lost")]
    tell_nora(desk)
    desk.deliver()
    tell_nora(desk)
    desk.deliver()
    desk.telephone.kept = [("SM1", NORAS_MOBILE, desk.telephone.texts[0][1], "delivered")]
    desk.later(seconds=61)
    desk.deliver()
    assert len(desk.telephone.texts) == 3


def test_a_text_whose_process_died_is_looked_up_first(desk: Desk) -> None:
    tell_nora(desk)
    claim("ordinary", 1)
    desk.later(seconds=31)
    desk.deliver()
    assert desk.telephone.looked_up == 1
    assert len(desk.telephone.texts) == 1


def test_without_a_callback_the_provider_is_asked_once(desk: Desk) -> None:
    desk.telephone.planned = [Accepted("SM1")]
    tell_nora(desk)
    desk.deliver()
    desk.telephone.kept = [("SM1", NORAS_MOBILE, "", "undelivered")]
    desk.later(minutes=11)
    desk.deliver()
    assert desk.delivery().state == "failed"
    assert len(desk.telephone.texts) == 1


def test_a_message_the_provider_has_lost_track_of_is_not_sent_again(desk: Desk) -> None:
    tell_nora(desk)
    desk.deliver()
    for _ in range(3):
        desk.later(minutes=11)
        desk.deliver()
    assert len(desk.telephone.texts) == 1
    assert desk.delivery().state == "sent"
    assert desk.telephone.looked_up == 1


def test_the_ladder_is_climbed_and_ends(desk: Desk) -> None:
    refusals: list[Outcome] = [NotTaken("twilio 20429") for _ in range(20)]
    desk.telephone.planned = refusals
    tell_nora(desk)
    tries_at = []
    for minute in range(60 * 11):
        before = len(desk.telephone.texts)
        if minute < 10 or minute % 10 == 0:
            desk.deliver()
        if len(desk.telephone.texts) > before:
            tries_at.append(minute)
        desk.later(minutes=1)
    assert len(tries_at) == 7
    assert desk.delivery().state == "failed"


def test_an_email_whose_answer_was_lost_is_sent_again_under_its_name(desk: Desk) -> None:
    desk.post.planned = [Unknown("answer lost")]
    tell_nora(desk, email=NORAS_EMAIL)
    desk.deliver()
    desk.later(seconds=61)
    desk.deliver()
    assert len(desk.post.mails) == 2
    assert [row.state for row in desk.deliveries()] == ["sent", "sent"]


def test_poison_fails_alone(desk: Desk) -> None:
    for _ in range(3):
        tell_nora(desk)
    ids = [row.id for row in desk.deliveries()]
    with begin(SYSTEM) as work:
        work.session.execute(
            update(Delivery).where(Delivery.id == ids[0]).values(message="no_such_message")
        )
        work.session.execute(update(Delivery).where(Delivery.id == ids[1]).values(values={}))
    desk.deliver()
    states = {row.id: row.state for row in desk.deliveries()}
    assert [states[each] for each in ids] == ["failed", "failed", "sent"]


def test_a_message_that_breaks_the_sender_is_tried_a_bounded_number_of_times(
    desk: Desk,
) -> None:
    tell_nora(desk)
    sent: list[str] = []

    def breaks(to: str, *_: object) -> Outcome:
        sent.append(to)
        raise RuntimeError("a fault of ours")

    desk.monkeypatch.setattr(desk.telephone, "text", breaks)
    for _ in range(30):
        desk.deliver()
        desk.later(minutes=2)
    assert len(sent) == 7
    assert desk.delivery().state == "failed"


def test_a_refusal_for_good_is_not_repeated(desk: Desk) -> None:
    desk.telephone.planned = [Refused("twilio 21610")]
    tell_nora(desk)
    desk.deliver()
    desk.later(days=1)
    desk.deliver()
    assert len(desk.telephone.texts) == 1
    assert desk.delivery().problem == "twilio 21610"


def test_two_workers_never_take_the_same(desk: Desk) -> None:
    tell_nora(desk)
    with begin(SYSTEM) as work:
        from services.notify.store import deliveries

        (held,) = deliveries.due(work.session, "ordinary", work.now, 1)
        assert claim("ordinary", 1).handled == 0
        assert held.state == "waiting"
    assert claim("ordinary", 1).handled == 1
