"""The one rule of who sees a case's documents; used by every look-up and every list."""

from __future__ import annotations

from sqlalchemy import ColumnElement, and_, false

from services.chassis.messages import Actor
from services.documents.model import CaseAccess


def visible_to(actor: Actor) -> ColumnElement[bool]:
    """The firm's own cases at the utility it acts towards; to staff, their utility's.

    A draft is the firm's alone: the utility sees a case from the submit, when it has a number.
    """
    if actor.audience == "contractor" and actor.firm_id and actor.utility:
        return and_(CaseAccess.firm_id == actor.firm_id, CaseAccess.utility == actor.utility)
    if actor.audience == "operator" and actor.utility:
        return and_(CaseAccess.utility == actor.utility, CaseAccess.number.is_not(None))
    return false()
