"""A zone takes an exemption back."""

from __future__ import annotations

from services.cases.contract.events.exemptions import ExemptionRevoked
from services.cases.contract.operations.exemptions import RevokeExemption
from services.cases.store import access, exemptions
from services.chassis.db.work import Work
from services.chassis.messages import Nothing


def revoke_exemption(request: RevokeExemption, work: Work) -> Nothing:
    """From this transaction on the freeze stops them again.

    Raises RoleMissing, ExemptionNotFound.
    """
    access.ensure(work.actor, *access.EXEMPTERS)
    exemption = exemptions.locked(work, request.exemption_id)
    exemption.revoked_at = work.now
    work.emit(
        ExemptionRevoked(
            exemption_id=exemption.id,
            freeze_id=exemption.freeze_id,
            firm_id=exemption.firm_id,
        )
    )
    return Nothing()
