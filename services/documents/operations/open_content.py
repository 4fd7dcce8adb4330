"""Somebody reads a document."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.objects import content_key
from services.documents.contract.errors import NotAccepted
from services.documents.contract.operations import OpenContent
from services.documents.contract.types import OpenDocument
from services.documents.store import documents


def open_content(request: OpenContent, work: Work) -> OpenDocument:
    """Where its bytes are; who read it when is noted in the case's trail of reads.

    Refuses DocumentNotFound, NotAccepted.
    """
    document = documents.visible(work.session, work.actor, request.document_id)
    if document.state != "accepted" or not document.sha256 or not document.media_type:
        raise NotAccepted(state=document.state)
    work.record(
        "document_read",
        chain=f"reads:{document.case_id}",
        utility=document.utility,
        facts={"case_id": document.case_id, "document_id": document.id},
    )
    return OpenDocument(
        key=content_key(document.sha256),
        filename=document.filename,
        media_type=document.media_type,
        size=document.size,
        sha256=document.sha256,
    )
