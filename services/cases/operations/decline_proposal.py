"""An approver sends a proposed decision back."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.events.decisions import ProposalDeclined
from services.cases.contract.operations.decisions import DeclineProposal
from services.cases.contract.types.case import CaseView
from services.cases.store import cases, moves, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def decline_proposal(request: DeclineProposal, work: Work) -> CaseView:
    """With a reason for the caseworker. Raises CaseNotFound, RoleMissing, ActionNotOpen."""
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    moves.follow(work, case, now, "decline_proposal", facts={"reason": request.reason})
    case.proposal = None
    work.emit(events.of_case(ProposalDeclined, case))
    return case_view(work, case, now)
