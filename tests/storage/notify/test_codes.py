"""One-time codes and links: sent once, never kept, never repeated by guess."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.chassis import clock
from services.chassis.seal import seal
from services.identity.contract.events.secrets import LinkIssued
from services.notify.deliveries.claiming import claim
from services.notify.deliveries.finishing import finish
from services.notify.deliveries.sending import carry_out
from services.notify.domain.outcome import Accepted, NotTaken, Refused, Unknown
from tests.storage.notify.desk import CODE, NORAS_EMAIL, NORAS_MOBILE, Desk, code_issued

TOKEN = "xxTOKENxxTOKENxx"


def test_a_code_reaches_the_phone_and_stays_nowhere(desk: Desk) -> None:
    desk.hear(code_issued())
    assert CODE not in desk.everything_kept()
    desk.deliver()
    ((to, words),) = desk.telephone.texts
    assert to == NORAS_MOBILE
    assert words.startswith(f"{CODE} ")
    sent = desk.delivery()
    assert (sent.state, sent.sealed, sent.attempts) == ("sent", None, 1)
    assert set(sent.values) == {"until"}
    assert CODE not in desk.everything_kept()


def test_a_link_reaches_the_mailbox_and_stays_nowhere(desk: Desk) -> None:
    desk.hear(
        LinkIssued(
            person_id="nora",
            purpose="registration",
            portal="contractor",
            email=NORAS_EMAIL,
            path="/registrering/e-post/{token}",
            sealed_token=seal(TOKEN),
            expires_at=clock.now() + timedelta(hours=1),
            language="en",
        )
    )
    desk.deliver()
    ((to, mail),) = desk.post.mails
    assert to == NORAS_EMAIL
    assert f"/registrering/e-post/{TOKEN}" in mail.text
    assert f"/registrering/e-post/{TOKEN}" in mail.html
    assert "{token}" not in mail.text
    assert desk.delivery().sealed is None
    assert TOKEN not in desk.everything_kept()


def test_an_operators_link_leads_to_the_operators_portal(desk: Desk) -> None:
    desk.hear(
        LinkIssued(
            person_id="vera",
            purpose="enrolment",
            portal="operator",
            email="vera@vann.example",
            path="/mobil/{token}",
            sealed_token=seal(TOKEN),
            expires_at=clock.now() + timedelta(hours=1),
            language="nb",
        )
    )
    assert "operator." in desk.delivery().values["link"]


def test_a_code_that_is_worthless_is_not_sent_and_erased(desk: Desk) -> None:
    desk.hear(code_issued())
    desk.later(minutes=6)
    desk.deliver()
    assert desk.telephone.texts == []
    late = desk.delivery()
    assert (late.state, late.sealed) == ("expired", None)


def test_the_time_is_looked_at_again_just_before_sending(desk: Desk) -> None:
    desk.hear(code_issued())
    (task,) = claim("code", 1).tasks
    desk.later(minutes=6)
    outcome = carry_out(task)
    assert outcome == Refused("too late")
    finish(task, outcome)
    assert desk.telephone.texts == []
    assert (desk.delivery().state, desk.delivery().sealed) == ("expired", None)


def test_a_code_whose_answer_was_lost_is_never_sent_again(desk: Desk) -> None:
    desk.telephone.planned = [Unknown("answer lost")]
    desk.hear(code_issued())
    desk.deliver()
    for _ in range(20):
        desk.later(seconds=20)
        desk.deliver()
    assert len(desk.telephone.texts) == 1
    lost = desk.delivery()
    assert (lost.state, lost.problem, lost.sealed) == ("failed", "answer lost", None)
    assert desk.attempts() == ["unknown"]


def test_a_code_whose_process_died_is_never_sent_again(desk: Desk) -> None:
    desk.hear(code_issued())
    claim("code", 1)
    desk.later(minutes=1)
    desk.deliver()
    assert desk.telephone.texts == []
    assert (desk.delivery().state, desk.delivery().sealed) == ("failed", None)
    assert desk.attempts() == [None]


def test_a_code_the_provider_surely_did_not_take_is_tried_again(desk: Desk) -> None:
    desk.telephone.planned = [NotTaken("twilio 20429"), NotTaken("not reached")]
    desk.hear(code_issued())
    for _ in range(3):
        desk.deliver()
        desk.later(seconds=5)
    assert len(desk.telephone.texts) == 3
    assert desk.delivery().state == "sent"
    assert desk.attempts() == ["nottaken", "nottaken", "accepted"]


def test_a_number_the_provider_refuses_is_given_up(desk: Desk) -> None:
    desk.telephone.planned = [Refused("twilio 21211")]
    desk.hear(code_issued())
    desk.deliver()
    desk.later(minutes=1)
    desk.deliver()
    given_up = desk.delivery()
    assert (given_up.state, given_up.problem) == ("failed", "twilio 21211")
    assert given_up.sealed is None
    assert len(desk.telephone.texts) == 1


def test_a_secret_sealed_to_another_key_is_parked_as_failed(desk: Desk) -> None:
    desk.hear(code_issued().model_copy(update={"sealed_code": "bm90IHNlYWxlZA=="}))
    desk.hear(code_issued("111222"))
    desk.deliver()
    assert sorted(delivery.state for delivery in desk.deliveries()) == ["failed", "sent"]
    (text,) = desk.telephone.texts
    assert "111222" in str(text)


@pytest.mark.parametrize("times", [2, 5])
def test_the_same_event_makes_one_message(desk: Desk, times: int) -> None:
    event = code_issued()
    envelope = desk.told(event)
    for _ in range(times):
        desk.react(event, envelope)
        desk.deliver()
    assert len(desk.telephone.texts) == 1


def test_a_late_answer_of_a_lost_worker_is_still_written_down(desk: Desk) -> None:
    desk.hear(code_issued())
    (task,) = claim("code", 1).tasks
    desk.later(minutes=1)
    desk.deliver()
    assert desk.delivery().state == "failed"
    finish(task, Accepted("SMlate"))
    assert desk.delivery().state == "failed"
    assert desk.delivery().provider_id == "SMlate"
