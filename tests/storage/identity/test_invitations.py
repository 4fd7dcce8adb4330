"""A place is offered to an address, and taken once, by whoever it is for."""

from __future__ import annotations

from typing import Any

import pytest

from services.chassis.db.transaction import begin
from services.chassis.messages import Actor, NotForYou
from services.chassis.seal import unseal
from services.identity.contract.errors import (
    AccountExists,
    AlreadyMember,
    FirmNotOpen,
    InvitationForAnother,
    InvitationNotFound,
    InvitationNotOpen,
    LinkExpired,
    LoginExpired,
    StepUpNeeded,
    TooManySends,
    WeakPassword,
    WrongCode,
)
from services.identity.contract.operations.firms import RejectFirm
from services.identity.contract.operations.invitations import (
    AcceptInvitation,
    BeginJoining,
    ConfirmJoining,
    InviteStaff,
    InviteUser,
    ListInvitations,
    OpenInvitationLink,
    ResendInvitation,
    ResendJoiningCode,
    WithdrawInvitation,
)
from services.identity.contract.operations.login import BeginMobileEnrolment
from services.identity.contract.operations.users import RemoveUser
from services.identity.contract.types.invitations import InvitationRow
from services.identity.sweeps import erase_due
from tests.storage.identity.desk import (
    NORA,
    OTHER_ORGNR,
    PASSWORD,
    SYSTEM,
    TRAINING,
    Desk,
)

PER, PERS_MOBILE = "per@muffe.example", "+4799900002"
HOURS = 3600


@pytest.fixture
def nora(desk: Desk) -> Actor:
    """The administrator of an approved firm, logged in."""
    desk.firm()
    desk.person()
    return desk.actor(desk.log_in())


def token(desk: Desk, email: str = PER) -> str:
    """The one in the newest invitation e-mailed to somebody."""
    sent = [data for data in desk.told("invitation_sent") if data["email"] == email]
    return unseal(sent[-1]["sealed_token"], desk.seal_key)


def invited(desk: Desk, nora: Actor, email: str = PER, **more: Any) -> InvitationRow:
    asked: dict[str, Any] = {"email": email, "roles": ["applicant"], **more}
    return desk.ask(InviteUser(**asked), nora)


def joining(secret: str, **changes: Any) -> BeginJoining:
    described = {"name": "Per Pump", "mobile": PERS_MOBILE, "password": PASSWORD, **changes}
    return BeginJoining(token=secret, **described)


def test_somebody_new_proves_a_mobile_and_is_in(desk: Desk, nora: Actor) -> None:
    row = invited(desk, nora)
    assert (row.state, row.roles, row.invited_by) == ("open", ["applicant"], "Nora Nordvik")
    [sent] = desk.told("invitation_sent")
    assert (sent["portal"], sent["place"]) == ("contractor", "Muffe og Kran AS")

    seen = desk.ask(OpenInvitationLink(token=token(desk)))
    assert (seen.email, seen.place, seen.has_account) == (PER, "Muffe og Kran AS", False)
    step = desk.ask(joining(token(desk)))
    assert (step.hint, step.warnings) == ("*** ** 002", [])
    assert desk.count("person") == 1

    joined = desk.ask(ConfirmJoining(token=token(desk), code=desk.code(PERS_MOBILE)))
    assert (joined.portal, joined.firm_id) == ("contractor", nora.firm_id)
    assert desk.actor(desk.log_in(PER, PERS_MOBILE)).roles == {"applicant"}
    [told] = [t for t in desk.told("standing_changed") if t["email"] == PER]
    assert (told["what"], told["roles"]) == ("joined", ["applicant"])
    [row] = desk.ask(ListInvitations(), nora).items
    assert row.state == "accepted"


def test_a_link_works_once(desk: Desk, nora: Actor) -> None:
    invited(desk, nora)
    secret = token(desk)
    desk.ask(joining(secret))
    desk.ask(ConfirmJoining(token=secret, code=desk.code(PERS_MOBILE)))
    for request in (OpenInvitationLink(token=secret), joining(secret)):
        assert isinstance(desk.refused(request), LinkExpired)
    per = desk.actor(desk.log_in(PER, PERS_MOBILE))
    assert isinstance(desk.refused(AcceptInvitation(token=secret), per), LinkExpired)


def test_the_link_alone_enrols_nothing(desk: Desk, nora: Actor) -> None:
    invited(desk, nora)
    secret = token(desk)
    for request in (
        ConfirmJoining(token=secret, code="123456"),
        ResendJoiningCode(token=secret),
    ):
        assert isinstance(desk.refused(request), LinkExpired)
    desk.ask(joining(secret))
    wrong = ConfirmJoining(token=secret, code=desk.other_than(desk.code(PERS_MOBILE)))
    assert isinstance(desk.refused(wrong), WrongCode)
    assert desk.count("person") == 1


def test_an_account_keeps_its_password_and_mobile_and_accepts_logged_in(
    desk: Desk, nora: Actor
) -> None:
    desk.firm(OTHER_ORGNR, firm={"name": "Kumlokket AS"})
    desk.person(PER, mobile=PERS_MOBILE, orgnr=OTHER_ORGNR, name="Per Pump")
    invited(desk, nora)
    secret = token(desk)
    assert desk.ask(OpenInvitationLink(token=secret)).has_account
    stolen = joining(secret, mobile="+4799900077", password="et helt annet passord")
    assert isinstance(desk.refused(stolen), AccountExists)
    assert [code["mobile"] for code in desk.told("code_issued")] == ["+4799900001"]

    assert isinstance(desk.refused(AcceptInvitation(token=secret), nora), InvitationForAnother)
    opened = desk.log_in(PER, PERS_MOBILE)
    desk.ask(AcceptInvitation(token=secret), desk.actor(opened))
    again = desk.log_in(PER, PERS_MOBILE)
    assert {firm.name for firm in again.person.firms} == {"Kumlokket AS", "Muffe og Kran AS"}


def test_an_account_without_any_place_logs_in_by_the_invitation_alone(
    desk: Desk, nora: Actor
) -> None:
    per = desk.person(PER, mobile=PERS_MOBILE, name="Per Pump")
    desk.ask(RemoveUser(person_id=per), nora)
    with pytest.raises(Exception, match="WrongLogin"):
        desk.begin_login(PER)
    invited(desk, nora)
    per_himself = desk.actor(desk.log_in(PER, PERS_MOBILE))
    assert (per_himself.firm_id, per_himself.roles) == ("", frozenset())
    desk.ask(AcceptInvitation(token=token(desk)), per_himself)
    assert desk.actor(desk.log_in(PER, PERS_MOBILE)).roles == {"applicant"}


def test_known_and_unknown_addresses_are_answered_alike(desk: Desk, nora: Actor) -> None:
    desk.firm(OTHER_ORGNR, firm={"name": "Kumlokket AS"})
    desk.person(PER, mobile=PERS_MOBILE, orgnr=OTHER_ORGNR, name="Per Pump")
    known, unknown = invited(desk, nora), invited(desk, nora, "ukjent@muffe.example")
    own = {"invitation_id", "email", "sent_at", "expires_at"}
    assert known.model_dump(exclude=own) == unknown.model_dump(exclude=own)
    first, second = desk.told("invitation_sent")
    assert first.keys() == second.keys()


def test_after_48_hours_the_link_is_worth_nothing_until_it_is_sent_again(
    desk: Desk, nora: Actor
) -> None:
    row = invited(desk, nora)
    old = token(desk)
    again = ResendInvitation(invitation_id=row.invitation_id)
    assert isinstance(desk.refused(again, nora), TooManySends)
    desk.later(48 * HOURS)
    assert isinstance(desk.refused(OpenInvitationLink(token=old)), LinkExpired)
    assert desk.ask(ListInvitations(), nora).items[0].state == "expired"
    assert desk.ask(again, nora).state == "open"
    assert isinstance(desk.refused(OpenInvitationLink(token=old)), LinkExpired)
    assert desk.ask(OpenInvitationLink(token=token(desk))).email == PER


def test_an_invitation_is_taken_back(desk: Desk, nora: Actor) -> None:
    row = invited(desk, nora)
    withdraw = WithdrawInvitation(invitation_id=row.invitation_id)
    assert desk.ask(withdraw, nora).state == "withdrawn"
    assert isinstance(desk.refused(OpenInvitationLink(token=token(desk))), LinkExpired)
    refused = desk.refused(withdraw, nora)
    assert isinstance(refused, InvitationNotOpen)
    assert refused.facts == {"state": "withdrawn"}


def test_a_second_invitation_replaces_the_first(desk: Desk, nora: Actor) -> None:
    invited(desk, nora)
    first = token(desk)
    invited(desk, nora, roles=["reader"])
    assert isinstance(desk.refused(OpenInvitationLink(token=first)), LinkExpired)
    assert desk.ask(OpenInvitationLink(token=token(desk))).roles == ["reader"]


def test_whoever_is_in_is_not_invited(desk: Desk, nora: Actor) -> None:
    again = InviteUser(email=NORA.upper(), roles=["reader"])
    assert isinstance(desk.refused(again, nora), AlreadyMember)


def test_only_administrators_invite_and_only_to_their_own(desk: Desk, nora: Actor) -> None:
    desk.person(PER, mobile=PERS_MOBILE, firm_roles=("applicant",), name="Per Pump")
    per = desk.actor(desk.log_in(PER, PERS_MOBILE))
    asked = InviteUser(email="ny@muffe.example", roles=["reader"])
    assert isinstance(desk.refused(asked, per), NotForYou)
    assert isinstance(desk.refused(ListInvitations(), per), NotForYou)

    row = invited(desk, nora, "ny@muffe.example")
    desk.firm(OTHER_ORGNR, firm={"name": "Kumlokket AS"})
    desk.person("kari@kum.example", mobile="+4799900003", orgnr=OTHER_ORGNR, name="Kari Kum")
    kari = desk.actor(desk.log_in("kari@kum.example", "+4799900003"))
    withdraw = WithdrawInvitation(invitation_id=row.invitation_id)
    assert isinstance(desk.refused(withdraw, kari), InvitationNotFound)
    assert desk.ask(ListInvitations(), kari).items == []


def test_a_firm_that_was_turned_down_takes_nobody_in(desk: Desk) -> None:
    desk.registered()
    nora = desk.actor(desk.log_in())
    invited(desk, nora)
    desk.ask(RejectFirm(firm_id=nora.firm_id, reason="Ikke i registeret"), desk.registrar())
    asked = InviteUser(email="ny@muffe.example", roles=["reader"])
    assert isinstance(desk.refused(asked, nora), FirmNotOpen)
    desk.ask(joining(token(desk)))
    late = ConfirmJoining(token=token(desk), code=desk.code(PERS_MOBILE))
    assert isinstance(desk.refused(late), FirmNotOpen)


def test_who_was_removed_leaves_no_open_invitations(desk: Desk, nora: Actor) -> None:
    desk.person(PER, mobile=PERS_MOBILE, name="Per Pump")
    per = desk.actor(desk.log_in(PER, PERS_MOBILE))
    invited(desk, per, "ny@muffe.example")
    desk.ask(RemoveUser(person_id=per.user_id), nora)
    link = OpenInvitationLink(token=token(desk, "ny@muffe.example"))
    assert isinstance(desk.refused(link), LinkExpired)


def test_a_receiver_and_a_firm_have_limits(desk: Desk, nora: Actor) -> None:
    for _ in range(3):
        invited(desk, nora)
    same = InviteUser(email=PER, roles=["reader"])
    assert isinstance(desk.refused(same, nora), TooManySends)
    for number in range(47):
        invited(desk, nora, f"ny{number}@muffe.example")
    other = InviteUser(email="en.til@muffe.example", roles=["reader"])
    assert isinstance(desk.refused(other, nora), TooManySends)


def test_what_whoever_invites_and_joins_should_look_at_once_more(desk: Desk, nora: Actor) -> None:
    assert invited(desk, nora, "firmapost@muffe.example").warnings == ["shared_mailbox"]
    invited(desk, nora)
    step = desk.ask(joining(token(desk), mobile="+4799900001"))
    assert step.warnings == ["mobile_in_use"]


def test_a_weak_password_is_refused(desk: Desk, nora: Actor) -> None:
    invited(desk, nora)
    assert isinstance(desk.refused(joining(token(desk), password="Passord1234")), WeakPassword)


def test_a_new_code_is_a_minute_away(desk: Desk, nora: Actor) -> None:
    invited(desk, nora)
    desk.ask(joining(token(desk)))
    again = ResendJoiningCode(token=token(desk))
    assert isinstance(desk.refused(again), TooManySends)
    desk.later(61)
    desk.ask(again)
    purposes = [code["purpose"] for code in desk.told("code_issued")]
    assert purposes == ["login", "invitation", "invitation"]


def test_what_was_half_told_is_erased_when_the_invitation_is_over(desk: Desk, nora: Actor) -> None:
    row = invited(desk, nora)
    desk.ask(joining(token(desk)))
    desk.later(49 * HOURS)
    with begin(SYSTEM) as work:
        erase_due(work)
    again = ResendInvitation(invitation_id=row.invitation_id)
    desk.ask(again, nora)
    assert desk.ask(OpenInvitationLink(token=token(desk))).hint == ""


def test_staff_are_invited_by_an_administrator(desk: Desk) -> None:
    desk.person("sjef@vann.example", orgnr=None, staff_roles=("administrator",), name="Siri Sjef")
    siri = desk.actor(desk.log_in("sjef@vann.example", portal="operator"), "operator")
    asked = InviteStaff(email="ny@vann.example", roles=["caseworker", "editor"])
    assert isinstance(desk.refused(asked, desk.registrar()), NotForYou)
    row = desk.ask(asked, siri)
    assert (row.firm_id, row.firm_name) == ("", "Bergen Vann")
    secret = token(desk, "ny@vann.example")
    desk.ask(joining(secret, name="Nils Ny"))
    joined = desk.ask(ConfirmJoining(token=secret, code=desk.code(PERS_MOBILE)))
    assert joined.portal == "operator"
    opened = desk.log_in("ny@vann.example", PERS_MOBILE, portal="operator")
    assert desk.actor(opened, "operator").roles == {"caseworker", "editor"}
    again = InviteStaff(email="ny@vann.example", roles=["editor"])
    assert isinstance(desk.refused(again, siri), AlreadyMember)
    assert isinstance(desk.refused(ListInvitations(), desk.registrar()), NotForYou)
    elsewhere = siri.model_copy(update={"utility": TRAINING})
    assert desk.ask(ListInvitations(), elsewhere).items == []


def test_a_contractor_invited_as_staff_enters_the_operator_portal_to_accept(
    desk: Desk, nora: Actor
) -> None:
    desk.person("sjef@vann.example", orgnr=None, staff_roles=("administrator",), name="Siri Sjef")
    siri = desk.actor(desk.log_in("sjef@vann.example", portal="operator"), "operator")
    desk.ask(InviteStaff(email=NORA, roles=["zone_operator"]), siri)
    desk.later(700)
    entered = desk.actor(desk.log_in(portal="operator"), "operator")
    assert entered.roles == frozenset()
    desk.ask(AcceptInvitation(token=token(desk, NORA)), entered)
    desk.later(700)
    assert desk.actor(desk.log_in(portal="operator"), "operator").roles == {"zone_operator"}


def test_the_utility_invites_an_administrator_to_a_firm(desk: Desk, nora: Actor) -> None:
    desk.person("rita@vann.example", orgnr=None, staff_roles=("firm_registrar",), name="Rita R")
    desk.later(700)
    rita = desk.actor(desk.log_in("rita@vann.example", portal="operator"), "operator")
    asked = InviteUser(email=PER, roles=["firm_admin"], firm_id=nora.firm_id)
    row = desk.ask(asked, rita)
    assert row.firm_name == "Muffe og Kran AS"
    listed = desk.ask(ListInvitations(firm_id=nora.firm_id), desk.registrar()).items
    assert [each.email for each in listed] == [PER]
    foreign = desk.registrar(TRAINING)
    assert desk.refused(asked, foreign).code == "FirmNotFound"


def test_who_may_invite_gave_a_factor_lately(desk: Desk, nora: Actor) -> None:
    desk.later(601)
    asked = InviteUser(email=PER, roles=["reader"])
    assert isinstance(desk.refused(asked, nora), StepUpNeeded)


def test_a_stolen_password_gains_nothing_by_an_invitation(desk: Desk, nora: Actor) -> None:
    """P6, the invitation paths: neither the password nor the link alone opens or enrols."""
    per = desk.person(PER, mobile=PERS_MOBILE, firm_roles=("reader",), name="Per Pump")
    desk.ask(RemoveUser(person_id=per), nora)
    invited(desk, nora)
    secret, thiefs_mobile = token(desk), "+4799900077"
    codes = len(desk.told("code_issued"))

    with_the_link = joining(secret, mobile=thiefs_mobile, password=PASSWORD)
    assert isinstance(desk.refused(with_the_link), AccountExists)
    for request in (
        ResendJoiningCode(token=secret),
        ConfirmJoining(token=secret, code="123456"),
    ):
        assert isinstance(desk.refused(request), LinkExpired)
    assert len(desk.told("code_issued")) == codes

    with_the_password = desk.begin_login(PER)
    assert with_the_password.next == "factor"
    enrol = BeginMobileEnrolment(
        attempt=with_the_password.attempt, mobile=thiefs_mobile, proof=secret
    )
    assert isinstance(desk.refused(enrol), LoginExpired)
    assert {code["mobile"] for code in desk.told("code_issued")} == {"+4799900001", PERS_MOBILE}


def test_an_account_without_a_mobile_enrols_by_the_logins_own_proof_not_the_invitations(
    desk: Desk, nora: Actor
) -> None:
    per = desk.person(PER, mobile=None, firm_roles=("reader",), name="Per Pump")
    desk.ask(RemoveUser(person_id=per), nora)
    invited(desk, nora)
    attempt = desk.begin_login(PER).attempt
    with_the_invitation = BeginMobileEnrolment(
        attempt=attempt, mobile=PERS_MOBILE, proof=token(desk)
    )
    assert isinstance(desk.refused(with_the_invitation), LinkExpired)
    desk.ask(BeginMobileEnrolment(attempt=attempt, mobile=PERS_MOBILE, proof=desk.link(PER)))
