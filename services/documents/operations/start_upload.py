"""Somebody announces a file."""

from __future__ import annotations

from typing import cast

from services.cases.contract.types.words import Ball, Status
from services.chassis.db.work import Work
from services.documents.contract.operations import StartUpload
from services.documents.contract.types import UploadView
from services.documents.domain.upload_rights import ensure_may_upload, ensure_own_part
from services.documents.store import cases
from services.documents.store.announcing import Announced, announce
from services.documents.views import upload_view


def start_upload(request: StartUpload, work: Work) -> UploadView:
    """Make room for its parts; nothing of it is in the case before the upload is complete."""
    case = cases.visible(work.session, work.actor, request.case_id)
    ensure_may_upload(work.actor, cast(Status, case.status), cast(Ball, case.ball))
    ensure_own_part(work.actor, case.firm_id, case.parties)
    file = Announced(**request.model_dump(exclude={"case_id"}))
    return upload_view(announce(work, case, file), arrived=[])
