"""What people are told of invitations, places and lost phones, and how they are forgotten."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import update

from services.chassis import clock
from services.chassis.db import inbox
from services.chassis.db.tables import Inbox
from services.chassis.db.transaction import begin
from services.chassis.seal import seal
from services.identity.contract.events.invitations import InvitationSent
from services.identity.contract.events.people import PersonChanged
from services.identity.contract.events.privacy import InactivityWarned, PersonErased
from services.identity.contract.events.standing import (
    PhoneReleaseAsked,
    PhoneReleased,
    StandingChanged,
)
from services.notify.store import contacts
from tests.storage.notify.desk import NORA, NORAS_EMAIL, NORAS_MOBILE, SYSTEM, Desk

TOKEN = "xxTOKENxxTOKENxx"
CHECKED = "Møtte opp på kontoret"


def invitation(**changes: Any) -> InvitationSent:
    told: dict[str, Any] = {
        "invitation_id": "i1",
        "person_id": "per",
        "firm_id": "muffe",
        "place": "Muffe og Kran AS",
        "roles": ["applicant"],
        "inviter": "Nora Nordvik",
        "portal": "contractor",
        "email": "per@muffe.example",
        "path": "/invitasjon/{token}",
        "sealed_token": seal(TOKEN),
        "expires_at": clock.now() + timedelta(hours=48),
        "language": "nn",
        **changes,
    }
    return InvitationSent(**told)


def standing(what: str, **changes: Any) -> StandingChanged:
    return StandingChanged.model_validate(
        {
            "person_id": NORA,
            "what": what,
            "firm_id": "muffe",
            "place": "Muffe og Kran AS",
            "roles": ["applicant", "reader"],
            "email": NORAS_EMAIL,
            "language": "nb",
            **changes,
        }
    )


def person(revision: int = 1) -> PersonChanged:
    return PersonChanged(
        person_id=NORA,
        revision=revision,
        name="Nora Nordvik",
        email=NORAS_EMAIL,
        mobile=NORAS_MOBILE,
        language="nb",
        firm_ids=["muffe"],
        staff_of=[],
        staff_roles=[],
    )


def test_an_invitation_says_who_invites_to_what_and_its_token_stays_nowhere(desk: Desk) -> None:
    desk.hear(invitation())
    assert TOKEN not in desk.everything_kept()
    desk.deliver()
    ((to, mail),) = desk.post.mails
    assert to == "per@muffe.example"
    assert mail.subject == "Du er invitert til Muffe og Kran AS"
    assert "Nora Nordvik inviterer deg til å bli brukar" in mail.text
    assert f"/invitasjon/{TOKEN}" in mail.text
    assert TOKEN not in desk.everything_kept()


def test_staff_are_invited_to_the_operator_portal(desk: Desk) -> None:
    desk.hear(invitation(portal="operator", firm_id="", place="Bergen Vann"))
    found = desk.delivery()
    assert found.message == "staff_invitation"
    assert "operator." in found.values["link"]


@pytest.mark.parametrize(
    ("what", "words"),
    [
        ("joined", "Du er nå bruker hos Muffe og Kran AS, med rollene: søker, leser."),
        ("roles", "Rollene dine hos Muffe og Kran AS er nå: søker, leser."),
        ("locked", "Du er sperret hos Muffe og Kran AS"),
        ("unlocked", "Du er ikke lenger sperret hos Muffe og Kran AS."),
        ("removed", "Du er ikke lenger bruker hos Muffe og Kran AS."),
        ("left", "Du har meldt deg ut av Muffe og Kran AS."),
    ],
)
def test_a_person_is_told_where_they_stand(desk: Desk, what: str, words: str) -> None:
    desk.hear(standing(what))
    desk.deliver()
    ((to, mail),) = desk.post.mails
    assert to == NORAS_EMAIL
    assert words in mail.text


def test_a_lost_phone_is_told_to_the_phone_and_the_mailbox(desk: Desk) -> None:
    who = {"person_id": NORA, "email": NORAS_EMAIL, "checked": CHECKED, "language": "nb"}
    asked = PhoneReleaseAsked.model_validate({**who, "release_id": "r", "mobile": NORAS_MOBILE})
    desk.hear(asked)
    desk.hear(PhoneReleased.model_validate({**who, "old_mobile": NORAS_MOBILE}))
    desk.deliver()
    assert [to for to, _ in desk.telephone.texts] == [NORAS_MOBILE] * 2
    assert [to for to, _ in desk.post.mails] == [NORAS_EMAIL] * 2
    assert "er fjernet" in desk.telephone.texts[1][1]


def test_an_unused_account_is_told_by_when(desk: Desk) -> None:
    rests_at = clock.now() + timedelta(days=30)
    desk.hear(InactivityWarned(person_id=NORA, email=NORAS_EMAIL, language="nb", rests_at=rests_at))
    desk.deliver()
    ((_, mail),) = desk.post.mails
    assert "/logg-inn" in mail.text
    assert str(rests_at.year) in mail.text


def test_an_erased_person_is_found_nowhere(desk: Desk) -> None:
    desk.hear(person())
    desk.hear(standing("roles"))
    desk.deliver()
    desk.hear(standing("locked"))
    desk.hear(PersonErased(person_id=NORA, revision=2))
    assert NORAS_EMAIL not in desk.everything_kept()
    assert NORAS_MOBILE not in desk.everything_kept()
    assert [each.state for each in desk.deliveries()] == ["sent", "expired"]
    desk.deliver()
    assert len(desk.post.mails) == 1


def test_an_erased_persons_address_is_forgotten_where_nobody_knew_whose_it_was(
    desk: Desk,
) -> None:
    """An invitation went there before there was an account; it stays that something was sent."""
    desk.hear(invitation(email=NORAS_EMAIL.upper()))
    desk.deliver()
    desk.hear(invitation(email="andre@muffe.example", invitation_id="i2"))
    desk.hear(person())
    for envelope in (desk.told(invitation(email=NORAS_EMAIL)), desk.told(person())):
        with begin(SYSTEM) as work:
            inbox.store(work.session, envelope, work.now)
            work.session.execute(update(Inbox).values(handled_at=work.now))
    desk.hear(PersonErased(person_id=NORA, revision=2))
    everything = desk.everything_kept().lower()
    assert NORAS_EMAIL not in everything
    assert "andre@muffe.example" in everything
    assert [each.state for each in desk.deliveries()] == ["sent", "waiting"]


def test_an_event_that_waits_is_not_emptied(desk: Desk) -> None:
    """It is still to be handled, and PersonErased comes after it in sequence."""
    with begin(SYSTEM) as work:
        inbox.store(work.session, desk.told(person()), work.now)
    desk.hear(PersonErased(person_id=NORA, revision=2))
    assert NORAS_EMAIL in desk.everything_kept()


def test_older_news_does_not_bring_a_person_back(desk: Desk) -> None:
    desk.hear(PersonErased(person_id=NORA, revision=2))
    desk.hear(person(revision=1))
    with begin(SYSTEM) as work:
        known = contacts.person(work.session, NORA)
        assert known is not None
        assert (known.email, known.active) == ("", False)
