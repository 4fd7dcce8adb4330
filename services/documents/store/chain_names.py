"""What the chains of documents' trail are about, as people call it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session

from services.chassis.db.tables import Audit
from services.chassis.db.trail import ids_of
from services.documents.model import CaseAccess


def of_sent_cases() -> ColumnElement[bool]:
    """Entries the utility may read: a draft's files are its firm's alone, in the trail as well."""
    case_id = func.split_part(Audit.chain, ":", 2)
    sent = exists().where(CaseAccess.case_id == case_id, CaseAccess.number.is_not(None))
    return or_(~Audit.chain.startswith("case:") & ~Audit.chain.startswith("reads:"), sent)


def names(session: Session, utility: str, chains: Sequence[str]) -> Mapping[str, str]:
    """The case's number, for what happened to its files and for who read them."""
    ids = ids_of(chains, "case", "reads")
    known = select(CaseAccess.case_id, CaseAccess.number).where(
        CaseAccess.case_id.in_(ids.values()), CaseAccess.utility == utility
    )
    numbers = {case_id: number or "" for case_id, number in session.execute(known)}
    return {chain: numbers[id] for chain, id in ids.items() if id in numbers}
