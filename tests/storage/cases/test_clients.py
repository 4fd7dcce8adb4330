"""The business or owner is a party of the case; a professional firm is its applicant (R59)."""

from __future__ import annotations

from typing import Any

import pytest

from services.cases.contract.errors import InvalidForm
from services.cases.contract.operations.decisions import DecideCase, ProposeDecision
from services.cases.contract.operations.deficiencies import RequestInformation, SupplementCase
from services.cases.contract.operations.drafts import SaveForm
from services.cases.contract.operations.reading import GetCase
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.deficiencies import Answer, MissingItem
from services.cases.contract.types.parties import ClientView
from services.chassis import clock
from tests.storage.cases.desk import Desk
from tests.storage.cases.people import APPROVER, CASEWORKER, FIRM

ORGNR = "312124718"
BUSINESS = {"business_name": "Fisk og Frityr AS", "business_orgnr": ORGNR,
            "business_contact": "Kari Kokk", "business_email": "post@fisk.example"}  # fmt: skip
OWNER = {"owner_kind": "business", "owner_name": "Fisk og Frityr AS", "owner_orgnr": ORGNR,
         "owner_contact": "Kari Kokk", "owner_email": "post@fisk.example"}  # fmt: skip
PERMITS: dict[str, dict[str, Any]] = {"PASL-OLJE": BUSINESS, "PASL-FETT": BUSINESS, "UTSL": OWNER}


def _client(case: CaseView) -> ClientView:
    assert case.client is not None
    return case.client


@pytest.mark.parametrize("code", PERMITS)
def test_a_permit_is_for_the_business_and_the_firm_applies(desk: Desk, code: str) -> None:
    case = desk.submitted(code, **PERMITS[code])
    for reader in (FIRM, CASEWORKER):
        seen = desk.look(case, reader)
        assert seen.client == ClientView(
            kind="business",
            name="Fisk og Frityr AS",
            orgnr=ORGNR,
            contact="Kari Kokk",
            email="post@fisk.example",
        )
        assert (seen.firm.name, seen.firm.orgnr) == (FIRM.firm_name, FIRM.firm_orgnr)
        assert [party.firm.orgnr for party in seen.parties] == [FIRM.firm_orgnr]


@pytest.mark.parametrize("code", PERMITS)
def test_the_number_of_the_business_is_checked_and_nothing_is_kept_of_a_wrong_one(
    desk: Desk, code: str
) -> None:
    draft = desk.draft(code, **PERMITS[code])
    field = next(name for name in PERMITS[code] if name.endswith("orgnr"))
    wrong = SaveForm(case_id=draft.case_id, version=draft.version, values={field: "312124719"})
    refusal = desk.refused(wrong, FIRM)
    assert isinstance(refusal, InvalidForm)
    assert [error.field for error in refusal.errors] == [field]
    assert _client(desk.look(draft)).orgnr == ORGNR


@pytest.mark.parametrize("code", PERMITS)
def test_number_and_contact_are_asked_for(desk: Desk, code: str) -> None:
    for name in PERMITS[code]:
        if name.endswith(("name", "orgnr", "contact")):
            draft = desk.draft(code, **{**PERMITS[code], name: None})
            closed = {action.name: action.reason for action in desk.look(draft).actions}
            assert closed["submit"] == "form_incomplete", name


def test_the_business_has_no_access_by_being_a_party(desk: Desk) -> None:
    """Even when it is a firm of the portal itself, with the very number."""
    case = desk.submitted("PASL-FETT", **BUSINESS)
    itself = FIRM.model_copy(
        update={"user_id": "kari", "firm_id": "fisk", "firm_orgnr": ORGNR, "firm_name": "Fisk"}
    )
    assert desk.refused(GetCase(case_id=case.case_id), itself).code == "CaseNotFound"


def test_letters_are_told_whom_they_are_about_and_the_trail_is_not(desk: Desk) -> None:
    case = desk.assigned("PASL-FETT", **BUSINESS)
    propose = ProposeDecision(case_id=case.case_id, outcome="approved", text="Greit")
    desk.ask(propose, CASEWORKER)
    desk.ask(DecideCase(case_id=case.case_id), APPROVER)
    for kind in ("case_received", "decision_recorded"):
        told = desk.told(kind)[0]
        assert (told["client"]["name"], told["client"]["orgnr"]) == ("Fisk og Frityr AS", ORGNR)
        assert told["firm"]["orgnr"] == FIRM.firm_orgnr
    assert desk.told("decision_recorded")[0]["appeal_body"]["nb"]


def test_an_answer_to_a_letter_corrects_the_party(desk: Desk) -> None:
    case = desk.assigned("PASL-FETT", **BUSINESS)
    item = MissingItem(code="correct_field", text="Feil navn", target="business_name")
    asked = desk.ask(
        RequestInformation(case_id=case.case_id, missing=[item], due_on=clock.today()), CASEWORKER
    )
    answer = Answer(item_id=asked.deficiencies[0].items[0].item_id, value="Frityr AS")
    desk.ask(SupplementCase(case_id=case.case_id, answers=[answer]), FIRM)
    assert _client(desk.look(case)).name == "Frityr AS"


def test_work_on_a_home_is_for_its_owner(desk: Desk) -> None:
    case = desk.submitted("RORM", owner_kind="person", owner_name="Per Eier")
    assert case.client == ClientView(kind="person", name="Per Eier")


def test_a_form_that_asks_for_nobody_and_an_empty_draft_have_none(desk: Desk) -> None:
    first = desk.submitted()
    assert desk.submitted("ETTER", followed_case=first.number).client is None
    assert desk.draft("PASL-FETT", business_name=None).client is None
