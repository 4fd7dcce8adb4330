"""A registrar's word on a proof."""

from __future__ import annotations

from services.chassis import clock
from services.chassis.db.work import Work
from services.identity.contract.errors import QualificationNotOpen
from services.identity.contract.events.qualifications import QualificationDecided
from services.identity.contract.types.qualifications import QualificationState, QualificationView
from services.identity.domain import access
from services.identity.steps.tell_qualification import facts_of
from services.identity.store import qualifications
from services.identity.views.qualifications import qualification_view


def decide(
    work: Work, qualification_id: str, state: QualificationState, reason: str = ""
) -> QualificationView:
    """Written down once and told. Raises NotForYou, QualificationNotFound, QualificationNotOpen."""
    access.ensure_registrar(work.actor)
    row, firm = qualifications.locked(work.session, qualification_id, work.actor.utility)
    if row.state != "waiting":
        raise QualificationNotOpen(state=row.state)
    row.state, row.reason = state, reason
    row.decided_at, row.decided_by = work.now, work.actor.user_id
    said = {**facts_of(row, firm), "state": state, "reason": reason}
    work.emit(QualificationDecided.model_validate(said), utility=row.utility)
    return qualification_view(row, firm, clock.today())
