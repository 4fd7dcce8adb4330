"""Two pairs of eyes, conditions that say something, and who may handle what."""

from __future__ import annotations

import pytest

from services.cases.contract.operations.decisions import (
    DecideCase,
    DeclineProposal,
    ProposeDecision,
)
from services.cases.contract.operations.handling import AssignCase
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.words import Outcome
from services.identity.contract.events.people import PersonChanged
from tests.storage.cases.desk import Desk, reasons
from tests.storage.cases.people import APPROVER, BERGEN, BOTH, CASEWORKER, FIRM


def _proposed(desk: Desk, by: object = CASEWORKER, outcome: Outcome = "approved") -> CaseView:
    case = desk.assigned()
    conditions = ["Vilkår"] if outcome == "approved_with_conditions" else []
    request = ProposeDecision(
        case_id=case.case_id, outcome=outcome, conditions=conditions, text="Forslag"
    )
    return desk.ask(request, by)  # type: ignore[arg-type]  # an actor of this file


@pytest.mark.parametrize(
    "outcome", ["approved", "approved_with_conditions", "refused", "dismissed"]
)
def test_each_outcome_ends_the_case(desk: Desk, outcome: Outcome) -> None:
    case = desk.ask(DecideCase(case_id=_proposed(desk, outcome=outcome).case_id), APPROVER)
    assert (case.status, case.ball, case.expected_by) == (outcome, "nobody", None)


def test_nobody_decides_their_own_proposal(desk: Desk) -> None:
    case = _proposed(desk, by=BOTH)
    assert reasons(case)["decide"] == "own_proposal"
    assert desk.refused(DecideCase(case_id=case.case_id), BOTH).code == "OwnProposal"
    assert desk.ask(DecideCase(case_id=case.case_id), APPROVER).status == "approved"


def test_a_caseworker_does_not_decide_and_an_approver_does_not_handle(desk: Desk) -> None:
    case = _proposed(desk)
    refusal = desk.refused(DecideCase(case_id=case.case_id), CASEWORKER)
    assert (refusal.code, refusal.facts) == ("RoleMissing", {"needs": ["approver"]})
    fresh = desk.submitted()
    assert desk.refused(AssignCase(case_id=fresh.case_id), APPROVER).code == "RoleMissing"
    assert reasons(desk.look(fresh, APPROVER))["assign"] == "role_missing"


def test_the_approver_may_change_the_proposal(desk: Desk) -> None:
    case = _proposed(desk)
    decided = desk.ask(
        DecideCase(
            case_id=case.case_id,
            outcome="approved_with_conditions",
            conditions=["Meld fra"],
            text="Endret",
        ),
        APPROVER,
    )
    assert decided.decision is not None
    assert (decided.decision.text, decided.decision.conditions) == ("Endret", ["Meld fra"])
    assert decided.decision.proposed_by is not None
    assert decided.decision.proposed_by.person_id == CASEWORKER.user_id


@pytest.mark.parametrize(
    ("outcome", "conditions"),
    [
        ("approved_with_conditions", []),
        ("approved_with_conditions", [" "]),
        ("approved", ["Vilkår"]),
        ("refused", ["Vilkår"]),
    ],
)
def test_conditions_belong_to_approval_with_conditions(
    desk: Desk, outcome: Outcome, conditions: list[str]
) -> None:
    case = desk.assigned()
    request = ProposeDecision(
        case_id=case.case_id, outcome=outcome, conditions=conditions, text="Forslag"
    )
    refusal = desk.refused(request, CASEWORKER)
    asked = "required" if outcome == "approved_with_conditions" else "none_required"
    assert refusal.code == "ConditionsMissing"
    assert [(each.field, each.code) for each in refusal.errors] == [("conditions", asked)]
    ready = _proposed(desk)
    decide = DecideCase(case_id=ready.case_id, outcome=outcome, conditions=conditions)
    assert desk.refused(decide, APPROVER).code == "ConditionsMissing"
    assert desk.look(ready).status == "awaiting_approval"


def test_a_declined_proposal_goes_back_with_the_reason(desk: Desk) -> None:
    case = _proposed(desk)
    request = DeclineProposal(case_id=case.case_id, reason="Mangler hjemmel")
    assert desk.refused(request, CASEWORKER).code == "RoleMissing"
    case = desk.ask(request, APPROVER)
    assert (case.status, case.proposal) == ("in_progress", None)
    assert desk.told("proposal_declined")


def test_a_case_goes_to_a_colleague_identity_told_of(desk: Desk) -> None:
    case = desk.submitted()
    to_ivar = AssignCase(case_id=case.case_id, person_id="ivar", person_name="Hvem som helst")
    assert desk.refused(to_ivar, CASEWORKER).code == "NoSuchCaseworker"
    ivar = PersonChanged(
        person_id="ivar",
        revision=2,
        name="Ivar Innlegg",
        email="ivar@vann.example",
        mobile=None,
        language="nb",
        firm_ids=[],
        staff_of=[BERGEN],
        staff_roles=["caseworker"],
    )
    desk.hear(ivar)
    desk.hear(ivar.model_copy(update={"revision": 1, "name": "Gammelt navn"}))
    case = desk.ask(to_ivar, CASEWORKER)
    assert case.caseworker is not None
    assert case.caseworker.name == "Ivar Innlegg"
    desk.hear(ivar.model_copy(update={"revision": 3, "active": False}))
    assert desk.refused(to_ivar, CASEWORKER).code == "NoSuchCaseworker"
    assert desk.ask(AssignCase(case_id=case.case_id), CASEWORKER).caseworker is not None
    assert desk.look(case, FIRM).caseworker is not None
