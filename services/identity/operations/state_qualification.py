"""A firm's administrator states what it can prove."""

from __future__ import annotations

from services.chassis import clock, ids
from services.chassis.db.work import Work
from services.identity.catalogue.trades import qualification_type
from services.identity.contract.events.qualifications import QualificationStated
from services.identity.contract.operations.qualifications import StateQualification
from services.identity.contract.types.qualifications import QualificationView
from services.identity.domain.qualifications import ensure_sensible
from services.identity.model import Qualification
from services.identity.steps.firm_profile import own_firm
from services.identity.steps.tell_qualification import facts_of
from services.identity.views.qualifications import qualification_view


def state_qualification(request: StateQualification, work: Work) -> QualificationView:
    """It waits for a registrar of the utility, and counts for nothing until then.

    Raises FirmNotFound, NotForYou, and InvalidRequest for a type, holder or date that cannot be.
    """
    _, known = own_firm(work, administrator=True)
    kind, today = qualification_type(request.type), clock.today()
    ensure_sensible(kind, request.holder, request.issued_on, request.expires_on, today)
    row = Qualification(
        qualification_id=ids.new_id(),
        firm_id=known.firm_id,
        utility=known.utility,
        state="waiting",
        reason="",
        stated_at=work.now,
        **request.model_dump(),
    )
    work.session.add(row)
    work.emit(QualificationStated.model_validate(facts_of(row, known)), utility=known.utility)
    return qualification_view(row, known, today)
