"""A caseworker drafts a decision for an approver."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.events.decisions import DecisionProposed
from services.cases.contract.operations.decisions import ProposeDecision
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.decisions import DecisionView
from services.cases.contract.types.parties import PersonRef
from services.cases.domain.decisions import ensure_conditions_fit
from services.cases.store import cases, moves, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def propose_decision(request: ProposeDecision, work: Work) -> CaseView:
    """The firm does not see it before it is made.

    Raises CaseNotFound, RoleMissing, ActionNotOpen, ConditionsMissing.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    moves.follow(work, case, now, "propose_decision", facts={"outcome": request.outcome})
    ensure_conditions_fit(request.outcome, request.conditions)
    case.proposal = DecisionView(
        outcome=request.outcome,
        conditions=request.conditions,
        text=request.text,
        proposed_by=PersonRef(person_id=work.actor.user_id, name=work.actor.name),
    ).model_dump(mode="json")
    work.emit(events.of_case(DecisionProposed, case, outcome=request.outcome))
    return case_view(work, case, now)
