"""A firm appeals a decision (klage)."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.events.appeals import CaseAppealed
from services.cases.contract.operations.appeals import AppealDecision
from services.cases.contract.types.appeals import AppealView
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.decisions import DecisionView
from services.cases.contract.types.parties import PersonRef
from services.cases.store import appeals, case_types, cases, documents, moves, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def appeal_decision(request: AppealDecision, work: Work) -> CaseView:
    """Taken in whenever it comes, also in a freeze; one that is late waits for a leader.

    Raises CaseNotFound, RoleMissing, ActionNotOpen, NothingToAppeal, DocumentNotReady.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    before = case.status
    until = DecisionView.model_validate(case.decision).appeal_until if now.may_appeal else None
    late = until is not None and until <= work.now
    moves.follow(work, case, now, "appeal", facts={"late": late})
    documents.ensure_ready(work.session, case, request.document_ids)
    kind = case_types.kept(work.session, case.type, case.type_version)
    appeal = AppealView(
        text=request.text,
        document_ids=request.document_ids,
        by=PersonRef(person_id=work.actor.user_id, name=work.actor.name),
        received_at=work.now,
        appeal_until=until,
        state="late" if late else "in_time",
        status_before=before,
        body=kind.definition.appeal_body,
    )
    appeals.keep(case, appeal)
    work.emit(
        events.of_case(
            CaseAppealed,
            case,
            text=appeal.text,
            document_ids=appeal.document_ids,
            received_at=work.now,
            appeal_until=until,
            late=late,
            body=appeal.body,
        )
    )
    return case_view(work, case, now)
