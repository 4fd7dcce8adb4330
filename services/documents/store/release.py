"""Showing a shielded document again."""

from __future__ import annotations

from typing import Literal

from services.chassis.db.work import Work
from services.chassis.messages import Actor
from services.documents.contract.events import ShieldingLifted
from services.documents.model import Document, Shielding
from services.documents.store import shielding, telling


def release(
    work: Work,
    document: Document,
    held: Shielding,
    *,
    by: Actor,
    why: Literal["lifted", "ended"],
    reason: str = "",
) -> None:
    """Its firms see it again, and are told when they never were; an internal one stays internal."""
    shielding.close(held, work.now, by, reason or why)
    document.shielding_revision += 1
    work.session.flush()
    if telling.is_kept(work.session, document):
        telling.tell_staff(work, document, why, by=by, basis=held.basis, reason=reason)
        return
    lifted = ShieldingLifted(
        case_id=document.case_id,
        document_id=document.id,
        filename=document.filename,
        kind=document.kind,
        revision=document.shielding_revision,
        media_type=document.media_type,
        why=why,
        reason=reason,
    )
    work.emit(lifted, utility=document.utility, by=by)
    telling.publish(work, document, by=by)
