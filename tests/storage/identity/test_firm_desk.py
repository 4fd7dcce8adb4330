"""The registrar stops firms, lets them go on, finds doubles and makes one of two."""

from __future__ import annotations

import pytest

from services.chassis.db.transaction import begin
from services.chassis.messages import Actor, NotForYou
from services.identity.contract.errors import FirmNotFound, FirmNotOpen, SameFirm, StepUpNeeded
from services.identity.contract.operations.api_keys import ListApiKeys
from services.identity.contract.operations.firms import (
    GetFirm,
    LiftSuspension,
    ListFirms,
    MergeFirm,
    SuspendFirm,
)
from services.identity.contract.types.registry import RegistryAnswer
from services.identity.steps.registry import hear_answer
from tests.storage.identity.desk import BERGEN, NORA, ORGNR, OTHER_ORGNR, SYSTEM, TRAINING, Desk

ODD, ODDS_MOBILE = "odd@kobling.example", "+4799900005"
CASEWORKER = Actor(
    audience="operator", user_id="s", utility=BERGEN, roles=frozenset({"caseworker"})
)


@pytest.fixture
def registrar(desk: Desk) -> Actor:
    return desk.stepped_up_registrar()


def test_a_suspended_firm_reads_on_and_is_let_go_on(desk: Desk, registrar: Actor) -> None:
    firm_id = desk.firm()
    desk.person()
    session = desk.log_in()
    assert desk.actor(session).firm_approved

    view = desk.ask(SuspendFirm(firm_id=firm_id, reason="Ubetalte gebyr"), registrar)
    assert (view.status, view.reason) == ("suspended", "Ubetalte gebyr")
    nora = desk.actor(session)
    assert not nora.firm_approved
    assert desk.ask(GetFirm(firm_id=firm_id), nora).reason == "Ubetalte gebyr"
    [told] = desk.told("firm_suspended")
    assert (told["reason"], told["emails"]["post"]) == ("Ubetalte gebyr", "post@muffe.example")
    again = desk.refused(SuspendFirm(firm_id=firm_id, reason="Igjen"), registrar)
    assert isinstance(again, FirmNotOpen)

    lifted = desk.ask(LiftSuspension(firm_id=firm_id), registrar)
    assert (lifted.status, lifted.reason) == ("approved", "")
    assert desk.actor(session).firm_approved
    assert desk.told("suspension_lifted")[0]["revision"] > told["revision"]
    assert isinstance(desk.refused(LiftSuspension(firm_id=firm_id), registrar), FirmNotOpen)


def test_stopping_and_merging_want_a_fresh_factor_and_the_role(
    desk: Desk, registrar: Actor
) -> None:
    one, other = desk.firm(), desk.firm(OTHER_ORGNR)
    stop, merge = SuspendFirm(firm_id=one, reason="Nei"), MergeFirm(firm_id=one, into=other)
    for request in (stop, merge, LiftSuspension(firm_id=one)):
        assert isinstance(desk.refused(request, CASEWORKER), NotForYou)
    desk.later(601)
    for request in (stop, merge):
        assert isinstance(desk.refused(request, registrar), StepUpNeeded)


def test_the_list_is_searched_by_name_and_number(desk: Desk) -> None:
    desk.firm(firm={"name": "Østre Rør AS"})
    desk.firm(OTHER_ORGNR, firm={"name": "Kobling AS"})
    for q, names in (
        ("ostre", ["Østre Rør AS"]),
        ("312 124", ["Kobling AS"]),
        ("%", []),
        ("zz", []),
    ):
        found = desk.ask(ListFirms(q=q), desk.registrar()).items
        assert [row.name for row in found] == names, q


def test_firms_that_may_be_the_same_are_pointed_out_to_the_registrar_alone(desk: Desk) -> None:
    firm_id = desk.firm(firm={"name": "Muffe og Kran AS"})
    desk.firm(OTHER_ORGNR, firm={"name": "Muffe & Kran A/S"})
    desk.firm("313264688", firm={"name": "Vannplan Rådgivning AS"})
    [hint] = desk.ask(GetFirm(firm_id=firm_id), desk.registrar()).similar
    assert (hint.name, hint.alike) == ("Muffe & Kran A/S", ["name"])
    desk.person()
    assert desk.ask(GetFirm(firm_id=firm_id), desk.actor(desk.log_in())).similar == []


def test_people_rights_and_sessions_move_to_the_firm_that_goes_on(
    desk: Desk, registrar: Actor
) -> None:
    gone, into = desk.firm(), desk.firm(OTHER_ORGNR, firm={"name": "Kobling AS"})
    elsewhere = desk.firm(utility=TRAINING)
    desk.person()
    desk.person(ODD, mobile=ODDS_MOBILE, orgnr=ORGNR, firm_roles=("reader",), name="Odd")
    desk.person(ODD, mobile=ODDS_MOBILE, orgnr=OTHER_ORGNR, firm_roles=("applicant",), name="Odd")
    session = desk.log_in()

    view = desk.ask(MergeFirm(firm_id=gone, into=into), registrar)
    assert view.firm_id == into
    assert {person.email: person.roles for person in view.people} == {
        NORA: ["firm_admin"],
        ODD: ["applicant", "reader"],
    }
    nora = desk.actor(session)
    assert (nora.firm_id, nora.firm_name, nora.has("firm_admin")) == (into, "Kobling AS", True)
    assert desk.ask(ListApiKeys(), nora).items == []
    [told] = desk.told("firm_merged")
    assert (told["firm_id"], told["into"], told["into_name"]) == (gone, into, "Kobling AS")
    moved = desk.told("person_changed")[-1]
    assert gone not in [place["firm_id"] for place in moved["firms"] if place["utility"] == BERGEN]

    former = desk.ask(GetFirm(firm_id=gone), registrar)
    assert (former.status, former.merged_into, former.people) == ("merged", into, [])
    there = desk.ask(GetFirm(firm_id=elsewhere), desk.registrar(TRAINING))
    assert there.status == "approved", "another utility decides for itself"


def test_a_firm_is_merged_once_into_another_that_lives_here(desk: Desk, registrar: Actor) -> None:
    gone, into = desk.firm(), desk.firm(OTHER_ORGNR)
    elsewhere = desk.firm("313264688", TRAINING)
    assert isinstance(desk.refused(MergeFirm(firm_id=gone, into=gone), registrar), SameFirm)
    stranger = MergeFirm(firm_id=gone, into=elsewhere)
    assert isinstance(desk.refused(stranger, registrar), FirmNotFound)
    desk.ask(MergeFirm(firm_id=gone, into=into), registrar)
    for request in (MergeFirm(firm_id=gone, into=into), MergeFirm(firm_id=into, into=gone)):
        refused = desk.refused(request, registrar)
        assert isinstance(refused, FirmNotOpen)
        assert refused.facts == {"status": "merged"}
    assert len(desk.told("firm_merged")) == 1


def test_a_shared_address_or_main_unit_is_pointed_out_too(desk: Desk) -> None:
    house, branch, head = "311153056", "312124718", "313264688"
    for orgnr, name in ((house, "Muffe AS"), (branch, "Kobling AS"), (head, "Grøft SA")):
        desk.firm(orgnr, firm={"name": name})
    for orgnr, address, main in (
        (house, "Trestien 4, 5003 BERGEN", ""),
        (branch, "TRESTIEN 4, 5003 Bergen", head),
        (head, "Vassvegen 19, 5700 VOSS", ""),
    ):
        answer = RegistryAnswer(
            source="enhetsregisteret", found=True, orgnr=orgnr, address=address, main_orgnr=main
        )
        with begin(SYSTEM) as work:
            hear_answer(work, answer)

    def hints(orgnr: str) -> list[tuple[str, list[str]]]:
        [row] = desk.ask(ListFirms(q=orgnr), desk.registrar()).items
        page = desk.ask(GetFirm(firm_id=row.firm_id), desk.registrar())
        return [(hint.name, list(hint.alike)) for hint in page.similar]

    assert hints(house) == [("Kobling AS", ["address"])]
    assert hints(branch) == [("Grøft SA", ["main_unit"]), ("Muffe AS", ["address"])]
    assert hints(head) == [("Kobling AS", ["main_unit"])]
