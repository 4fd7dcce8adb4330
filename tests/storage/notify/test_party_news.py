"""What firms are told of each other's cases, and of cases that change firm."""

from __future__ import annotations

from typing import Any

import pytest

from services.cases.contract.events.firms_on_case import (
    ContactChanged,
    FirmChangedOnCase,
    NewApplicationNeeded,
    PartyAnswered,
    PartyEnded,
    PartyInvited,
)
from services.cases.contract.types.parties import FirmRef, PersonRef
from services.identity.contract.types.firms import FirmEmails
from services.notify.outgoing.recipients import NotHeardOfYet
from tests.storage.notify.case_events import CASE, FIRM_EMAIL, approved, happened
from tests.storage.notify.desk import NORAS_EMAIL, Desk
from tests.storage.notify.test_case_news import mailed

SLUK = FirmRef(firm_id="sluk", name="Sluk AS", orgnr="312124718")
MUFFE = FirmRef(firm_id="muffe", name="Muffe & Sønn AS", orgnr="311153056")
SLUKS_EMAIL = "post@sluk.example"


@pytest.fixture
def both(known: Desk) -> Desk:
    """The other firm is heard of too."""
    emails = FirmEmails(post=SLUKS_EMAIL)
    said: dict[str, Any] = {"firm_id": "sluk", "name": "Sluk AS", "orgnr": SLUK.orgnr}
    known.hear(approved(emails=emails, language="nb", **said))
    known.deliver()
    known.post.mails.clear()
    return known


def test_the_invited_firm_is_told_who_asks(both: Desk) -> None:
    both.hear(happened(PartyInvited, party_id="p", party=SLUK, role="PRO", right="read"))
    told = mailed(both)
    assert list(told) == [SLUKS_EMAIL]
    assert "Muffe & Sønn AS vil ha dere med" in told[SLUKS_EMAIL]
    assert "/saker/invitasjoner" in told[SLUKS_EMAIL]
    assert f"/saker/{CASE}" not in told[SLUKS_EMAIL], "it cannot open the case yet"


@pytest.mark.parametrize(("accepted", "words"), [(True, "sagt ja"), (False, "sagt nei")])
def test_the_applicants_contact_hears_the_answer(both: Desk, accepted: bool, words: str) -> None:
    both.hear(happened(PartyAnswered, party=SLUK, role="PRO", accepted=accepted))
    told = mailed(both)
    assert list(told) == [NORAS_EMAIL]
    assert words in told[NORAS_EMAIL]


def test_a_firm_taken_off_a_case_is_told(both: Desk) -> None:
    both.hear(happened(PartyEnded, party=SLUK, role="PRO"))
    assert list(mailed(both)) == [SLUKS_EMAIL]


def test_both_firms_are_told_of_a_transfer(both: Desk) -> None:
    event = happened(
        FirmChangedOnCase, firm=SLUK, former=MUFFE, contact=None, reason="Konkurs hos Muffe"
    )
    both.hear(event)
    told = mailed(both)
    assert set(told) == {FIRM_EMAIL, SLUKS_EMAIL}
    assert all("Konkurs hos Muffe" in words for words in told.values())
    assert "til Sluk AS" in told[FIRM_EMAIL]


def test_where_a_new_application_is_needed_each_gets_the_link_to_its_own(both: Desk) -> None:
    both.hear(happened(NewApplicationNeeded, taken_by=SLUK, new_case_id="new", reason="Byttet"))
    told = mailed(both)
    assert "/saker/new" in told[SLUKS_EMAIL]
    assert f"/saker/{CASE}" in told[FIRM_EMAIL]


def test_a_firm_nobody_has_heard_of_is_tried_again(known: Desk) -> None:
    event = happened(PartyInvited, party_id="p", party=SLUK, role="PRO", right="read")
    with pytest.raises(NotHeardOfYet):
        known.hear(event)


def test_later_news_goes_to_the_new_contact(both: Desk) -> None:
    odd = PersonRef(person_id="odd", name="Odd Kobling")
    both.hear(happened(ContactChanged, revision=9, contact=odd))
    said: dict[str, Any] = {"party": SLUK, "role": "PRO", "accepted": True}
    both.hear(happened(PartyAnswered, revision=10, contact=odd, **said))
    assert list(mailed(both)) == [FIRM_EMAIL], "nobody of that name is known, so the firm is told"
