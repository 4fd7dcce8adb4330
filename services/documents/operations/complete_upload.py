"""All parts of a file are there."""

from __future__ import annotations

from services.chassis.clock import OSLO
from services.chassis.db.work import Work
from services.chassis.ids import new_id
from services.chassis.messages import FieldError, InvalidRequest
from services.documents.contract.errors import PartsMissing
from services.documents.contract.events import DocumentUploaded
from services.documents.contract.operations import CompleteUpload
from services.documents.contract.parts import part_count
from services.documents.contract.types import DocumentView, Entry
from services.documents.domain import filenames
from services.documents.model import Document, Upload
from services.documents.store import cases, journal, shielding, telling, uploads
from services.documents.views import document_view


def complete_upload(request: CompleteUpload, work: Work) -> DocumentView:
    """Put it in quarantine, once; the inspector takes it from there.

    Refuses UploadNotFound, PartsMissing, and InvalidRequest for another SHA-256 than announced.
    """
    upload = uploads.visible(work.session, work.actor, request.upload_id, work.now)
    if upload.document_id:
        return _view(work.session.get_one(Document, upload.document_id), work)
    _ensure_all_there(upload)
    entry = Entry.model_validate(upload.entry) if upload.entry else None
    document = _quarantined(upload, entry, _promised(upload, request.sha256), work)
    document.journal_number = journal.next_number(cases.locked(work.session, upload.case_id))
    work.session.add(document)
    upload.document_id = document.id
    work.session.flush()
    if entry and entry.shield:
        shielding.put(work, document, entry.shield)
        telling.tell_staff(
            work, document, "shielded", basis=entry.shield.basis, reason=entry.shield.reason
        )
    telling.tell(work, document, _uploaded(document), "uploaded")
    return _view(document, work)


def _view(document: Document, work: Work) -> DocumentView:
    return document_view(document, shielding.holding(work.session, document.id))


def _ensure_all_there(upload: Upload) -> None:
    every = range(1, part_count(upload.size, upload.part_size) + 1)
    missing = sorted(set(every) - set(uploads.arrived(upload)))
    if missing:
        raise PartsMissing(missing=missing)


def _promised(upload: Upload, sha256: str | None) -> str | None:
    if upload.sha256 and sha256 and upload.sha256 != sha256:
        raise InvalidRequest(errors=[FieldError(field="sha256", code="differs_from_announced")])
    return sha256 or upload.sha256


def _quarantined(upload: Upload, entry: Entry | None, sha256: str | None, work: Work) -> Document:
    today = work.now.astimezone(OSLO).date()
    return Document(
        id=new_id(),
        utility=upload.utility,
        case_id=upload.case_id,
        upload_id=upload.id,
        journal_type=upload.journal_type,
        firm_id=upload.firm_id,
        filename=upload.filename,
        title=entry.title if entry else filenames.stem(upload.filename),
        dated_on=(entry.dated_on if entry else None) or today,
        kind=upload.kind,
        answers=upload.answers,
        uploader_id=upload.uploader_id,
        uploader_name=upload.uploader_name,
        created_at=work.now,
        state="quarantined",
        size=upload.size,
        sha256=sha256,
        attempts=0,
        leased_until=work.now,
        publication=telling.WAITING if entry and upload.journal_type == "U" else None,
        shielding_revision=0,
    )


def _uploaded(document: Document) -> DocumentUploaded:
    return DocumentUploaded(
        case_id=document.case_id,
        document_id=document.id,
        filename=document.filename,
        kind=document.kind,
        size=document.size,
        answers=document.answers,
    )
