"""The utility's own people: administered by administrators, two of them for a lost phone."""

from __future__ import annotations

import pytest

from services.chassis.messages import Actor, NotForYou
from services.identity.contract.errors import (
    LastAdministrator,
    OwnAccount,
    ReleaseNotFound,
    SessionEnded,
    StepUpNeeded,
    UserNotFound,
)
from services.identity.contract.operations.sessions import CheckSession
from services.identity.contract.operations.staff import (
    AskStaffPhoneRelease,
    ChangeStaffRoles,
    ConfirmStaffPhoneRelease,
    ListStaff,
    ListStaffPhoneReleases,
    LockStaff,
    RemoveStaff,
    UnlockStaff,
)
from tests.storage.identity.desk import TRAINING, Desk

CHECKED = "Ringte tilbake på husets eget nummer"
SIRI, ODD, VERA = "siri@vann.example", "odd@vann.example", "vera@vann.example"
MOBILE = {SIRI: "+4799900011", ODD: "+4799900012", VERA: "+4799900013"}


def member(desk: Desk, email: str, *roles: str) -> str:
    name = f"{email.partition('@')[0].title()} Vannes"
    staff_roles = tuple(roles)
    return desk.person(
        email,
        mobile=MOBILE[email],
        orgnr=None,
        staff_roles=staff_roles,  # type: ignore[arg-type]  # words of the contract
        name=name,
    )


def entered(desk: Desk, email: str) -> Actor:
    return desk.actor(desk.log_in(email, MOBILE[email], portal="operator"), "operator")


@pytest.fixture
def siri(desk: Desk) -> Actor:
    """An administrator of the utility, logged in."""
    member(desk, SIRI, "administrator")
    return entered(desk, SIRI)


@pytest.fixture
def vera(desk: Desk, siri: Actor) -> str:
    """A caseworker; her id."""
    return member(desk, VERA, "caseworker")


def test_administrators_and_auditors_see_the_staff(desk: Desk, siri: Actor, vera: str) -> None:
    rows = desk.ask(ListStaff(), siri).items
    assert [(row.name, row.roles) for row in rows] == [
        ("Siri Vannes", ["administrator"]),
        ("Vera Vannes", ["caseworker"]),
    ]
    assert [row.person_id for row in desk.ask(ListStaff(q="VERA"), siri).items] == [vera]
    assert [row.name for row in desk.ask(ListStaff(role="administrator"), siri).items] == [
        "Siri Vannes"
    ]
    first = desk.ask(ListStaff(limit=1), siri)
    assert desk.ask(ListStaff(limit=1, cursor=first.next or ""), siri).items == rows[1:]
    assert isinstance(desk.refused(ListStaff(), desk.registrar()), NotForYou)
    elsewhere = siri.model_copy(update={"utility": TRAINING})
    assert desk.ask(ListStaff(), elsewhere).items == []


def test_roles_change_and_are_told(desk: Desk, siri: Actor, vera: str) -> None:
    wanted = ChangeStaffRoles(person_id=vera, roles=["approver", "caseworker"])
    assert desk.ask(wanted, siri).roles == ["approver", "caseworker"]
    [told] = desk.told("standing_changed")
    assert (told["what"], told["place"], told["firm_id"]) == ("roles", "Bergen Vann", "")
    assert desk.told("person_changed")[-1]["posts"][0]["roles"] == ["approver", "caseworker"]
    desk.later(601)
    assert isinstance(desk.refused(wanted, siri), StepUpNeeded)


def test_a_lock_ends_everything_at_once(desk: Desk, siri: Actor, vera: str) -> None:
    opened = desk.log_in(VERA, MOBILE[VERA], portal="operator")
    assert desk.ask(LockStaff(person_id=vera), siri).state == "locked"
    check = CheckSession(secret=opened.secret, portal="operator")
    assert isinstance(desk.refused(check), SessionEnded)
    assert desk.ask(ListStaff(state="locked"), siri).items[0].person_id == vera
    assert desk.ask(UnlockStaff(person_id=vera), siri).state == "active"
    entered(desk, VERA)


def test_a_post_ends(desk: Desk, siri: Actor, vera: str) -> None:
    desk.ask(RemoveStaff(person_id=vera), siri)
    assert desk.told("person_changed")[-1]["posts"] == []
    assert isinstance(desk.refused(RemoveStaff(person_id=vera), siri), UserNotFound)


def test_the_utility_keeps_an_administrator(desk: Desk, siri: Actor, vera: str) -> None:
    mine = ChangeStaffRoles(person_id=siri.user_id, roles=["editor"])
    assert isinstance(desk.refused(mine, siri), LastAdministrator)
    for request in (LockStaff(person_id=siri.user_id), RemoveStaff(person_id=siri.user_id)):
        assert isinstance(desk.refused(request, siri), OwnAccount)
    member(desk, ODD, "administrator")
    assert desk.ask(mine, siri).roles == ["editor"]
    assert isinstance(desk.refused(LockStaff(person_id=vera), siri), NotForYou)


def test_only_administrators_administer(desk: Desk, siri: Actor, vera: str) -> None:
    actor = entered(desk, VERA)
    for request in (
        ListStaff(),
        ListStaffPhoneReleases(),
        ChangeStaffRoles(person_id=vera, roles=["administrator"]),
        LockStaff(person_id=siri.user_id),
        UnlockStaff(person_id=vera),
        RemoveStaff(person_id=siri.user_id),
        AskStaffPhoneRelease(person_id=siri.user_id, checked=CHECKED),
        ConfirmStaffPhoneRelease(release_id="x"),
    ):
        assert isinstance(desk.refused(request, actor), NotForYou), request


def test_two_administrators_release_a_lost_phone(desk: Desk, siri: Actor, vera: str) -> None:
    member(desk, ODD, "administrator")
    odd = entered(desk, ODD)
    asked = desk.ask(AskStaffPhoneRelease(person_id=vera, checked=CHECKED), siri)
    assert asked.own
    [told] = desk.told("phone_release_asked")
    assert (told["email"], told["mobile"]) == (VERA, MOBILE[VERA])
    assert desk.begin_login(VERA, portal="operator").next == "factor"

    confirm = ConfirmStaffPhoneRelease(release_id=asked.release_id)
    assert isinstance(desk.refused(confirm, siri), OwnAccount)
    [waiting] = desk.ask(ListStaffPhoneReleases(), odd).items
    assert (waiting.name, waiting.asked_by, waiting.checked, waiting.own) == (
        "Vera Vannes",
        "Siri Vannes",
        CHECKED,
        False,
    )
    desk.ask(confirm, odd)
    assert desk.told("phone_released")[0]["checked"] == CHECKED
    assert desk.begin_login(VERA, portal="operator").next == "enrol_mobile"
    assert desk.ask(ListStaffPhoneReleases(), odd).items == []
    assert isinstance(desk.refused(confirm, odd), ReleaseNotFound)


def test_nobody_confirms_for_themselves(desk: Desk, siri: Actor, vera: str) -> None:
    odd_id = member(desk, ODD, "administrator")
    asked = desk.ask(AskStaffPhoneRelease(person_id=odd_id, checked=CHECKED), siri)
    confirm = ConfirmStaffPhoneRelease(release_id=asked.release_id)
    assert isinstance(desk.refused(confirm, entered(desk, ODD)), OwnAccount)
    mine = AskStaffPhoneRelease(person_id=siri.user_id, checked=CHECKED)
    assert isinstance(desk.refused(mine, siri), OwnAccount)


def test_a_request_lasts_a_day(desk: Desk, siri: Actor, vera: str) -> None:
    member(desk, ODD, "administrator")
    asked = desk.ask(AskStaffPhoneRelease(person_id=vera, checked=CHECKED), siri)
    desk.later(24 * 3600)
    confirm = ConfirmStaffPhoneRelease(release_id=asked.release_id)
    assert isinstance(desk.refused(confirm, entered(desk, ODD)), ReleaseNotFound)
