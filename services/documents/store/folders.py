"""Firms' own folders, each kept like a case of the firm's that the utility's registrar may read."""

from __future__ import annotations

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from services.chassis.messages import Actor
from services.documents.contract.folders import firm_folder
from services.documents.model import CaseAccess
from services.documents.store import cases
from services.documents.store.access import FOLDER


def own(session: Session, actor: Actor) -> CaseAccess:
    """The folder of the firm acted for, made when it is new; locked."""
    return of(session, actor.firm_id, actor.utility)


def of(session: Session, firm_id: str, utility: str) -> CaseAccess:
    """The folder of a firm at a utility, made when it is new; locked."""
    case_id = firm_folder(firm_id, utility)
    session.execute(
        insert(CaseAccess)
        .values(
            case_id=case_id,
            utility=utility,
            firm_id=firm_id,
            parties={},
            formers=[],
            revision=0,
            number=FOLDER,
            status="draft",
            ball="firm",
            received=False,
            journal_length=0,
        )
        .on_conflict_do_nothing()
    )
    return cases.locked(session, case_id)


def hand_over(session: Session, gone: str, into: str, utility: str) -> None:
    """The folder of a firm that was merged is read by the other from now on."""
    session.execute(
        update(CaseAccess)
        .where(
            CaseAccess.firm_id == gone,
            CaseAccess.utility == utility,
            CaseAccess.number == FOLDER,
        )
        .values(firm_id=into)
    )
