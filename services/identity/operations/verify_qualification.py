"""A registrar has looked at a proof."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.qualifications import VerifyQualification
from services.identity.contract.types.qualifications import QualificationView
from services.identity.steps.deciding_qualification import decide


def verify_qualification(request: VerifyQualification, work: Work) -> QualificationView:
    """It counts from now on, and the firm is told.

    Raises NotForYou, QualificationNotFound, QualificationNotOpen.
    """
    return decide(work, request.qualification_id, "verified")
