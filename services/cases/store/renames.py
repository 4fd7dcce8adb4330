"""New names of people, carried into the cases that still run, with history.

What has ended keeps the names it ended with; letters and history always do.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from services.cases.domain.handover import ENDED
from services.cases.model import Case
from services.cases.store import moves
from services.chassis.db.work import Work
from services.identity.contract.events.people import PersonChanged


def contact(work: Work, person_id: str, name: str) -> None:
    """Who acts for a firm is called otherwise."""
    changed = _running(work.session, Case.contact_id == person_id, Case.contact_name != name)
    for case in changed:
        before, case.contact_name = case.contact_name, name
        moves.note(work, case, "rename_contact", {"from": before, "to": name})


def caseworker(work: Work, person_id: str, name: str) -> None:
    """Who handles cases is called otherwise."""
    changed = _running(work.session, Case.caseworker_id == person_id, Case.caseworker_name != name)
    for case in changed:
        before, case.caseworker_name = case.caseworker_name, name
        moves.note(work, case, "rename_caseworker", {"from": before or "", "to": name})


def left_behind(session: Session, told: PersonChanged) -> Iterable[Case]:
    """Running cases of somebody who does not handle cases there any more."""
    handles = told.active and "caseworker" in told.staff_roles
    for case in _running(session, Case.caseworker_id == told.person_id):
        if not handles or case.utility not in told.staff_of:
            yield case


def _running(session: Session, *conditions: ColumnElement[bool]) -> Sequence[Case]:
    query = select(Case).where(*conditions, Case.status.not_in(ENDED))
    return session.scalars(query.order_by(Case.id).with_for_update()).all()
