"""A registrar finds that a proof does not hold."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.qualifications import RefuseQualification
from services.identity.contract.types.qualifications import QualificationView
from services.identity.steps.deciding_qualification import decide


def refuse_qualification(request: RefuseQualification, work: Work) -> QualificationView:
    """The firm is told why, and may state another.

    Raises NotForYou, QualificationNotFound, QualificationNotOpen.
    """
    return decide(work, request.qualification_id, "refused", request.reason)
