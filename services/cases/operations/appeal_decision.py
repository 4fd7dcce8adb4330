"""A firm appeals a decision (klage)."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.operations.appeals import AppealDecision
from services.cases.contract.types.case import CaseView
from services.cases.steps import appealing
from services.cases.store import cases, documents, situations
from services.cases.views import case_view
from services.chassis.db.work import Work


def appeal_decision(request: AppealDecision, work: Work) -> CaseView:
    """Taken in whenever it comes, also in a freeze; one that is late waits for a leader.

    Raises CaseNotFound, RoleMissing, ActionNotOpen, NothingToAppeal, DocumentNotReady.
    """
    case = cases.locked(work, request.case_id)
    now = situations.of(work, case)
    appeal = appealing.begun(work, case, now, request.text, request.document_ids)
    documents.ensure_ready(work.session, case, request.document_ids)
    work.emit(events.case_appealed(case, appeal))
    return case_view(work, case, now)
