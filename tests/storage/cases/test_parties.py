"""Several firms on one case, a right each; and what each of them can see and do."""

from __future__ import annotations

from typing import Any

import pytest

from services.cases.contract.operations.deficiencies import SupplementCase
from services.cases.contract.operations.dialogue import ListMessages, SendMessage
from services.cases.contract.operations.drafts import SaveForm, SubmitCase, WithdrawCase
from services.cases.contract.operations.parties import (
    AnswerInvitation,
    EndParty,
    InviteParty,
    ListInvitations,
    TakeContact,
)
from services.cases.contract.operations.reading import GetCase, GetTimeline, ListCases
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.deficiencies import Answer
from services.cases.contract.types.parties import PartyRight
from services.chassis.messages import Actor
from services.identity.contract.events.firms import FirmApproved, FirmChanged
from services.identity.contract.types.firms import FirmEmails
from tests.storage.cases.desk import Desk, reasons
from tests.storage.cases.people import BERGEN, CASEWORKER, COLLEAGUE, FIRM, READER, STRANGER

ORGNR = "312124718"
EMAILS = FirmEmails(post="post@sluk.example")
PRO = STRANGER.model_copy(update={"firm_orgnr": ORGNR})
"""Stig of Sluk AS, asked onto Muffe's cases."""
PRO_READER = PRO.model_copy(update={"user_id": "leif", "roles": frozenset({"reader"})})
THIRD = FIRM.model_copy(update={"user_id": "tor", "firm_id": "tredje", "firm_name": "Tredje AS"})
SYSTEM_OF_BERGEN = Actor.system("identity", BERGEN)


def know(desk: Desk, firm_id: str = "sluk", orgnr: str = ORGNR, **said: Any) -> None:
    """Identity tells of an approved firm."""
    facts = {
        "revision": 1,
        "name": "Sluk AS",
        "professions": ["rorlegger"],
        "emails": EMAILS,
        "language": "nb",
    }
    event = FirmApproved(firm_id=firm_id, orgnr=orgnr, **{**facts, **said})
    desk.hear(event, SYSTEM_OF_BERGEN)


def invited(desk: Desk, case: CaseView, right: PartyRight = "read", **said: Any) -> str:
    """The id of an invitation to Sluk AS."""
    asked = InviteParty(case_id=case.case_id, orgnr=ORGNR, role="PRO", right=right, **said)
    party_id = desk.ask(asked, FIRM).parties[-1].party_id
    assert party_id is not None
    return party_id


def joined(desk: Desk, case: CaseView, right: PartyRight = "read") -> str:
    """Sluk AS is on the case."""
    know(desk)
    party_id = invited(desk, case, right)
    desk.ask(AnswerInvitation(party_id=party_id, accept=True), PRO)
    return party_id


def listed(desk: Desk, actor: Actor, *, shared: bool) -> list[str]:
    return [row.case_id for row in desk.ask(ListCases(shared=shared), actor).items]


def test_an_invited_firm_sees_the_invitation_and_then_the_case(desk: Desk) -> None:
    case = desk.assigned()
    know(desk)
    party_id = invited(desk, case)
    assert desk.refused(GetCase(case_id=case.case_id), PRO).code == "CaseNotFound"
    (seen,) = desk.ask(ListInvitations(), PRO).items
    assert (seen.party_id, seen.number) == (party_id, case.number)
    assert seen.applicant.name == "Muffe Rør AS"
    assert seen.invited_by.name == "Nora Muffe"
    assert desk.ask(ListInvitations(), THIRD).items == []

    desk.ask(AnswerInvitation(party_id=party_id, accept=True), PRO)
    page = desk.look(case, PRO)
    assert (page.standing, [party.role for party in page.parties]) == ("read", ["SOK", "PRO"])
    assert desk.ask(ListInvitations(), PRO).items == []
    assert listed(desk, PRO, shared=True) == [case.case_id]
    assert listed(desk, PRO, shared=False) == []
    assert listed(desk, FIRM, shared=False) == [case.case_id]
    actions = [entry.action for entry in desk.ask(GetTimeline(case_id=case.case_id), PRO).items]
    assert actions[-2:] == ["invite_party", "accept_invitation"]
    assert desk.told("party_answered")[0]["parties"] == {"sluk": "read"}


def test_who_declines_sees_nothing_and_may_be_asked_again(desk: Desk) -> None:
    case = desk.assigned()
    know(desk)
    party_id = invited(desk, case)
    desk.ask(AnswerInvitation(party_id=party_id, accept=False), PRO)
    assert desk.refused(GetCase(case_id=case.case_id), PRO).code == "CaseNotFound"
    again = AnswerInvitation(party_id=party_id, accept=True)
    assert desk.refused(again, PRO).code == "CaseInvitationNotFound"
    assert invited(desk, case) != party_id


def test_a_reader_reads_and_a_contributor_writes_its_own_part(desk: Desk) -> None:
    case = desk.asked("Mangler kart", "Mangler mål")
    party_id = joined(desk, case)
    said = SendMessage(case_id=case.case_id, text="Hei")
    item = case.deficiencies[0].items[0].item_id
    answer = SupplementCase(case_id=case.case_id, answers=[Answer(item_id=item, text="Her")])
    for request in (said, answer):
        assert desk.refused(request, PRO).code == "NotYourPart"
    desk.ask(EndParty(party_id=party_id), FIRM)

    joined(desk, case, "contribute")
    assert desk.ask(said, PRO).firm is not None
    assert desk.ask(answer, PRO).status == "information_requested", "one item is left"
    assert desk.look(case).deficiencies[0].items[0].answer == "Her"
    assert desk.refused(WithdrawCase(case_id=case.case_id), PRO).code == "NotYourPart"
    assert reasons(desk.look(case, PRO))["withdraw"] == "role_missing"
    assert desk.refused(answer, PRO_READER).code == "RoleMissing"


def test_what_commits_the_applicant_is_the_applicants(desk: Desk) -> None:
    draft = desk.draft()
    joined(desk, draft, "contribute")
    case = desk.look(draft, PRO)
    save = SaveForm(case_id=case.case_id, version=case.version, values={})
    for request in (
        save,
        SubmitCase(case_id=case.case_id),
        TakeContact(case_id=case.case_id),
        InviteParty(case_id=case.case_id, orgnr=FIRM.firm_orgnr, role="UTF"),
    ):
        refusal = desk.refused(request, PRO)
        assert (refusal.code, refusal.facts) == ("NotYourPart", {"standing": "contribute"})


@pytest.mark.parametrize("leaver", [FIRM, PRO])
def test_who_leaves_or_is_taken_off_sees_the_case_no_more(desk: Desk, leaver: Actor) -> None:
    case = desk.assigned()
    party_id = joined(desk, case)
    for nobody in (THIRD, READER, PRO_READER):
        assert desk.refused(EndParty(party_id=party_id), nobody).code in {
            "CaseInvitationNotFound",
            "RoleMissing",
        }
    desk.ask(EndParty(party_id=party_id), leaver)
    for request in (GetCase(case_id=case.case_id), ListMessages(case_id=case.case_id)):
        assert desk.refused(request, PRO).code == "CaseNotFound"
    assert listed(desk, PRO, shared=True) == []
    assert desk.told("party_ended")[0]["parties"] == {}
    assert desk.refused(EndParty(party_id=party_id), leaver).code == "CaseInvitationNotFound"


def test_only_an_approved_firm_that_is_not_on_the_case_is_asked(desk: Desk) -> None:
    case = desk.assigned()
    ask = InviteParty(case_id=case.case_id, orgnr=ORGNR, role="UTF")
    unknown = desk.refused(ask, FIRM)
    assert (unknown.code, unknown.facts) == ("FirmCannotTakePart", {"reason": "unknown"})
    know(desk)
    know(desk, "muffe", FIRM.firm_orgnr)
    own = ask.model_copy(update={"orgnr": FIRM.firm_orgnr})
    assert desk.refused(own, FIRM).facts == {"reason": "applicant"}
    assert desk.refused(ask, READER).code == "RoleMissing"
    desk.ask(ask, COLLEAGUE)
    assert desk.refused(ask, FIRM).facts == {"reason": "already"}
    stopped = {"name": "Sluk AS", "revision": 2, "status": "suspended", "professions": []}
    desk.hear(FirmChanged(firm_id="sluk", orgnr=ORGNR, emails=EMAILS, **stopped), SYSTEM_OF_BERGEN)
    assert desk.refused(ask, FIRM).facts == {"reason": "not_approved"}
    (waiting,) = desk.ask(ListInvitations(), PRO).items
    accept = AnswerInvitation(party_id=waiting.party_id, accept=True)
    assert desk.refused(accept, PRO).code == "FirmNotApproved"
    assert desk.refused(accept, THIRD).code == "CaseInvitationNotFound"


def test_one_asked_and_not_answered_is_the_applicants_to_see(desk: Desk) -> None:
    case = desk.assigned()
    joined(desk, case)
    know(desk, "tredje", "314159209", name="Tredje AS")
    ask = InviteParty(case_id=case.case_id, orgnr="314159209", role="UTF")
    assert [party.state for party in desk.ask(ask, FIRM).parties] == ["active", "active", "invited"]
    assert len(desk.look(case, PRO).parties) == 2
    assert len(desk.look(case, CASEWORKER).parties) == 3


def test_a_colleague_becomes_the_contact(desk: Desk) -> None:
    case = desk.assigned()
    changed = desk.ask(TakeContact(case_id=case.case_id), COLLEAGUE)
    assert changed.contact is not None
    assert changed.contact.name == "Odd Kobling"
    assert desk.told("contact_changed")[0]["contact"]["person_id"] == "odd"
    desk.ask(TakeContact(case_id=case.case_id), COLLEAGUE)
    assert len(desk.told("contact_changed")) == 1
    assert desk.refused(TakeContact(case_id=case.case_id), READER).code == "RoleMissing"
