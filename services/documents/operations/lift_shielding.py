"""A caseworker or the archivist shows a shielded document again."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.documents.contract.errors import NotAccepted, NotShielded
from services.documents.contract.operations import LiftShielding
from services.documents.contract.types import DocumentView
from services.documents.domain.shielding import ensure_may_shield
from services.documents.store import documents, shielding
from services.documents.store.release import release
from services.documents.views import document_view


def lift_shielding(request: LiftShielding, work: Work) -> DocumentView:
    """Its firms see it again at once.

    Refuses DocumentNotFound, NotForYou, NotAccepted, NotShielded.
    """
    document = documents.of_a_case_locked(work.session, work.actor, request.document_id)
    ensure_may_shield(work.actor)
    if document.state != "accepted":
        raise NotAccepted(state=document.state)
    held = shielding.holding(work.session, document.id)
    if held is None:
        raise NotShielded
    release(work, document, held, by=work.actor, why="lifted", reason=request.reason)
    return document_view(document)
