"""What the chains of cases' trail are about, as people call it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import ColumnElement, exists, func, or_, select
from sqlalchemy.orm import Session

from services.cases.model import Case, FreezeExemption
from services.chassis.db.tables import Audit
from services.chassis.db.trail import ids_of


def of_sent_cases() -> ColumnElement[bool]:
    """Entries the utility may read: a draft is its firm's alone, in the trail as well."""
    sent = exists().where(Case.id == func.substr(Audit.chain, 6), Case.submitted_at.is_not(None))
    return or_(~Audit.chain.startswith("case:"), sent)


def names(session: Session, utility: str, chains: Sequence[str]) -> Mapping[str, str]:
    """A case by its number, an exemption by the firm it is for."""
    cases = ids_of(chains, "case")
    exemptions = ids_of(chains, "exemption")
    numbered = select(Case.id, Case.number).where(
        Case.id.in_(cases.values()), Case.utility == utility
    )
    granted = select(FreezeExemption.id, FreezeExemption.firm_name).where(
        FreezeExemption.id.in_(exemptions.values()), FreezeExemption.utility == utility
    )
    known = {id: number or "" for id, number in session.execute(numbered)}
    known.update(dict(session.execute(granted).all()))
    return {chain: known[id] for chain, id in (cases | exemptions).items() if id in known}
