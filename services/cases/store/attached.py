"""What hangs on a case, asked in one statement: most cases have next to nothing."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import exists, select

from services.cases.model import Case, CaseMessage, CaseParty, FreezeExemption, Letter
from services.cases.store import case_parties, exemptions
from services.chassis.db.work import Work


@dataclass(frozen=True)
class Attached:
    """True where there is something to fetch; fetching it decides what the reader may see."""

    letters: bool
    parties: bool
    messages: bool
    exemptions: bool


def to(work: Work, case: Case) -> Attached:
    """Other tables' rows of the case."""
    exempted = exemptions.letting_through(case, work.actor.firm_id or case.firm_id, work.now)
    row = work.session.execute(
        select(
            exists().where(Letter.case_id == case.id),
            exists().where(CaseParty.case_id == case.id, CaseParty.state.in_(case_parties.LIVING)),
            exists().where(CaseMessage.case_id == case.id),
            exists(FreezeExemption.id).where(exempted),
        )
    ).one()
    return Attached(*row)
