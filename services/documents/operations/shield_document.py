"""A caseworker or the archivist keeps a document from the firms of the case."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.documents.catalogue import legal_bases
from services.documents.contract.errors import NotAccepted
from services.documents.contract.events import DocumentShielded
from services.documents.contract.operations import ShieldDocument
from services.documents.contract.types import DocumentView, Shield
from services.documents.domain.shielding import ensure_ahead, ensure_may_shield
from services.documents.model import Document
from services.documents.store import documents, shielding, telling
from services.documents.views import document_view


def shield_document(request: ShieldDocument, work: Work) -> DocumentView:
    """From now on no firm sees it, nor the letters that name it; anew, ground and end change.

    Refuses DocumentNotFound, NotForYou, NotAccepted, and InvalidRequest for a basis that is not
    on the list or a last day that has passed.
    """
    document = documents.of_a_case_locked(work.session, work.actor, request.document_id)
    ensure_may_shield(work.actor)
    if document.state != "accepted":
        raise NotAccepted(state=document.state)
    legal_bases.ensure_offered(request.basis, "basis")
    ensure_ahead(request.ends_on, work.now, "ends_on")
    shield = Shield(**request.model_dump(exclude={"document_id", "with_letters"}))
    _shield(document, shield, work)
    if request.with_letters:
        for letter in documents.letters_naming(work.session, document):
            _shield(letter, shield, work)
    return document_view(document, shielding.holding(work.session, document.id))


def _shield(document: Document, shield: Shield, work: Work) -> None:
    unseen_before = telling.is_kept(work.session, document)
    shielding.put(work, document, shield)
    if unseen_before:
        telling.tell_staff(work, document, "shielded", basis=shield.basis, reason=shield.reason)
    else:
        work.emit(_shielded(document, shield))


def _shielded(document: Document, shield: Shield) -> DocumentShielded:
    return DocumentShielded(
        case_id=document.case_id,
        document_id=document.id,
        filename=document.filename,
        kind=document.kind,
        revision=document.shielding_revision,
        media_type=document.media_type,
        basis=shield.basis,
        reason=shield.reason,
    )
