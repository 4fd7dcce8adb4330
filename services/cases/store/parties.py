"""Cases of a firm when the firm changes."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import select

from services.cases.contract.types.parties import FirmRef
from services.cases.domain import lifecycle
from services.cases.model import Case
from services.cases.store import moves
from services.chassis.db.work import Work


def of_firm(work: Work, firm_id: str) -> Sequence[Case]:
    """Every case of the firm at the utility, locked in a steady order."""
    return work.session.scalars(
        select(Case)
        .where(Case.utility == work.actor.utility, Case.firm_id == firm_id)
        .order_by(Case.id)
        .with_for_update()
        .execution_options(populate_existing=True)
    ).all()


def is_running(case: Case) -> bool:
    """Somebody still has a move to make."""
    return lifecycle.ball(case.lifecycle, case.status) != "nobody"


def take_over(work: Work, case: Case, firm: FirmRef, action: str) -> None:
    """The firm has the case from now on; its history says whose it was.

    A case that has ended keeps the name it ended under: only who may read it changes.
    """
    before = {"firm_id": case.firm_id, "name": case.firm_name, "orgnr": case.firm_orgnr}
    running = is_running(case)
    case.firm_id = firm.firm_id
    if running:
        case.firm_name, case.firm_orgnr = firm.name, firm.orgnr
    moves.note(work, case, action, {"from": before, "to": firm.model_dump()})
