"""Where a registration stands."""

from __future__ import annotations

from services.chassis.norway import mask_phone
from services.identity.contract.types.registration import RegistrationReceipt
from services.identity.model import Registration


def receipt(registration: Registration, firm_status: str) -> RegistrationReceipt:
    """Where a registration stands."""
    return RegistrationReceipt.model_validate(
        {
            "registration_id": registration.registration_id,
            "mobile_proven": registration.mobile_proven_at is not None,
            "email_proven": registration.email_proven_at is not None,
            "hint": mask_phone(registration.mobile),
            "firm_status": firm_status,
        }
    )
