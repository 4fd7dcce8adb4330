"""Who is let through a freeze."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import ColumnElement, and_, or_, select
from sqlalchemy.orm import Session

from services.cases.contract.errors import CaseNotFound
from services.cases.contract.freeze_errors import ExemptionNotFound
from services.cases.contract.operations.exemptions import GrantExemption
from services.cases.contract.types.exemptions import ExemptionView
from services.cases.contract.types.parties import CaseLink, FirmRef, PersonRef
from services.cases.model import Case, FreezeExemption, FreezeWindow
from services.cases.store import case_parties
from services.cases.store.access import visible
from services.chassis.db.work import Work
from services.chassis.ids import new_id
from services.chassis.messages import FieldError, InvalidRequest


def grant(
    work: Work, window: FreezeWindow, asked: GrantExemption, ends_at: datetime
) -> FreezeExemption:
    """Let them through. Raises InvalidRequest, FirmCannotTakePart, CaseNotFound."""
    firm, case = _for_whom(work, asked)
    exemption = FreezeExemption(
        id=new_id(),
        freeze_id=window.id,
        utility=window.utility,
        firm_id=firm.firm_id,
        firm_name=firm.name,
        firm_orgnr=firm.orgnr,
        case_id=case.id if case else None,
        case_number=case.number if case else None,
        reason=asked.reason,
        ends_at=ends_at,
        granted_by_id=work.actor.user_id,
        granted_by_name=work.actor.name,
        granted_at=work.now,
    )
    work.session.add(exemption)
    work.session.flush()
    return exemption


def _for_whom(work: Work, asked: GrantExemption) -> tuple[FirmRef, Case | None]:
    named = [each for each in (asked.orgnr, asked.case_id, asked.number) if each]
    if len(named) != 1:
        raise InvalidRequest(errors=[FieldError(field="orgnr", code="one_of_firm_and_case")])
    if asked.orgnr:
        firm = case_parties.approved_firm(work.session, work.actor.utility, asked.orgnr)
        return FirmRef(firm_id=firm.firm_id, name=firm.name, orgnr=firm.orgnr), None
    which = Case.id == asked.case_id if asked.case_id else Case.number == asked.number
    case = work.session.scalar(select(Case).where(which, visible(work.actor)))
    if case is None:
        raise CaseNotFound
    return FirmRef(firm_id=case.firm_id, name=case.firm_name, orgnr=case.firm_orgnr), case


def holding(at: datetime) -> ColumnElement[bool]:
    """Those that hold at the instant."""
    return and_(FreezeExemption.revoked_at.is_(None), FreezeExemption.ends_at > at)


def for_case(session: Session, case: Case, firm_id: str, at: datetime) -> list[FreezeExemption]:
    """Those that let a case through, or everything of its firm or of the firm that acts on it."""
    return list(
        session.scalars(
            select(FreezeExemption)
            .where(letting_through(case, firm_id, at))
            .order_by(FreezeExemption.granted_at)
        )
    )


def letting_through(case: Case, firm_id: str, at: datetime) -> ColumnElement[bool]:
    """An exemption of a case goes with the case, whichever firm has it; none outlives its freeze
    when that is cancelled."""
    cancelled = select(FreezeWindow.id).where(
        FreezeWindow.id == FreezeExemption.freeze_id, FreezeWindow.cancelled_at.is_not(None)
    )
    whole_firm = and_(
        FreezeExemption.case_id.is_(None), FreezeExemption.firm_id.in_({case.firm_id, firm_id})
    )
    return and_(
        FreezeExemption.utility == case.utility,
        or_(FreezeExemption.case_id == case.id, whole_firm),
        holding(at),
        ~cancelled.exists(),
    )


def of_freezes(session: Session, freeze_ids: Collection[str]) -> list[FreezeExemption]:
    """All that were granted and not revoked, oldest first."""
    return list(
        session.scalars(
            select(FreezeExemption)
            .where(FreezeExemption.freeze_id.in_(freeze_ids), FreezeExemption.revoked_at.is_(None))
            .order_by(FreezeExemption.granted_at)
        )
    )


def locked(work: Work, exemption_id: str) -> FreezeExemption:
    """One that holds. Raises ExemptionNotFound."""
    found = work.session.scalar(
        select(FreezeExemption)
        .where(
            FreezeExemption.id == exemption_id,
            FreezeExemption.utility == work.actor.utility,
            holding(work.now),
        )
        .with_for_update()
    )
    if found is None:
        raise ExemptionNotFound
    return found


def firm_of(exemption: FreezeExemption) -> FirmRef:
    """The firm as it was."""
    return FirmRef(firm_id=exemption.firm_id, name=exemption.firm_name, orgnr=exemption.firm_orgnr)


def case_of(exemption: FreezeExemption) -> CaseLink | None:
    """The case, when it is about one."""
    if exemption.case_id is None:
        return None
    return CaseLink(case_id=exemption.case_id, number=exemption.case_number)


def view(exemption: FreezeExemption) -> ExemptionView:
    """As shown to staff and to the firm."""
    return ExemptionView(
        exemption_id=exemption.id,
        freeze_id=exemption.freeze_id,
        firm=firm_of(exemption),
        case=case_of(exemption),
        reason=exemption.reason,
        ends_at=exemption.ends_at,
        granted_by=PersonRef(person_id=exemption.granted_by_id, name=exemption.granted_by_name),
        granted_at=exemption.granted_at,
    )
