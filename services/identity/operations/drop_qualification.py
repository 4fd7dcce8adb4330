"""A firm's administrator takes a qualification back."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.chassis.messages import Nothing
from services.identity.contract.operations.qualifications import DropQualification
from services.identity.steps.firm_profile import own_firm
from services.identity.store import qualifications


def drop_qualification(request: DropQualification, work: Work) -> Nothing:
    """It counts no more; cases that were sent in keep what held then.

    Raises FirmNotFound, NotForYou, QualificationNotFound.
    """
    _, known = own_firm(work, administrator=True)
    row, _ = qualifications.locked(
        work.session, request.qualification_id, known.utility, known.firm_id
    )
    work.session.delete(row)
    return Nothing()
