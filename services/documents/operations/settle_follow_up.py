"""Somebody has done what an internal document asked for."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import NotForYou
from services.documents.contract.errors import NothingToFollowUp
from services.documents.contract.operations import SettleFollowUp
from services.documents.contract.types import DocumentView
from services.documents.domain.upload_rights import STAFF_ROLES
from services.documents.store import documents, shielding, telling
from services.documents.views import document_view


def settle_follow_up(request: SettleFollowUp, work: Work) -> DocumentView:
    """It waits for nobody any more. Refuses DocumentNotFound, NotForYou, NothingToFollowUp."""
    document = documents.of_a_case_locked(work.session, work.actor, request.document_id)
    if not work.actor.has(*STAFF_ROLES):
        raise NotForYou
    if document.journal_type != "N" or document.followed_up_at is not None:
        raise NothingToFollowUp
    document.followed_up_at = work.now
    document.followed_up_by = work.actor.name
    telling.tell_staff(work, document, "followed_up")
    return document_view(document, shielding.holding(work.session, document.id))
