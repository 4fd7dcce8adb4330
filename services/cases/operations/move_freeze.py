"""An administrator moves or cancels a freeze window."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.errors import ActionNotOpen, BadInterval
from services.cases.contract.operations.freezes import MoveFreeze
from services.cases.contract.types.freezes import FreezeView
from services.cases.domain.freezes import state_at
from services.cases.store import access, freezes
from services.chassis.db.work import Work


def move_freeze(request: MoveFreeze, work: Work) -> FreezeView:
    """Every banner and date follows; one that has begun keeps its start.

    Raises RoleMissing, FreezeNotFound, BadInterval, ActionNotOpen when it is over or cancelled.
    """
    access.ensure(work.actor, "administrator")
    window = freezes.locked(work.session, work.actor.utility, request.freeze_id)
    state = state_at(window, work.now)
    if state in {"ended", "cancelled"}:
        raise ActionNotOpen(action="move_freeze", status=state, reason="status")
    if request.cancel:
        window.cancelled_at = work.now
    else:
        starts_at = request.starts_at or window.starts_at
        ends_at = request.ends_at or window.ends_at
        if state == "active" and starts_at != window.starts_at:
            raise BadInterval(reason="begun")
        if ends_at <= starts_at or ends_at <= work.now:
            raise BadInterval
        window.starts_at, window.ends_at = starts_at, ends_at
    work.session.flush()
    freezes.move_dates(work.session, window.utility, work.now)
    events.tell_freeze(work, window)
    return freezes.view(window, work.now)
