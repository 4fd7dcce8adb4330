"""Somebody announces a file."""

from __future__ import annotations

from typing import cast

from services.cases.contract.types.words import Ball, Status
from services.chassis.db.work import Work
from services.chassis.messages import NotForYou
from services.documents.catalogue import legal_bases
from services.documents.contract.operations import StartUpload
from services.documents.contract.types import Entry, UploadView
from services.documents.domain.shielding import ensure_ahead, ensure_may_shield
from services.documents.domain.upload_rights import ensure_may_upload, ensure_own_part
from services.documents.store import cases
from services.documents.store.announcing import Announced, announce
from services.documents.views import upload_view


def start_upload(request: StartUpload, work: Work) -> UploadView:
    """Make room for its parts; nothing of it is in the case before the upload is complete."""
    case = cases.visible(work.session, work.actor, request.case_id)
    ensure_may_upload(work.actor, cast(Status, case.status), cast(Ball, case.ball))
    ensure_own_part(work.actor, case.firm_id, case.parties)
    if request.entry is not None:
        _ensure_may_enter(work, request.entry)
    file = Announced(**{**request.model_dump(exclude={"case_id"}), "entry": request.entry})
    return upload_view(announce(work, case, file), arrived=[])


def _ensure_may_enter(work: Work, entry: Entry) -> None:
    """Raises NotForYou for firms, and what shielding refuses with."""
    if work.actor.audience == "contractor":
        raise NotForYou
    if entry.shield is not None:
        ensure_may_shield(work.actor)
        legal_bases.ensure_offered(entry.shield.basis, "entry.shield.basis")
        ensure_ahead(entry.shield.ends_on, work.now, "entry.shield.ends_on")
