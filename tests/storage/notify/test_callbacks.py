"""Callbacks: in any order, repeated, early, forged or instead of the provider's answer."""

from __future__ import annotations

from datetime import timedelta
from itertools import permutations

import pytest
from sqlalchemy import func, select

from services.chassis.db.transaction import begin
from services.chassis.seal import seal
from services.identity.contract.events.secrets import CodeIssued
from services.notify.contract.operations import RecordDeliveryStatus
from services.notify.deliveries.claiming import claim
from services.notify.deliveries.finishing import finish
from services.notify.domain.outcome import Accepted, Unknown
from services.notify.model import EarlyCallback
from services.notify.sweeps.forget_stray_callbacks import forget_stray_callbacks
from tests.storage.notify.desk import SYSTEM, Desk, code_issued

WORDS = ["queued", "sent", "delivered"]


def says(desk: Desk, provider_id: str, status: str, **own: str) -> None:
    """The provider calls back."""
    desk.ask(RecordDeliveryStatus(provider_id=provider_id, status=status, **own))


def sent(desk: Desk, name: str = "SM1") -> None:
    """A text the provider calls by that name."""
    desk.telephone.planned = [Accepted(name)]
    desk.hear(code_issued())
    desk.deliver()


def early(desk: Desk) -> int:
    """Callbacks that wait for their message."""
    with begin(SYSTEM) as work:
        return work.session.scalar(select(func.count()).select_from(EarlyCallback)) or 0


@pytest.mark.parametrize("order", list(permutations([*WORDS, "sent", "delivered"]))[::7])
def test_any_order_ends_delivered(desk: Desk, order: tuple[str, ...]) -> None:
    sent(desk)
    for word in order:
        says(desk, "SM1", word)
    assert desk.delivery().state == "delivered"


def test_a_failure_names_the_providers_code(desk: Desk) -> None:
    sent(desk)
    says(desk, "SM1", "undelivered", error="30003")
    says(desk, "SM1", "sent")
    failed = desk.delivery()
    assert (failed.state, failed.problem) == ("failed", "provider 30003")


def test_a_callback_may_overtake_the_answer(desk: Desk) -> None:
    desk.hear(code_issued())
    (task,) = claim("code", 1).tasks
    says(desk, "SM1", "delivered")
    says(desk, "SM1", "sent")
    assert desk.delivery().state == "sending"
    finish(task, Accepted("SM1"))
    assert desk.delivery().state == "delivered"
    assert early(desk) == 0


def test_a_callback_may_come_instead_of_the_answer(desk: Desk) -> None:
    desk.telephone.planned = [Unknown("answer lost")]
    desk.hear(code_issued())
    desk.deliver()
    assert desk.telephone.about == [desk.delivery().id]
    says(desk, "SM1", "sent", delivery_id=desk.delivery().id)
    says(desk, "SM1", "delivered")
    desk.later(minutes=1)
    desk.deliver()
    found = desk.delivery()
    assert (found.state, found.provider_id, found.sealed) == ("delivered", "SM1", None)
    assert len(desk.telephone.texts) == 1


def test_another_name_is_not_given_to_a_message_that_has_one(desk: Desk) -> None:
    sent(desk)
    says(desk, "SMforeign", "undelivered", delivery_id=desk.delivery().id)
    assert desk.delivery().state == "sent"
    assert desk.delivery().provider_id == "SM1"


@pytest.mark.parametrize("status", ["exploded", "", "DELIVERED"])
def test_an_unknown_word_changes_nothing(desk: Desk, status: str) -> None:
    sent(desk)
    before = desk.everything_kept()
    says(desk, "SM1", status)
    assert desk.everything_kept() == before


def test_a_callback_about_nothing_of_ours_is_forgotten_after_a_day(desk: Desk) -> None:
    says(desk, "SMnobody", "delivered", delivery_id="nothing")
    assert early(desk) == 1
    desk.later(hours=25)
    with begin(SYSTEM) as work:
        assert forget_stray_callbacks(work) == 1
    assert early(desk) == 0


def test_a_replayed_callback_of_one_message_leaves_others_alone(desk: Desk) -> None:
    sent(desk, "SM1")
    sent(desk, "SM2")
    for _ in range(3):
        says(desk, "SM1", "delivered")
    assert [row.state for row in desk.deliveries()] == ["delivered", "sent"]


def test_an_expired_code_is_not_revived_by_its_first_words(desk: Desk) -> None:
    desk.hear(
        CodeIssued(
            person_id="nora",
            purpose="enrolment",
            mobile="+4799900001",
            sealed_code=seal("111111"),
            expires_at=code_issued().expires_at - timedelta(hours=1),
            language="en",
        )
    )
    desk.deliver()
    assert desk.delivery().state == "expired"
    says(desk, "SM9", "sent", delivery_id=desk.delivery().id)
    assert desk.delivery().state == "expired"
