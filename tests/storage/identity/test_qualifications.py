"""What a firm has proven: stated, looked at, carried in the caller, reminded of in time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from services.chassis import clock
from services.chassis.db.transaction import begin
from services.chassis.messages import Actor, InvalidRequest, NotForYou
from services.identity.contract.errors import QualificationNotFound, QualificationNotOpen
from services.identity.contract.operations.qualifications import (
    DropQualification,
    ListQualifications,
    RefuseQualification,
    StateQualification,
    VerifyQualification,
)
from services.identity.contract.types.login import OpenedSession
from services.identity.sweeps import remind_of_qualifications
from tests.storage.identity.desk import OTHER_ORGNR, SYSTEM, TRAINING, Desk

DAY = 24 * 3600


@pytest.fixture
def session(desk: Desk) -> OpenedSession:
    desk.firm()
    desk.person()
    return desk.log_in()


@pytest.fixture
def nora(desk: Desk, session: OpenedSession) -> Actor:
    return desk.actor(session)


def adk1(days: int | None = 90) -> StateQualification:
    """An ADK1 certificate that runs out in so many days."""
    today = clock.today()
    return StateQualification(
        type="adk1",
        number="ADK-4711",
        holder="Nora Nordvik",
        issued_on=today - timedelta(days=30),
        expires_on=today + timedelta(days=days) if days is not None else None,
        document_id="doc-1",
    )


def test_it_counts_when_it_is_verified_until_the_end_of_its_last_day(
    desk: Desk, session: OpenedSession, nora: Actor
) -> None:
    stated = desk.ask(adk1(), nora)
    assert (stated.state, stated.valid, stated.title["en"]) == (
        "waiting",
        False,
        "ADK1 certificate",
    )
    assert desk.actor(session).qualifications == frozenset()
    [waiting] = desk.ask(ListQualifications(), desk.registrar()).items
    assert (waiting.firm_name, waiting.document_id) == ("Muffe og Kran AS", "doc-1")

    verify = VerifyQualification(qualification_id=stated.qualification_id)
    assert desk.ask(verify, desk.registrar()).valid
    assert desk.actor(session).qualifications == {"adk1"}
    [told] = desk.told("qualification_decided")
    assert (told["state"], told["email"], told["number"]) == (
        "verified",
        "post@muffe.example",
        "ADK-4711",
    )
    assert isinstance(desk.refused(verify, desk.registrar()), QualificationNotOpen)
    assert desk.ask(ListQualifications(), desk.registrar()).items == []

    desk.later(90 * DAY)
    [last_day] = desk.ask(ListQualifications(), nora).items
    assert last_day.valid
    desk.later(DAY)
    [over] = desk.ask(ListQualifications(), nora).items
    assert (over.state, over.valid) == ("verified", False)
    assert desk.actor(desk.log_in()).qualifications == frozenset()


def test_a_proof_that_does_not_hold_is_refused_with_a_reason(desk: Desk, nora: Actor) -> None:
    stated = desk.ask(adk1(), nora)
    refuse = RefuseQualification(qualification_id=stated.qualification_id, reason="Uleselig kopi")
    refused = desk.ask(refuse, desk.registrar())
    assert (refused.state, refused.reason, refused.valid) == ("refused", "Uleselig kopi", False)
    assert desk.told("qualification_decided")[0]["reason"] == "Uleselig kopi"


def test_what_cannot_be_is_refused_by_field(desk: Desk, nora: Actor) -> None:
    today = clock.today()
    wrong = StateQualification(
        type="svart_belte", number="1", issued_on=today + timedelta(days=2), expires_on=today
    )
    refused = desk.refused(wrong.model_copy(update={"expires_on": today - timedelta(1)}), nora)
    assert isinstance(refused, InvalidRequest)
    assert [(error.field, error.code) for error in refused.errors] == [
        ("type", "literal_error"),
        ("issued_on", "date_in_future"),
        ("expires_on", "date_past"),
    ]
    nameless = desk.refused(adk1().model_copy(update={"holder": ""}), nora)
    assert [(error.field, error.code) for error in nameless.errors] == [("holder", "missing")]
    firms_own = StateQualification(type="sentral_godkjenning", number="SG1", issued_on=today)
    assert desk.ask(firms_own, nora).holder == ""
    assert desk.recorded("qualification_stated.v1")


def test_roles_and_borders(desk: Desk, nora: Actor) -> None:
    stated = desk.ask(adk1(), nora)
    other = desk.firm(OTHER_ORGNR)
    stranger = nora.model_copy(update={"firm_id": other})
    drop = DropQualification(qualification_id=stated.qualification_id)
    assert desk.ask(ListQualifications(), stranger).items == []
    assert isinstance(desk.refused(drop, stranger), QualificationNotFound)
    reader = nora.model_copy(update={"roles": frozenset({"reader"})})
    assert len(desk.ask(ListQualifications(), reader).items) == 1
    caseworker = desk.registrar().model_copy(update={"roles": frozenset({"caseworker"})})
    for request, actor in (
        (adk1(), reader),
        (drop, reader),
        (ListQualifications(), caseworker),
        (VerifyQualification(qualification_id=stated.qualification_id), caseworker),
    ):
        assert isinstance(desk.refused(request, actor), NotForYou)
    elsewhere = desk.registrar(TRAINING)
    assert desk.ask(ListQualifications(), elsewhere).items == []
    verify = VerifyQualification(qualification_id=stated.qualification_id)
    assert isinstance(desk.refused(verify, elsewhere), QualificationNotFound)
    desk.ask(drop, nora)
    assert desk.ask(ListQualifications(), nora).items == []


def test_two_months_and_two_weeks_before_the_end_the_firm_is_reminded_once(
    desk: Desk, nora: Actor
) -> None:
    stated = desk.ask(adk1(days=90), nora)
    forever = desk.ask(adk1(days=None), nora)
    for each in (stated, forever):
        verify = VerifyQualification(qualification_id=each.qualification_id)
        desk.ask(verify, desk.registrar())

    def reminded_after(days: int) -> int:
        desk.later(days * DAY)
        with begin(SYSTEM) as work:
            return remind_of_qualifications(work)

    assert [reminded_after(days) for days in (0, 29, 1, 0, 20, 26, 0, 10, 5)] == [
        0,
        0,
        1,
        0,
        0,
        1,
        0,
        0,
        0,
    ]
    assert [told["days"] for told in desk.told("qualification_ending")] == [60, 14]
