"""A firm registers, proves its administrator's mobile and address, and waits."""

from __future__ import annotations

import pytest

from services.identity.contract.errors import (
    CodeExpired,
    FirmKnown,
    LinkExpired,
    PrivatePerson,
    RegistrationNotFound,
    TooManySends,
    TooManyTries,
    UnknownUtility,
    WeakPassword,
    WrongCode,
    WrongLogin,
)
from services.identity.contract.operations.firms import RejectFirm
from services.identity.contract.operations.login import BeginLogin
from services.identity.contract.operations.origin import Caller
from services.identity.contract.operations.registration import (
    GetRegistration,
    ProveEmail,
    ProveMobile,
    ResendRegistrationCode,
)
from tests.storage.identity.desk import (
    BERGEN,
    NORA,
    NORAS_MOBILE,
    ORGNR,
    OTHER_ORGNR,
    PASSWORD,
    TRAINING,
    Desk,
    registration,
)


def test_a_firm_waits_once_both_are_proven(desk: Desk) -> None:
    receipt = desk.register()
    assert (receipt.hint, receipt.firm_status) == ("*** ** 001", "registering")
    assert desk.count("person") == 0
    assert desk.count("firm") == 0

    proven = desk.ask(ProveMobile(registration_id=receipt.registration_id, code=desk.code()))
    assert (proven.mobile_proven, proven.email_proven) == (True, False)
    assert desk.told("firm_registered") == []
    done = desk.ask(ProveEmail(registration_id=receipt.registration_id, token=desk.link()))

    assert done.firm_status == "waiting"
    [told] = desk.told("firm_registered")
    assert (told["orgnr"], told["professions"], told["revision"]) == (ORGNR, ["rorlegger"], 1)
    [person] = desk.told("person_changed")
    assert (person["email"], person["mobile"]) == (NORA, NORAS_MOBILE)
    assert person["firms"] == [
        {"firm_id": told["firm_id"], "utility": BERGEN, "roles": ["firm_admin", "applicant"]}
    ]


def test_how_far_it_has_come_is_seen_on_any_device(desk: Desk) -> None:
    receipt = desk.register()
    look = GetRegistration(registration_id=receipt.registration_id)
    assert desk.ask(look) == receipt
    desk.ask(ProveEmail(registration_id=receipt.registration_id, token=desk.link()))
    seen = desk.ask(look)
    assert (seen.mobile_proven, seen.email_proven, seen.firm_status) == (False, True, "registering")
    desk.ask(ProveMobile(registration_id=receipt.registration_id, code=desk.code()))
    seen = desk.ask(look)
    assert (seen.mobile_proven, seen.email_proven, seen.firm_status) == (True, True, "waiting")
    desk.later(24 * 3600 + 1)
    for unknown in (look, GetRegistration(registration_id="another")):
        assert isinstance(desk.refused(unknown), RegistrationNotFound)


def test_the_order_of_the_proofs_is_free_and_repeating_them_harmless(desk: Desk) -> None:
    receipt = desk.register()
    by_link = ProveEmail(registration_id=receipt.registration_id, token=desk.link())
    by_code = ProveMobile(registration_id=receipt.registration_id, code=desk.code())
    assert desk.ask(by_link).firm_status == "registering"
    assert desk.ask(by_code).firm_status == "waiting"
    assert desk.ask(by_link).firm_status == "waiting"
    assert desk.ask(by_code).firm_status == "waiting"
    assert len(desk.told("firm_registered")) == 1


def test_the_link_leads_to_the_registration_and_is_kept_as_a_hash(desk: Desk) -> None:
    receipt = desk.register()
    [link] = desk.told("link_issued")
    assert link["path"] == f"/registrer/{receipt.registration_id}/epost?token={{token}}"
    assert link["firm_name"] == "Muffe og Kran AS"
    [told] = desk.recorded("link_issued.v1")
    assert "sealed_token" not in told
    [code] = desk.recorded("code_issued.v1")
    assert "sealed_code" not in code


def test_what_is_refused_at_once(desk: Desk) -> None:
    assert isinstance(desk.refused(registration(orgnr="01017012345")), PrivatePerson)
    assert isinstance(desk.refused(registration(utility="atlantis")), UnknownUtility)
    weak = desk.refused(registration(admin={"password": "Passord123!"}))
    assert isinstance(weak, WeakPassword)
    assert desk.count("send") == 0


def test_a_wrong_code_counts_and_the_fifth_voids_it(desk: Desk) -> None:
    receipt = desk.register()
    code = desk.code()
    wrong = ProveMobile(registration_id=receipt.registration_id, code=desk.other_than(code))
    left = [desk.refused(wrong).facts["tries_left"] for _ in range(4)]
    assert left == [4, 3, 2, 1]
    assert isinstance(desk.refused(wrong), WrongCode)

    right = ProveMobile(registration_id=receipt.registration_id, code=code)
    assert isinstance(desk.refused(right), TooManyTries)
    desk.later(31)
    assert isinstance(desk.refused(right), CodeExpired)


def test_a_code_lives_five_minutes(desk: Desk) -> None:
    receipt = desk.register()
    right = ProveMobile(registration_id=receipt.registration_id, code=desk.code())
    desk.later(301)
    assert isinstance(desk.refused(right), CodeExpired)


def test_a_new_code_voids_the_old_and_is_a_minute_away(desk: Desk) -> None:
    receipt = desk.register()
    first = desk.code()
    again = ResendRegistrationCode(registration_id=receipt.registration_id)
    refused = desk.refused(again)
    assert isinstance(refused, TooManySends)
    assert 55 <= (refused.retry_after or 0) <= 60
    desk.later(61)
    desk.ask(again)
    second = desk.code()
    if first != second:
        old = ProveMobile(registration_id=receipt.registration_id, code=first)
        assert isinstance(desk.refused(old), WrongCode)
    desk.ask(ProveMobile(registration_id=receipt.registration_id, code=second))
    desk.ask(again)
    assert len(desk.told("code_issued")) == 2


def test_a_wrong_link_and_a_stranger_are_refused(desk: Desk) -> None:
    receipt = desk.register()
    wrong = ProveEmail(registration_id=receipt.registration_id, token="x" * 43)
    assert isinstance(desk.refused(wrong), LinkExpired)
    for request in (
        ProveEmail(registration_id="nobody", token="x"),
        ProveMobile(registration_id="nobody", code="123456"),
        ResendRegistrationCode(registration_id="nobody"),
    ):
        assert isinstance(desk.refused(request), RegistrationNotFound)


def test_a_registration_is_over_after_a_day(desk: Desk) -> None:
    receipt = desk.register()
    desk.later(24 * 3600 + 1)
    late = ProveEmail(registration_id=receipt.registration_id, token=desk.link())
    assert isinstance(desk.refused(late), RegistrationNotFound)


def test_a_firm_that_waits_or_is_in_cannot_register_again(desk: Desk) -> None:
    desk.registered()
    other = {"email": "per@muffe.example", "mobile": "+4799900002"}
    assert isinstance(desk.refused(registration(admin=other)), FirmKnown)


def test_of_two_unproven_registrations_the_first_proven_wins(desk: Desk) -> None:
    first = desk.register()
    first_code, first_link = desk.code(), desk.link()
    desk.registered(admin={"email": "per@muffe.example", "mobile": "+4799900002"})
    desk.ask(ProveMobile(registration_id=first.registration_id, code=first_code))
    late = ProveEmail(registration_id=first.registration_id, token=first_link)
    assert isinstance(desk.refused(late), FirmKnown)
    [person] = desk.told("person_changed")
    assert person["email"] == "per@muffe.example"


def test_a_rejected_firm_may_come_again_with_new_people(desk: Desk) -> None:
    desk.registered()
    [told] = desk.told("firm_registered")
    desk.ask(RejectFirm(firm_id=told["firm_id"], reason="Ukjent kontaktperson"), desk.registrar())
    done = desk.registered(
        admin={"email": "per@muffe.example", "mobile": "+4799900002", "name": "Per Pump"}
    )
    assert done.firm_status == "waiting"
    newest = {data["email"]: data["firms"] for data in desk.told("person_changed")}
    assert newest[NORA] == []
    assert len(newest["per@muffe.example"]) == 1


def test_a_firm_at_another_utility_is_the_same_firm_with_a_status_of_its_own(desk: Desk) -> None:
    desk.registered()
    desk.registered(
        utility=TRAINING,
        firm={"name": "Muffe Øving"},
        admin={"email": "per@muffe.example", "mobile": "+4799900002"},
    )
    one, other = desk.told("firm_registered")
    assert one["firm_id"] == other["firm_id"]
    assert (one["name"], other["name"]) == ("Muffe og Kran AS", "Muffe Øving")
    assert (one["revision"], other["revision"]) == (1, 2)


def test_an_address_with_an_account_is_answered_alike_and_keeps_its_credentials(
    desk: Desk,
) -> None:
    desk.registered()
    desk.later(3600)
    strangers = {"email": NORA.upper(), "mobile": "+4799900009", "password": "fremmed-9-traktor"}
    known = desk.register(orgnr=OTHER_ORGNR, admin=strangers)
    unknown = desk.register(
        orgnr="313264688", admin={**strangers, "email": "ny@muffe.example", "mobile": "+4799900008"}
    )
    alike = {"registration_id", "hint"}
    assert known.model_dump(exclude=alike) == unknown.model_dump(exclude=alike)

    desk.ask(ProveMobile(registration_id=known.registration_id, code=desk.code("+4799900009")))
    desk.ask(ProveEmail(registration_id=known.registration_id, token=desk.link(NORA.upper())))
    newest = desk.told("person_changed")[-1]
    assert (newest["email"], newest["mobile"], len(newest["firms"])) == (NORA, NORAS_MOBILE, 2)
    guess = BeginLogin(
        email=NORA, password="fremmed-9-traktor", portal="contractor", utility=BERGEN
    )
    assert isinstance(desk.refused(guess), WrongLogin)
    assert desk.begin_login(password=PASSWORD).next == "factor"


def test_a_number_takes_three_codes_in_ten_minutes_and_ten_a_day(desk: Desk) -> None:
    def another(n: int) -> None:
        desk.register(admin={"email": f"{n}a@muffe.example"})

    for n in range(3):
        another(n)
    with pytest.raises(TooManySends) as refused:
        another(3)
    assert 590 <= (refused.value.retry_after or 0) <= 601
    for n in range(4, 11):
        desk.later(601)
        another(n)
    desk.later(601)
    with pytest.raises(TooManySends) as refused:
        another(11)
    assert (refused.value.retry_after or 0) > 3600 * 20


def test_a_network_address_causes_twenty_registrations_an_hour(desk: Desk) -> None:
    def another(n: int, address: str = "192.0.2.1") -> None:
        admin = {"email": f"{n}a@muffe.example", "mobile": f"+479991{n:04d}"}
        desk.register(admin=admin, caller=Caller(address=address))

    for n in range(20):
        another(n)
    with pytest.raises(TooManySends):
        another(20)
    another(21, "192.0.2.2")
    desk.later(3601)
    another(22)


def test_a_shared_mailbox_and_a_mobile_in_use_are_warned_of(desk: Desk) -> None:
    """Not refused, and whose the mobile is, is not told (R33)."""
    assert desk.register().warnings == []
    desk.firm("312124718")
    desk.person(orgnr="312124718")
    desk.later(700)
    again = desk.register(admin={"email": "firmapost@muffe.example"})
    assert again.warnings == ["shared_mailbox", "mobile_in_use"]
