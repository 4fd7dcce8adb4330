"""One letter: claim, write, keep, enter in the journal."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any, cast

from services.chassis import faults
from services.chassis.clock import OSLO
from services.chassis.db.transaction import begin
from services.chassis.db.work import Work
from services.chassis.i18n import as_language
from services.chassis.ids import new_id
from services.chassis.logging import logger
from services.chassis.objects import content_key
from services.documents.catalogue import kinds
from services.documents.contract.events import LetterIssued
from services.documents.contract.types import LetterKind
from services.documents.inspector.metrics import LETTERS
from services.documents.inspector.quarantine import inspector
from services.documents.letters import Letter, write
from services.documents.model import Document, LetterJob
from services.documents.store import cases, journal, letters
from services.documents.store.files import objects

log = logger(__name__)
FIRST_PAUSE = timedelta(seconds=10)
LONGEST_PAUSE = timedelta(minutes=10)
KIND: dict[LetterKind, str] = {
    "receipt": "KVITTERING",
    "deficiency": "MANGELBREV",
    "decision": "VEDTAK",
    "statement": "UTTALELSE",
    "interim": "FORELOPIG_SVAR",
    "closing": "AVSLUTNINGSBREV",
    "firm_decision": "FORETAKSVEDTAK",
}
"""The kind of document a letter is in the journal."""


@dataclass(frozen=True)
class Claim:
    """A letter this process writes until its lease ends; then another may."""

    job_id: str
    utility: str
    sender: str
    letter: LetterKind
    language: str
    content: dict[str, Any]


def write_next_letter() -> int:
    """The next letter, if one is ordered; never given up, as somebody waits for it.

    Killed at any point, it is written again when the lease ends: the same facts give the same
    bytes under the same key, and only one of two writers finds the job undone.
    """
    claim = _claim_next()
    if claim is None:
        return 0
    try:
        letter = write(claim.letter, as_language(claim.language), claim.content, claim.sender)
    except Exception:
        log.exception("letter_not_written", letter=claim.letter, job_id=claim.job_id)
        return 1
    objects().put(content_key(letter.sha256), [letter.pdf], len(letter.pdf))
    faults.point("between-letter-and-row")
    if _enter(claim, letter):
        LETTERS.labels(claim.letter).inc()
        log.info("letter_issued", letter=claim.letter, job_id=claim.job_id)
    return 1


def _claim_next() -> Claim | None:
    with begin(inspector()) as work:
        found = letters.next_to_write(work.session, work.now)
        if found is None:
            return None
        job, sender = found
        job.attempts += 1
        job.leased_until = work.now + min(FIRST_PAUSE * 2 ** min(job.attempts, 10), LONGEST_PAUSE)
        return Claim(
            job_id=job.id,
            utility=job.utility,
            sender=sender,
            letter=cast(LetterKind, job.letter),
            language=job.language,
            content=job.content,
        )


def _enter(claim: Claim, letter: Letter) -> bool:
    """The journal entry, the end of the job and the news of it, in one transaction."""
    with begin(inspector(claim.utility)) as work:
        job = letters.not_written(work.session, claim.job_id)
        if job is None:
            return False
        document = _document(job, claim.sender, letter, work)
        document.journal_number = journal.next_number(cases.locked(work.session, job.case_id))
        work.session.add(document)
        job.done_at = work.now
        job.document_id = document.id
        work.emit(_issued(document, claim.letter))
        return True


def _document(job: LetterJob, sender: str, letter: Letter, work: Work) -> Document:
    return Document(
        id=new_id(),
        utility=job.utility,
        case_id=job.case_id,
        journal_type="U",
        filename=letter.filename,
        title=letter.title,
        dated_on=work.now.astimezone(OSLO).date(),
        kind=KIND[cast(LetterKind, job.letter)],
        letter=job.letter,
        uploader_id="",
        uploader_name=sender,
        created_at=work.now,
        state="accepted",
        size=len(letter.pdf),
        sha256=letter.sha256,
        media_type=kinds.media_type("pdf"),
        inspected_at=work.now,
        attempts=0,
        leased_until=work.now,
        shielding_revision=0,
    )


def _issued(document: Document, letter: LetterKind) -> LetterIssued:
    return LetterIssued(
        case_id=document.case_id,
        document_id=document.id,
        filename=document.filename,
        kind=document.kind,
        letter=letter,
        title=document.title,
        journal_number=document.journal_number,
    )
