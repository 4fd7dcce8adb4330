"""A zone lets one firm, or one case, through a freeze (tidssensitive bestillinger, R52)."""

from __future__ import annotations

from services.cases.contract.errors import ActionNotOpen, BadInterval
from services.cases.contract.events.exemptions import ExemptionGranted
from services.cases.contract.operations.exemptions import GrantExemption
from services.cases.contract.types.exemptions import ExemptionView
from services.cases.domain.freezes import state_at
from services.cases.store import access, exemptions, freezes
from services.chassis.db.work import Work


def grant_exemption(request: GrantExemption, work: Work) -> ExemptionView:
    """Logged with who, why and until when; the firm is told.

    Raises RoleMissing, FreezeNotFound, ActionNotOpen, BadInterval, InvalidRequest,
    FirmCannotTakePart, CaseNotFound.
    """
    access.ensure(work.actor, *access.EXEMPTERS)
    window = freezes.locked(work.session, work.actor.utility, request.freeze_id)
    state = state_at(window, work.now)
    if state in {"ended", "cancelled"}:
        raise ActionNotOpen(action="grant_exemption", status=state, reason="status")
    ends_at = request.ends_at or window.ends_at
    if not max(work.now, window.starts_at) < ends_at <= window.ends_at:
        raise BadInterval
    exemption = exemptions.grant(work, window, request, ends_at)
    work.emit(
        ExemptionGranted(
            exemption_id=exemption.id,
            freeze_id=window.id,
            firm_id=exemption.firm_id,
            firm=exemptions.firm_of(exemption),
            case=exemptions.case_of(exemption),
            reason=exemption.reason,
            ends_at=exemption.ends_at,
        )
    )
    return exemptions.view(exemption)
