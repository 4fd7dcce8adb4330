"""Somebody's name, or where they are staff, changed."""

from __future__ import annotations

from services.cases import events
from services.cases.contract.events.life import CaseAssigned
from services.cases.store import known, moves, renames
from services.chassis.db.work import Work
from services.identity.contract.events.people import PersonChanged


def on_person_changed(event: PersonChanged, work: Work) -> None:
    """Names of colleagues to give cases to; running cases bear the new name.

    A caseworker who has left is taken off running cases, so that somebody else takes them.
    """
    news = known.hear_person(
        work.session,
        event.person_id,
        event.revision,
        {
            "name": event.name,
            "staff_of": event.staff_of,
            "staff_roles": event.staff_roles,
            "active": event.active,
        },
    )
    if not news:
        return
    renames.contact(work, event.person_id, event.name)
    renames.caseworker(work, event.person_id, event.name)
    for case in renames.left_behind(work.session, event):
        case.caseworker_id = case.caseworker_name = None
        moves.note(work, case, "unassign", {"caseworker": event.name})
        work.emit(events.of_case(CaseAssigned, case), utility=case.utility)
