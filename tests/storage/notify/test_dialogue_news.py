"""Whoever a message is for is told that there is one, and not what it says."""

from __future__ import annotations

from services.cases.contract.events.dialogue import MessagesWaiting
from tests.storage.notify.case_events import NUMBER, happened
from tests.storage.notify.desk import Desk
from tests.storage.notify.test_case_news import mailed


def test_the_firms_contact_is_told_by_text_and_mail(known: Desk) -> None:
    known.hear(happened(MessagesWaiting, to="firm", count=3))
    told = mailed(known)
    assert list(told) == ["nora@muffe.example"]
    assert NUMBER in told["nora@muffe.example"]
    (text,) = known.telephone.texts
    assert "/saker/" in str(text)


def test_the_caseworker_is_told_by_mail(known: Desk) -> None:
    known.hear(happened(MessagesWaiting, to="utility", count=1))
    assert list(mailed(known)) == ["sara@vann.example"]
    assert known.telephone.texts == []


def test_a_case_nobody_handles_stands_in_the_queue(known: Desk) -> None:
    known.hear(happened(MessagesWaiting, to="utility", count=1, caseworker=None))
    assert mailed(known) == {}
