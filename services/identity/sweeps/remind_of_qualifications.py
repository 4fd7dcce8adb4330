"""Firms are told two months and two weeks before what they have proven runs out."""

from __future__ import annotations

from services.chassis import clock
from services.chassis.db.work import Work
from services.identity.contract.events.qualifications import QualificationEnding
from services.identity.domain.qualifications import reminder_due
from services.identity.steps.tell_qualification import facts_of
from services.identity.store import qualifications


def remind_of_qualifications(work: Work) -> int:
    """Each reminder once; how many were told."""
    today, told = clock.today(), 0
    for row, firm in qualifications.locked_ending(work.session, today):
        due = reminder_due(row.expires_on, row.reminded, today) if row.expires_on else None
        if due is None or row.expires_on is None:
            continue
        row.reminded = due
        said = {
            **facts_of(row, firm),
            "days": (row.expires_on - today).days,
            "expires_on": row.expires_on,
        }
        work.emit(QualificationEnding.model_validate(said), utility=row.utility)
        told += 1
    return told
