"""What firms and caseworkers are told as a case goes its way."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from services.cases.contract.events.decisions import DecisionRecorded, StatementGiven
from services.cases.contract.events.deficiencies import (
    InformationRequested,
    SupplementAccepted,
    SupplementSent,
)
from services.cases.contract.events.freezes import FreezeChanged
from services.cases.contract.events.life import (
    CaseAssigned,
    CaseCreated,
    CaseReceived,
    CaseSubmitted,
    CaseWithdrawn,
)
from services.cases.contract.events.parties import FirmReplaced
from services.cases.contract.types.parties import FirmRef, PersonRef
from services.cases.contract.types.words import FreezeState
from services.chassis.db.transaction import begin
from services.documents.contract.events import DocumentRejected
from services.identity.contract.events.firms import (
    FirmApproved,
    FirmChanged,
    FirmRejected,
)
from services.identity.contract.types.firms import FirmEmails
from services.notify.model import CaseParty
from services.notify.outgoing.recipients import NotHeardOfYet
from tests.storage.notify.case_events import (
    CASE,
    FIRM,
    FIRM_EMAIL,
    ITEMS,
    NUMBER,
    approved,
    happened,
    local,
    registered,
)
from tests.storage.notify.desk import NORAS_EMAIL, NORAS_MOBILE, SYSTEM, Desk

DUE = local(2026, 9, 17, 22)
SARA = PersonRef(person_id="sara", name="Sara Sak")
OPENED = f"/saker/{CASE}"


def requested() -> InformationRequested:
    """A deficiency letter with two items."""
    return happened(InformationRequested, letter=1, severity="minor", due_at=DUE, items=ITEMS)


def mailed(desk: Desk) -> dict[str, str]:
    """Text by address, after everything due was sent."""
    desk.deliver()
    return {to: f"{mail.subject}\n{mail.text}" for to, mail in desk.post.mails}


def test_the_receipt_goes_to_whoever_acts_for_the_firm(known: Desk) -> None:
    known.hear(
        happened(
            CaseReceived,
            received_at=local(2026, 9, 1, 8, 30),
            expected_by=DUE,
            zone=None,
            summary=[],
        )
    )
    told = mailed(known)
    assert set(told) == {NORAS_EMAIL}
    for words in (NUMBER, "1. september 2026 kl. 10:30", "innen 17. september 2026", OPENED):
        assert words in told[NORAS_EMAIL]
    assert known.post.envelopes[0][1] == "Eksempel vann og avløp"
    assert known.telephone.texts == []


def test_a_receipt_without_a_promise_promises_nothing(known: Desk) -> None:
    received = local(2026, 9, 1, 8)
    known.hear(
        happened(CaseReceived, received_at=received, expected_by=None, zone=None, summary=[])
    )
    assert "Vi tar kontakt" in mailed(known)[NORAS_EMAIL]


def test_a_deficiency_letter_tells_person_and_firm_each_in_their_language(known: Desk) -> None:
    known.hear(requested())
    told = mailed(known)
    assert set(told) == {NORAS_EMAIL, FIRM_EMAIL}
    assert "1. Situasjonsplan mangler\n2. Oppgi rørdimensjon" in told[NORAS_EMAIL]
    assert "til og med 17. september 2026" in told[NORAS_EMAIL]
    assert "manglar opplysningar" in told[FIRM_EMAIL]
    ((to, words),) = known.telephone.texts
    assert to == NORAS_MOBILE
    assert NUMBER in words
    assert OPENED in words


def test_a_contact_nobody_has_heard_of_yet_is_reached_through_the_firm(known: Desk) -> None:
    event = requested().model_copy(update={"contact": PersonRef(person_id="ny", name="Ny")})
    known.hear(event)
    assert set(mailed(known)) == {FIRM_EMAIL}


def test_somebody_who_has_left_is_not_written_to(known: Desk) -> None:
    known.know_nora(revision=2, active=False)
    known.hear(requested())
    assert set(mailed(known)) == {FIRM_EMAIL}
    assert known.telephone.texts == []


def test_with_nobody_known_the_news_waits(desk: Desk) -> None:
    event = requested()
    envelope = desk.told(event)
    with pytest.raises(NotHeardOfYet):
        desk.react(event, envelope)
    assert desk.deliveries() == []
    desk.know_nora()
    desk.react(event, envelope)
    assert len(desk.deliveries()) == 2


def test_one_address_is_written_to_once(known: Desk) -> None:
    known.know_nora(revision=2, email=FIRM_EMAIL.upper())
    known.hear(requested())
    known.deliver()
    assert len(known.post.mails) == 1


@pytest.mark.parametrize(
    ("complete", "words"),
    [(True, "Alle punktene er besvart."), (False, "Noen punkter står fortsatt åpne.")],
)
def test_the_caseworker_hears_of_an_answer(known: Desk, complete: bool, words: str) -> None:
    known.hear(happened(SupplementSent, letter=1, complete=complete, document_ids=[]))
    told = mailed(known)
    assert set(told) == {"sara@vann.example"}
    assert words in told["sara@vann.example"]
    assert "operator." in told["sara@vann.example"]


def test_an_answer_to_a_case_without_a_caseworker_waits_in_the_queue(known: Desk) -> None:
    event = happened(SupplementSent, letter=1, complete=True, document_ids=[], caseworker=None)
    known.hear(event)
    assert mailed(known) == {}


def test_an_answer_for_an_unknown_caseworker_is_tried_again(known: Desk) -> None:
    unknown = PersonRef(person_id="ukjent", name="Ukjent")
    event = happened(SupplementSent, letter=1, complete=True, document_ids=[], caseworker=unknown)
    with pytest.raises(NotHeardOfYet):
        known.hear(event)


def test_an_accepted_answer_is_told(known: Desk) -> None:
    known.hear(happened(SupplementAccepted, letter=1))
    assert "trenger ikke gjøre noe nå" in mailed(known)[NORAS_EMAIL]


def test_a_decision_is_told_by_text_and_mail(known: Desk) -> None:
    known.hear(
        happened(
            DecisionRecorded,
            outcome="approved_with_conditions",
            conditions=["Stoppekran"],
            text="Godkjent.",
            decided_by=SARA,
            decided_at=DUE,
            appeal_until=DUE + timedelta(weeks=3),
        )
    )
    told = mailed(known)
    assert set(told) == {NORAS_EMAIL, FIRM_EMAIL}
    assert "godkjent med vilkår" in told[NORAS_EMAIL]
    assert "klage på vedtaket til og med 8. oktober 2026" in told[NORAS_EMAIL]
    assert "godkjent med vilkår" in known.telephone.texts[0][1]


def test_a_statement_is_told(known: Desk) -> None:
    known.hear(happened(StatementGiven, conditions=[], text="Ja.", given_by=SARA, given_at=DUE))
    assert "uttalelse" in mailed(known)[NORAS_EMAIL]
    assert len(known.telephone.texts) == 1


def test_both_sides_hear_of_a_withdrawal(known: Desk) -> None:
    known.hear(happened(CaseWithdrawn))
    told = mailed(known)
    assert set(told) == {NORAS_EMAIL, "sara@vann.example"}
    assert "operator." in told["sara@vann.example"]
    assert "operator." not in told[NORAS_EMAIL]


def test_nobody_hears_of_a_draft_thrown_away(known: Desk) -> None:
    known.hear(happened(CaseWithdrawn, number=None))
    assert mailed(known) == {}


def rejected() -> DocumentRejected:
    """A file behind a password."""
    return DocumentRejected(
        case_id=CASE,
        document_id="d1",
        filename="plan <1>.pdf",
        kind="SITUASJONSPLAN",
        reason="encrypted",
    )


def test_a_rejected_file_is_told_with_its_reason(known: Desk) -> None:
    known.hear(happened(CaseCreated, number=None, revision=1))
    known.hear(rejected())
    known.hear(rejected())
    told = mailed(known)[NORAS_EMAIL]
    assert "plan <1>.pdf" in told
    assert "beskyttet med passord" in told
    assert "utkastet «Rørleggermelding»" in told
    assert len(known.post.mails) == 1
    assert "plan &lt;1&gt;.pdf" in known.post.mails[0][1].html


def test_a_rejected_file_of_an_unknown_case_waits(known: Desk) -> None:
    with pytest.raises(NotHeardOfYet):
        known.hear(rejected())


def test_who_is_on_a_case_follows_its_newest_revision(known: Desk) -> None:
    known.hear(happened(CaseAssigned, revision=7))
    known.hear(happened(CaseSubmitted, revision=2, caseworker=None, document_ids=[]))
    with begin(SYSTEM) as work:
        (party,) = work.session.scalars(select(CaseParty)).all()
    assert (party.revision, party.caseworker_id) == (7, "sara")


def test_a_firm_is_told_how_its_registration_fares(desk: Desk) -> None:
    desk.hear(registered())
    desk.hear(approved(note="Velkommen!"))
    desk.hear(FirmRejected(revision=3, reason="Mangler godkjenning", **rejection()))
    desk.deliver()
    subjects = [mail.subject for _, mail in desk.post.mails]
    assert subjects == [
        "Vi har motteke registreringa av Muffe & Sønn AS",
        "Muffe & Sønn AS er godkjent",
        "Registreringa av Muffe & Sønn AS er ikkje godkjend",
    ]
    assert "311\N{NO-BREAK SPACE}153\N{NO-BREAK SPACE}056" in desk.post.mails[0][1].text
    assert "Velkommen!" in desk.post.mails[1][1].text
    assert "Mangler godkjenning" in desk.post.mails[2][1].text


def rejection() -> dict[str, object]:
    """A rejection carries no professions."""
    return {name: value for name, value in FIRM.items() if name != "professions"}


def freeze(
    revision: int, state: FreezeState, *, reason: str = "Flytting av data."
) -> FreezeChanged:
    """A freeze window in weeks 9 and 10."""
    return FreezeChanged(
        freeze_id="f1",
        revision=revision,
        starts_at=local(2027, 2, 28, 23),
        ends_at=local(2027, 3, 14, 23),
        blocks=["new_cases", "supplements", "orders"],
        reason={"nb": reason},
        state=state,
    )


def test_approved_firms_are_told_once_of_an_announced_freeze(known: Desk) -> None:
    known.hear(freeze(1, "planned"))
    known.hear(freeze(2, "announced"))
    known.hear(freeze(3, "announced", reason="Ny tekst."))
    told = mailed(known)
    assert set(told) == {FIRM_EMAIL}
    assert len(known.post.mails) == 1
    assert "1. mars 2027 kl. 00:00" in told[FIRM_EMAIL]
    blocked = "nye saker, ettersendingar og sluttdokumentasjon og bestillingar som ikkje hastar"
    assert blocked in told[FIRM_EMAIL]


def test_old_news_of_a_freeze_is_not_told(known: Desk) -> None:
    known.hear(freeze(3, "cancelled"))
    known.hear(freeze(2, "announced"))
    assert mailed(known) == {}


def test_a_suspended_firm_is_not_told_of_freezes(known: Desk) -> None:
    facts = {name: value for name, value in FIRM.items() if name != "language"}
    known.hear(FirmChanged(revision=3, status="suspended", **facts))
    known.hear(freeze(1, "announced"))
    assert mailed(known) == {}


def test_a_firm_that_moved_is_written_to_at_its_new_address(known: Desk) -> None:
    facts = {name: value for name, value in FIRM.items() if name != "language"}
    moved = {**facts, "emails": FirmEmails(post="ny@muffe.example")}
    known.hear(FirmChanged(revision=3, status="approved", **moved))
    known.hear(freeze(1, "announced"))
    told = mailed(known)
    assert set(told) == {"ny@muffe.example"}
    assert "tek Entreprenørportalen ikkje imot" in told["ny@muffe.example"]


def test_news_of_a_case_goes_to_the_firm_that_has_it_now(known: Desk) -> None:
    sluk = {
        **FIRM,
        "firm_id": "sluk",
        "name": "Sluk AS",
        "emails": FirmEmails(post="p@sluk.example"),
    }
    known.hear(FirmApproved(revision=1, **sluk))
    now, before = FirmRef(firm_id="sluk", name="Sluk AS", orgnr="1"), happened(CaseAssigned).firm
    known.hear(happened(FirmReplaced, revision=9, firm=now, before=before, why="merged"))
    with begin(SYSTEM) as work:
        assert work.session.get_one(CaseParty, CASE).firm_id == "sluk"
