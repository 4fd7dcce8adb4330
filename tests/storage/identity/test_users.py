"""Brukeradministrasjonen: people in firms, changed by those who may, and told."""

from __future__ import annotations

import pytest

from services.chassis.messages import Actor, NotForYou
from services.identity.contract.errors import (
    InOtherFirms,
    LastAdministrator,
    LinkExpired,
    LoginExpired,
    OwnAccount,
    SessionEnded,
    TwoPersonsNeeded,
    UserNotFound,
    WrongLogin,
)
from services.identity.contract.operations.login import (
    BeginLogin,
    BeginMobileEnrolment,
    CompleteFactor,
    ConfirmMobileEnrolment,
)
from services.identity.contract.operations.sessions import ActFor, CheckSession
from services.identity.contract.operations.users import (
    ChangeUserRoles,
    LeaveFirm,
    ListUsers,
    LockUser,
    ReleasePhone,
    RemoveUser,
    UnlockUser,
)
from tests.storage.identity.desk import (
    BERGEN,
    OTHER_ORGNR,
    PASSWORD,
    TRAINING,
    Desk,
)

PER, PERS_MOBILE = "per@muffe.example", "+4799900002"
CHECKED = "Møtte opp på kontoret og viste førerkort"


@pytest.fixture
def nora(desk: Desk) -> Actor:
    """The administrator of an approved firm, logged in."""
    desk.firm()
    desk.person()
    return desk.actor(desk.log_in())


@pytest.fixture
def per(desk: Desk, nora: Actor) -> str:
    """Per sends applications for the same firm; his id."""
    return desk.person(PER, mobile=PERS_MOBILE, firm_roles=("applicant",), name="Per Pump")


def test_an_administrator_sees_the_people_of_the_firm_and_no_others(
    desk: Desk, nora: Actor, per: str
) -> None:
    other = desk.firm(OTHER_ORGNR, firm={"name": "Kumlokket AS"})
    desk.person("kari@kum.example", mobile="+4799900003", orgnr=OTHER_ORGNR, name="Kari Kum")
    rows = desk.ask(ListUsers(), nora).items
    assert [(row.name, row.roles, row.state) for row in rows] == [
        ("Nora Nordvik", ["firm_admin"], "active"),
        ("Per Pump", ["applicant"], "active"),
    ]
    assert [row.mobile_hint for row in rows] == ["*** ** 001", "*** ** 002"]
    assert rows[0].seen_at is not None
    assert rows[1].seen_at is None
    assert len(desk.ask(ListUsers(firm_id=other), nora).items) == 2


def test_people_are_searched_and_paged(desk: Desk, nora: Actor, per: str) -> None:
    desk.person("asa@muffe.example", mobile="+4799900004", name="Åsa Årdal")
    found = {q: [row.name for row in desk.ask(ListUsers(q=q), nora).items] for q in ("asa", "%")}
    assert found == {"asa": ["Åsa Årdal"], "%": []}
    first = desk.ask(ListUsers(limit=2), nora)
    rest = desk.ask(ListUsers(limit=2, cursor=first.next or ""), nora)
    names = [row.name for row in (*first.items, *rest.items)]
    assert names == ["Nora Nordvik", "Per Pump", "Åsa Årdal"]
    assert rest.next is None
    assert [row.name for row in desk.ask(ListUsers(role="applicant"), nora).items] == ["Per Pump"]
    assert desk.ask(ListUsers(state="locked"), nora).items == []
    assert [row.person_id for row in desk.ask(ListUsers(person_id=per), nora).items] == [per]
    assert desk.refused(ListUsers(cursor="tull"), nora).code == "InvalidRequest"


def test_shared_mailboxes_and_mobiles_show(desk: Desk, nora: Actor) -> None:
    desk.person("post@muffe.example", name="Per Pump")
    rows = desk.ask(ListUsers(), nora).items
    assert [row.warnings for row in rows] == [
        ["mobile_in_use"],
        ["shared_mailbox", "mobile_in_use"],
    ]


def test_the_utility_sees_its_firms_people_and_not_the_other_utilitys(
    desk: Desk, nora: Actor, per: str
) -> None:
    rows = desk.ask(ListUsers(), desk.registrar()).items
    assert [(row.name, row.firm_name) for row in rows] == [
        ("Nora Nordvik", "Muffe og Kran AS"),
        ("Per Pump", "Muffe og Kran AS"),
    ]
    assert desk.ask(ListUsers(), desk.registrar(TRAINING)).items == []
    lock = LockUser(person_id=per, firm_id=nora.firm_id)
    assert isinstance(desk.refused(lock, desk.registrar(TRAINING)), UserNotFound)
    caseworker = desk.registrar().model_copy(update={"roles": frozenset({"caseworker"})})
    assert isinstance(desk.refused(ListUsers(), caseworker), NotForYou)
    auditor = desk.registrar().model_copy(update={"roles": frozenset({"auditor"})})
    assert len(desk.ask(ListUsers(), auditor).items) == 2
    assert isinstance(desk.refused(lock, auditor), NotForYou)


def test_roles_change_from_the_next_check_on_and_are_told(
    desk: Desk, nora: Actor, per: str
) -> None:
    opened = desk.log_in(PER, PERS_MOBILE)
    wanted = ChangeUserRoles(person_id=per, roles=["reader", "field_worker"])
    assert desk.ask(wanted, nora).roles == ["field_worker", "reader"]
    assert desk.actor(opened).roles == {"field_worker", "reader"}
    [told] = desk.told("standing_changed")
    assert (told["what"], told["place"], told["email"]) == ("roles", "Muffe og Kran AS", PER)
    assert desk.told("person_changed")[-1]["firms"][0]["roles"] == ["field_worker", "reader"]
    desk.ask(wanted, nora)
    assert len(desk.told("standing_changed")) == 1


def test_others_administer_nobody(desk: Desk, nora: Actor, per: str) -> None:
    actor = desk.actor(desk.log_in(PER, PERS_MOBILE))
    for request in (
        ListUsers(),
        ChangeUserRoles(person_id=per, roles=["firm_admin"]),
        LockUser(person_id=nora.user_id),
        UnlockUser(person_id=per),
        RemoveUser(person_id=nora.user_id),
        ReleasePhone(person_id=nora.user_id, checked=CHECKED),
    ):
        assert isinstance(desk.refused(request, actor), NotForYou), request


def test_nobody_reaches_into_another_firm(desk: Desk, nora: Actor, per: str) -> None:
    desk.firm(OTHER_ORGNR, firm={"name": "Kumlokket AS"})
    desk.person("kari@kum.example", mobile="+4799900003", orgnr=OTHER_ORGNR, name="Kari Kum")
    kari = desk.actor(desk.log_in("kari@kum.example", "+4799900003"))
    for request in (
        LockUser(person_id=per, firm_id=nora.firm_id),
        RemoveUser(person_id=per, firm_id=nora.firm_id),
        ReleasePhone(person_id=per, firm_id=nora.firm_id, checked=CHECKED),
        ChangeUserRoles(person_id=per, firm_id=nora.firm_id, roles=["reader"]),
    ):
        assert isinstance(desk.refused(request, kari), UserNotFound), request


def test_a_lock_ends_everything_at_once(desk: Desk, nora: Actor, per: str) -> None:
    opened = desk.log_in(PER, PERS_MOBILE)
    under_way = desk.begin_login(PER).attempt
    assert desk.ask(LockUser(person_id=per), nora).state == "locked"
    check = CheckSession(secret=opened.secret, portal="contractor")
    assert isinstance(desk.refused(check), SessionEnded)
    code = CompleteFactor(attempt=under_way, method="sms", code=desk.code(PERS_MOBILE))
    assert isinstance(desk.refused(code), LoginExpired)
    begun = BeginLogin(email=PER, password=PASSWORD, portal="contractor", utility=BERGEN)
    assert isinstance(desk.refused(begun), WrongLogin)
    assert desk.told("session_ended")[-1]["why"] == "locked"
    assert desk.told("standing_changed")[-1]["what"] == "locked"

    assert desk.ask(UnlockUser(person_id=per), nora).state == "active"
    desk.log_in(PER, PERS_MOBILE)
    assert desk.told("standing_changed")[-1]["what"] == "unlocked"


def test_a_lock_holds_for_one_firm(desk: Desk, nora: Actor, per: str) -> None:
    desk.firm(OTHER_ORGNR, firm={"name": "Kumlokket AS"})
    desk.person(PER, orgnr=OTHER_ORGNR, firm_roles=("reader",))
    desk.ask(LockUser(person_id=per), nora)
    opened = desk.log_in(PER, PERS_MOBILE)
    actor = desk.actor(opened)
    assert (actor.firm_name, *actor.roles) == ("Kumlokket AS", "reader")
    back = ActFor(firm_id=nora.firm_id, utility=BERGEN)
    assert desk.refused(back, actor).code == "FirmNotFound"
    assert [each["firm_id"] for each in desk.told("person_changed")[-1]["firms"]] == [actor.firm_id]


def test_who_is_removed_is_out_and_the_account_stays(desk: Desk, nora: Actor, per: str) -> None:
    opened = desk.log_in(PER, PERS_MOBILE)
    desk.ask(RemoveUser(person_id=per), nora)
    check = CheckSession(secret=opened.secret, portal="contractor")
    assert isinstance(desk.refused(check), SessionEnded)
    assert desk.told("person_changed")[-1]["firms"] == []
    assert desk.count("person") == 2
    assert isinstance(desk.refused(RemoveUser(person_id=per), nora), UserNotFound)


def test_the_last_administrator_stays(desk: Desk, nora: Actor, per: str) -> None:
    for request in (LeaveFirm(), ChangeUserRoles(person_id=nora.user_id, roles=["applicant"])):
        assert isinstance(desk.refused(request, nora), LastAdministrator), request
    remove = RemoveUser(person_id=nora.user_id, firm_id=nora.firm_id)
    assert isinstance(desk.refused(remove, desk.registrar()), LastAdministrator)
    assert desk.ask(ListUsers(role="firm_admin"), nora).items[0].person_id == nora.user_id

    desk.ask(ChangeUserRoles(person_id=per, roles=["firm_admin"]), nora)
    desk.ask(LeaveFirm(), nora)
    assert desk.told("standing_changed")[-1]["what"] == "left"
    assert desk.told("session_ended")[-1]["person_id"] == nora.user_id


def test_a_locked_administrator_does_not_count(desk: Desk, nora: Actor, per: str) -> None:
    desk.ask(ChangeUserRoles(person_id=per, roles=["firm_admin"]), nora)
    desk.ask(LockUser(person_id=per), nora)
    assert isinstance(desk.refused(LeaveFirm(), nora), LastAdministrator)


def test_the_utility_may_lock_even_the_last_administrator(desk: Desk, nora: Actor) -> None:
    lock = LockUser(person_id=nora.user_id, firm_id=nora.firm_id)
    assert desk.ask(lock, desk.registrar()).state == "locked"


def test_one_does_not_do_it_to_oneself(desk: Desk, nora: Actor, per: str) -> None:
    desk.ask(ChangeUserRoles(person_id=per, roles=["firm_admin"]), nora)
    for request in (
        LockUser(person_id=nora.user_id),
        RemoveUser(person_id=nora.user_id),
        ReleasePhone(person_id=nora.user_id, checked=CHECKED),
    ):
        assert isinstance(desk.refused(request, nora), OwnAccount), request


def test_a_lost_phone_is_replaced_by_the_proof_of_the_next_login(
    desk: Desk, nora: Actor, per: str
) -> None:
    opened = desk.log_in(PER, PERS_MOBILE)
    thiefs = desk.begin_login(PER).attempt
    assert desk.ask(ReleasePhone(person_id=per, checked=CHECKED), nora).mobile_hint == ""
    [told] = desk.told("phone_released")
    assert (told["old_mobile"], told["checked"]) == (PERS_MOBILE, CHECKED)
    check = CheckSession(secret=opened.secret, portal="contractor")
    assert isinstance(desk.refused(check), SessionEnded)
    with_the_lost_phone = CompleteFactor(attempt=thiefs, method="sms", code=desk.code(PERS_MOBILE))
    assert isinstance(desk.refused(with_the_lost_phone), LoginExpired)

    step = desk.begin_login(PER)
    assert step.next == "enrol_mobile"
    without_mail = BeginMobileEnrolment(attempt=step.attempt, mobile="+4799900077", proof="x" * 43)
    assert isinstance(desk.refused(without_mail), LinkExpired)
    named = BeginMobileEnrolment(attempt=step.attempt, mobile="+4799900055", proof=desk.link(PER))
    desk.ask(named)
    code = desk.code("+4799900055")
    desk.ask(ConfirmMobileEnrolment(attempt=step.attempt, code=code))
    desk.log_in(PER, "+4799900055")


def test_releasing_a_phone_twice_tells_it_once(desk: Desk, nora: Actor, per: str) -> None:
    for _ in range(2):
        desk.ask(ReleasePhone(person_id=per, checked=CHECKED), nora)
    assert len(desk.told("phone_released")) == 1


def test_a_firm_opens_no_way_to_the_operator_portal(desk: Desk, nora: Actor, per: str) -> None:
    desk.person(PER, orgnr=None, staff_roles=("caseworker",))
    asked = ReleasePhone(person_id=per, checked=CHECKED)
    assert isinstance(desk.refused(asked, nora), TwoPersonsNeeded)
    assert desk.begin_login(PER).next == "factor"


def test_a_firm_opens_no_way_to_another_firm(desk: Desk, nora: Actor, per: str) -> None:
    desk.firm(OTHER_ORGNR, firm={"name": "Kumlokket AS"})
    desk.person(PER, orgnr=OTHER_ORGNR, firm_roles=("firm_admin",))
    asked = ReleasePhone(person_id=per, firm_id=nora.firm_id, checked=CHECKED)
    assert isinstance(desk.refused(asked, nora), InOtherFirms)
    assert desk.begin_login(PER).next == "factor"

    desk.person(
        "anna@vann.example", mobile="+4799900066", orgnr=None, staff_roles=("administrator",)
    )
    anna = desk.actor(desk.log_in("anna@vann.example", "+4799900066", "operator"), "operator")
    assert desk.ask(asked, anna).mobile_hint == ""


def test_how_it_was_checked_is_said_without_an_identity_number(per: str) -> None:
    for said in ("ok", "Viste førerkort, fnr 018190 00049"):
        with pytest.raises(ValueError, match="checked"):
            ReleasePhone(person_id=per, checked=said)
    assert ReleasePhone(person_id=per, checked=CHECKED).checked == CHECKED
