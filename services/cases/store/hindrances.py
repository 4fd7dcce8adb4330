"""What may stand in a firm's way on a case, asked of three tables in one statement."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import exists, select

from services.cases.model import Case, KnownFirm, UtilityRules
from services.cases.store import freezes, known
from services.chassis.db.work import Work


@dataclass(frozen=True)
class Hindrances:
    """Each asked for whether or not it matters for the move at hand."""

    firm_stopped: bool
    """The applicant is rejected or suspended at the utility."""
    opens_at: datetime | None
    """Go-live of the utility; None when it has always been open. What was sent in is past it."""
    freezing: bool
    """A freeze is on at the utility; whom it stops is another question."""


NONE = Hindrances(firm_stopped=False, opens_at=None, freezing=False)
"""The utility's own people meet none of them."""


def of(work: Work, case: Case) -> Hindrances:
    """As they stand now."""
    status = select(KnownFirm.status).filter_by(firm_id=case.firm_id, utility=case.utility)
    opening = select(UtilityRules.opens_at).filter_by(utility=case.utility)
    row = work.session.execute(
        select(
            status.scalar_subquery(),
            opening.scalar_subquery(),
            exists().where(*freezes.running(case.utility, work.now)),
        )
    ).one()
    return Hindrances(row[0] in known.STOPPED, row[1], row[2])
