"""Somebody leaves the firm they act for."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.identity.contract.operations.users import LeaveFirm
from services.identity.steps.leaving import take_out_of_firm
from services.identity.store import users


def leave_firm(request: LeaveFirm, work: Work) -> Nothing:
    """One's sessions end, and one logs in again for another firm. Raises LastAdministrator."""
    del request
    actor = work.actor
    users.take_turn(work.session, f"{actor.firm_id}@{actor.utility}")
    place = users.locked_place(work.session, actor.user_id, actor.firm_id, actor.utility)
    take_out_of_firm(work, place, "left")
    return Nothing()
