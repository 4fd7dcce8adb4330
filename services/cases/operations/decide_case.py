"""An approver decides."""

from __future__ import annotations

from services.cases import events
from services.cases.catalogue.clients import client_of
from services.cases.contract.events.decisions import DecisionRecorded
from services.cases.contract.operations.decisions import DecideCase
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.decisions import DecisionView
from services.cases.contract.types.parties import PersonRef
from services.cases.contract.types.words import Outcome
from services.cases.domain import lifecycle
from services.cases.domain.deadlines import appeal_until, lapses_at
from services.cases.domain.decisions import ensure_conditions_fit
from services.cases.domain.rows.row import APPROVED
from services.cases.model import Case
from services.cases.store import case_types, cases, moves, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def decide_case(request: DecideCase, work: Work) -> CaseView:
    """The proposal as it is, or with what the approver changed; the letter follows.

    Raises CaseNotFound, RoleMissing, ActionNotOpen, OwnProposal, ConditionsMissing.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    lifecycle.ensure_open(now, "decide")
    decision, outcome = _decision(case, request, work)
    ensure_conditions_fit(outcome, decision.conditions)
    moves.follow(work, case, now, "decide", leads=outcome, facts={"outcome": outcome})
    case.decision, case.proposal = decision.model_dump(mode="json"), None
    case.interim_due_at = case.appeal = None
    kind = case_types.kept(work.session, case.type, case.type_version)
    if outcome in APPROVED:
        case.lapses_at = lapses_at(work.now, kind.definition.lapse_years)
    work.emit(
        events.of_case(
            DecisionRecorded,
            case,
            outcome=outcome,
            conditions=decision.conditions,
            text=decision.text,
            decided_by=decision.decided_by,
            decided_at=work.now,
            appeal_until=decision.appeal_until,
            appeal_weeks=kind.definition.appeal_weeks,
            appeal_body=kind.definition.appeal_body,
            client=client_of(kind, case.form),
        )
    )
    return case_view(work, case, now)


def _decision(case: Case, request: DecideCase, work: Work) -> tuple[DecisionView, Outcome]:
    proposal = DecisionView.model_validate(case.proposal)
    kind = case_types.kept(work.session, case.type, case.type_version)
    outcome: Outcome = request.outcome or proposal.outcome  # type: ignore[assignment]  # a proposal has an outcome
    decision = DecisionView(
        outcome=outcome,
        conditions=proposal.conditions if request.conditions is None else request.conditions,
        text=request.text or proposal.text,
        proposed_by=proposal.proposed_by,
        decided_by=PersonRef(person_id=work.actor.user_id, name=work.actor.name),
        decided_at=work.now,
        appeal_until=appeal_until(work.now, kind.definition.appeal_weeks),
    )
    return decision, outcome
