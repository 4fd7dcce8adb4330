"""Somebody takes up an interrupted upload."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.documents.contract.operations import GetUpload
from services.documents.contract.types import UploadView
from services.documents.store import uploads
from services.documents.views import upload_view


def get_upload(request: GetUpload, work: Work) -> UploadView:
    """Which parts have arrived whole. Refuses UploadNotFound."""
    upload = uploads.visible(work.session, work.actor, request.upload_id, work.now)
    return upload_view(upload, uploads.arrived(upload))
