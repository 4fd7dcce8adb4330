"""Who is rung in an emergency from now on."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Actor
from services.notify.contract.errors import NotYourTask
from services.notify.contract.events import OnCallChanged
from services.notify.contract.operations import SetOnCall
from services.notify.contract.types import OnCall
from services.notify.store import incidents
from services.notify.store.access import ensure_role


def set_on_call(request: SetOnCall, work: Work) -> OnCall:
    """Kept here, and told to the lifeline, which keeps it too. Refuses NotYourTask."""
    _ensure_may(work.actor, request.utility)
    phones = list(request.on_call.phones)
    revision = incidents.set_phones(work.session, request.utility, phones, work.now)
    told = OnCallChanged(utility_id=request.utility, revision=revision, phones=phones)
    work.emit(told, utility=request.utility)
    return request.on_call


def _ensure_may(actor: Actor, utility: str) -> None:
    if actor.audience == "system":
        return
    ensure_role(actor, "duty_officer", "administrator")
    if actor.utility != utility:
        raise NotYourTask(needs="duty_officer")
