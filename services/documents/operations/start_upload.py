"""Somebody announces a file."""

from __future__ import annotations

import re
from typing import cast

from services.cases.contract.types.words import Ball, Status
from services.chassis.db.work import Work
from services.chassis.ids import new_id
from services.documents.catalogue import kinds
from services.documents.contract.errors import FileTooLarge, FileTypeNotAllowed
from services.documents.contract.operations import StartUpload
from services.documents.contract.parts import PART_SIZE
from services.documents.contract.types import UploadView
from services.documents.domain import filenames
from services.documents.domain.upload_rights import ensure_may_upload, ensure_own_part
from services.documents.model import Upload
from services.documents.store import cases, uploads
from services.documents.views import upload_view

_KIND = re.compile(r"[A-Z][A-Z0-9_]{1,39}")


def start_upload(request: StartUpload, work: Work) -> UploadView:
    """Make room for its parts; nothing of it is in the case before the upload is complete."""
    case = cases.visible(work.session, work.actor, request.case_id)
    ensure_may_upload(work.actor, cast(Status, case.status), cast(Ball, case.ball))
    ensure_own_part(work.actor, case.firm_id, case.parties)
    kind = request.kind if _KIND.fullmatch(request.kind) else kinds.ANY_KIND
    filename = filenames.clean(request.filename)
    _ensure_allowed(filename, request.size, kind)
    upload = Upload(
        id=new_id(),
        utility=case.utility,
        case_id=case.case_id,
        direction="incoming" if work.actor.audience == "contractor" else "outgoing",
        firm_id=work.actor.firm_id if work.actor.audience == "contractor" else None,
        uploader_id=work.actor.user_id,
        uploader_name=work.actor.name,
        filename=filename,
        kind=kind,
        size=request.size,
        sha256=request.sha256,
        answers=request.answers,
        part_size=PART_SIZE,
        created_at=work.now,
        expires_at=work.now + uploads.LIFETIME,
    )
    work.session.add(upload)
    return upload_view(upload, arrived=[])


def _ensure_allowed(filename: str, size: int, kind: str) -> None:
    format = kinds.format_of(filename)
    if format is None or format not in kinds.allowed(kind):
        raise FileTypeNotAllowed(allowed=kinds.extensions(kind))
    if size > kinds.limit(format):
        raise FileTooLarge(limit=kinds.limit(format))
