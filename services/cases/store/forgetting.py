"""A person forgotten: what was theirs alone is gone, what the case holds keeps its names."""

from __future__ import annotations

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from services.cases.model import Case, CaseSeen, DraftChange, MessageReading, SavedView, Zone

NOBODY = "–"
"""Stands where the name stood, as in identity."""


def forget_person(session: Session, person_id: str) -> None:
    """Their overview, their read marks and their name in drafts; ids stay.

    A draft is not the archive's yet: nothing was sent, and the utility has not seen it.
    """
    for own in (CaseSeen, SavedView):
        session.execute(delete(own).where(own.person_id == person_id))
    session.execute(
        update(MessageReading).where(MessageReading.person_id == person_id).values(name=NOBODY)
    )
    session.execute(
        update(DraftChange).where(DraftChange.by_id == person_id).values(by_name=NOBODY)
    )
    session.execute(
        update(Zone)
        .where(Zone.default_caseworker_id == person_id)
        .values(default_caseworker_id=None)
    )
    _forget_in_drafts(session, person_id)


def _forget_in_drafts(session: Session, person_id: str) -> None:
    draft = Case.submitted_at.is_(None)
    touched = select(DraftChange.case_id).where(DraftChange.by_id == person_id)
    named = update(Case).where(draft, Case.contact_id == person_id)
    session.execute(named.values(contact_name=NOBODY))
    edited = update(Case).where(draft, Case.id.in_(touched), Case.edited_by_id == person_id)
    session.execute(edited.values(edited_by_name=NOBODY))
