"""Letters to write, each once."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.chassis.ids import new_id
from services.documents.contract.types import LetterKind
from services.documents.domain.letter_content import LetterContent
from services.documents.model import CaseAccess, Firm, LetterJob, Utility


def order(
    session: Session,
    case: CaseAccess,
    letter: LetterKind,
    revision: int,
    content: LetterContent,
    *,
    at: datetime,
) -> None:
    """Have it written; the same letter of the same revision of the case is ordered once."""
    session.execute(
        insert(LetterJob)
        .values(
            id=new_id(),
            utility=case.utility,
            case_id=case.case_id,
            letter=letter,
            revision=revision,
            language=_language(session, case.firm_id),
            content=content.model_dump(mode="json"),
            created_at=at,
            attempts=0,
            leased_until=at,
        )
        .on_conflict_do_nothing()
    )


def next_to_write(session: Session, now: datetime) -> tuple[LetterJob, str] | None:
    """The job that has waited longest and the utility's name; locked.

    A letter of a utility identity has not told of yet waits for its letterhead.
    """
    found = session.execute(
        select(LetterJob, Utility.name)
        .join(Utility, Utility.utility_id == LetterJob.utility)
        .where(LetterJob.done_at.is_(None), LetterJob.leased_until <= now)
        .order_by(LetterJob.leased_until)
        .limit(1)
        .with_for_update(skip_locked=True, of=LetterJob)
    ).one_or_none()
    return (found[0], found[1]) if found else None


def not_written(session: Session, job_id: str) -> LetterJob | None:
    """The job, locked; None when its letter stands in the journal already."""
    return session.scalars(
        select(LetterJob)
        .where(LetterJob.id == job_id, LetterJob.done_at.is_(None))
        .with_for_update()
    ).one_or_none()


def _language(session: Session, firm_id: str) -> str:
    firm = session.get(Firm, firm_id)
    return firm.language if firm else "nb"
