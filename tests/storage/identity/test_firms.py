"""The registrar's queue, decisions, and who sees what of a firm."""

from __future__ import annotations

import pytest

from services.chassis.messages import Actor, NotForYou
from services.identity.contract.errors import FirmNotFound, FirmNotOpen
from services.identity.contract.operations.firms import ApproveFirm, GetFirm, ListFirms, RejectFirm
from tests.storage.identity.desk import NORA, OTHER_ORGNR, TRAINING, Desk

CASEWORKER = Actor(
    audience="operator", user_id="saks", utility="bergen", roles=frozenset({"caseworker"})
)


@pytest.fixture
def waiting(desk: Desk) -> str:
    """A firm that waits; its id."""
    desk.registered()
    firm_id: str = desk.told("firm_registered")[0]["firm_id"]
    return firm_id


def test_a_registrar_lets_a_firm_in_once(desk: Desk, waiting: str) -> None:
    registrar = desk.registrar()
    [row] = desk.ask(ListFirms(status="waiting"), registrar).items
    assert (row.firm_id, row.registry) == (waiting, None)
    assert row.waiting_since is not None

    view = desk.ask(ApproveFirm(firm_id=waiting, note="Velkommen"), registrar)
    assert (view.status, view.waiting_since) == ("approved", None)
    assert [(person.email, person.roles) for person in view.people] == [
        (NORA, ["firm_admin", "applicant"])
    ]
    [told] = desk.told("firm_approved")
    assert (told["revision"], told["note"]) == (2, "Velkommen")
    again = desk.refused(ApproveFirm(firm_id=waiting), registrar)
    assert isinstance(again, FirmNotOpen)
    assert again.facts == {"status": "approved"}
    assert desk.ask(ListFirms(status="waiting"), registrar).items == []


def test_a_registrar_turns_a_firm_down_with_a_reason(desk: Desk, waiting: str) -> None:
    no = RejectFirm(firm_id=waiting, reason="Foretaket er konkurs")
    view = desk.ask(no, desk.registrar())
    assert (view.status, view.reason) == ("rejected", "Foretaket er konkurs")
    [told] = desk.told("firm_rejected")
    assert told["reason"] == "Foretaket er konkurs"
    assert isinstance(desk.refused(no, desk.registrar()), FirmNotOpen)


def test_others_than_registrars_decide_nothing(desk: Desk, waiting: str) -> None:
    for request in (
        ApproveFirm(firm_id=waiting),
        RejectFirm(firm_id=waiting, reason="Nei"),
        ListFirms(),
        GetFirm(firm_id=waiting),
    ):
        assert isinstance(desk.refused(request, CASEWORKER), NotForYou)


def test_no_utility_sees_another_s_firms(desk: Desk, waiting: str) -> None:
    elsewhere = desk.registrar(TRAINING)
    assert desk.ask(ListFirms(), elsewhere).items == []
    for request in (
        ApproveFirm(firm_id=waiting),
        RejectFirm(firm_id=waiting, reason="Nei takk"),
        GetFirm(firm_id=waiting),
    ):
        assert isinstance(desk.refused(request, elsewhere), FirmNotFound)


def test_the_queue_is_paged_by_who_asked_first(desk: Desk) -> None:
    numbers = ["311153056", "312124718", "313264688", "314007913", "311183133"]
    for orgnr in numbers:
        desk.firm(orgnr, status="waiting")
        desk.later(1)
    registrar, cursor, seen = desk.registrar(), "", []
    for size in (2, 2, 1):
        page = desk.ask(ListFirms(status="waiting", cursor=cursor, limit=2), registrar)
        assert len(page.items) == size
        seen += [row.orgnr for row in page.items]
        cursor = page.next or ""
    assert seen == numbers
    assert cursor == ""


def test_a_firm_sees_itself_and_its_administrators_see_its_people(desk: Desk) -> None:
    firm_id = desk.firm()
    other = desk.firm(OTHER_ORGNR)
    desk.person()
    desk.person("les@muffe.example", mobile="+4799900002", firm_roles=("reader",), name="Les Ar")
    admin = desk.actor(desk.log_in())
    reader = desk.actor(desk.log_in("les@muffe.example", "+4799900002"))
    assert len(desk.ask(GetFirm(firm_id=firm_id), admin).people) == 2
    assert desk.ask(GetFirm(firm_id=firm_id), reader).people == []
    assert isinstance(desk.refused(GetFirm(firm_id=other), admin), FirmNotFound)
