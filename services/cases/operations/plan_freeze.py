"""An administrator plans a freeze window (nedetid)."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.errors import BadInterval
from services.cases.contract.operations.freezes import PlanFreeze
from services.cases.contract.types.freezes import FreezeView
from services.cases.model import FreezeWindow
from services.cases.store import access, freezes
from services.chassis.db.work import Work
from services.chassis.ids import new_id
from services.chassis.messages import FieldError, InvalidRequest


def plan_freeze(request: PlanFreeze, work: Work) -> FreezeView:
    """Announced at once unless a later instant is given; firms' dates inside it move.

    Raises RoleMissing, BadInterval, InvalidRequest when the reason lacks a language.
    """
    access.ensure(work.actor, "administrator")
    if request.ends_at <= request.starts_at or request.ends_at <= work.now:
        raise BadInterval
    if any(not request.reason.get(language, "").strip() for language in ("nb", "nn", "en")):
        raise InvalidRequest(errors=[FieldError(field="reason", code="required")])
    window = FreezeWindow(
        id=new_id(),
        utility=work.actor.utility,
        starts_at=request.starts_at,
        ends_at=request.ends_at,
        announced_at=min(request.announce_at or work.now, request.starts_at),
        cancelled_at=None,
        blocks=list(dict.fromkeys(request.blocks)),
        reason=request.reason,
        revision=0,
        told="",
    )
    work.session.add(window)
    work.session.flush()
    freezes.move_dates(work.session, window.utility, work.now)
    events.tell_freeze(work, window)
    return freezes.view(window, work.now)
