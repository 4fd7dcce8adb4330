"""A firm's administrator announces a file of the firm's own."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import NotForYou
from services.documents.contract.operations import StartFirmUpload
from services.documents.contract.types import UploadView
from services.documents.store import folders
from services.documents.store.announcing import Announced, announce
from services.documents.views import upload_view


def start_firm_upload(request: StartFirmUpload, work: Work) -> UploadView:
    """It goes into the firm's folder at the utility, by the same inspection as a case's files."""
    if not work.actor.has("firm_admin") or not work.actor.firm_id:
        raise NotForYou
    folder = folders.own(work.session, work.actor)
    return upload_view(announce(work, folder, Announced(**request.model_dump())), arrived=[])
