"""Make room for a file that was announced."""

from __future__ import annotations

import re
from dataclasses import dataclass

from services.chassis.db.work import Work
from services.chassis.ids import new_id
from services.chassis.messages import Actor
from services.documents.catalogue import kinds
from services.documents.contract.errors import FileEmpty, FileTooLarge, FileTypeNotAllowed
from services.documents.contract.parts import PART_SIZE
from services.documents.contract.types import Entry
from services.documents.domain import filenames
from services.documents.model import CaseAccess, Upload
from services.documents.store import uploads

_KIND = re.compile(r"[A-Z][A-Z0-9_]{1,39}")


@dataclass(frozen=True)
class Announced:
    """A file as its sender describes it."""

    filename: str
    size: int
    kind: str = kinds.ANY_KIND
    sha256: str | None = None
    answers: str | None = None
    entry: Entry | None = None


def announce(work: Work, case: CaseAccess, file: Announced) -> Upload:
    """Nothing of it is in the case before the upload is complete.

    Raises FileTypeNotAllowed, FileEmpty, FileTooLarge.
    """
    kind = file.kind if _KIND.fullmatch(file.kind) else kinds.ANY_KIND
    filename = filenames.clean(file.filename)
    _ensure_allowed(filename, file.size, kind)
    upload = Upload(
        id=new_id(),
        utility=case.utility,
        case_id=case.case_id,
        journal_type=_journal_type(work.actor, file.entry),
        firm_id=work.actor.firm_id if work.actor.audience == "contractor" else None,
        uploader_id=work.actor.user_id,
        uploader_name=work.actor.name,
        filename=filename,
        kind=kind,
        size=file.size,
        sha256=file.sha256,
        answers=file.answers,
        entry=file.entry.model_dump(mode="json") if file.entry else None,
        part_size=PART_SIZE,
        created_at=work.now,
        expires_at=work.now + uploads.LIFETIME,
    )
    work.session.add(upload)
    return upload


def _journal_type(actor: Actor, entry: Entry | None) -> str:
    if actor.audience == "contractor":
        return "I"
    return entry.journal_type if entry else "U"


def _ensure_allowed(filename: str, size: int, kind: str) -> None:
    format = kinds.format_of(filename)
    if format is None or format not in kinds.allowed(kind):
        raise FileTypeNotAllowed(allowed=kinds.extensions(kind))
    if size == 0:
        raise FileEmpty
    if size > kinds.limit(format):
        raise FileTooLarge(limit=kinds.limit(format))
