"""Where a registration stands."""

from __future__ import annotations

from services.chassis.norway import mask_phone
from services.identity.contract.types.registration import RegistrationReceipt
from services.identity.model import Registration
from services.identity.views.users import warnings_of


def receipt(
    registration: Registration, firm_status: str, *, mobile_shared: bool = False
) -> RegistrationReceipt:
    """Where a registration stands, and what its sender should look at once more."""
    return RegistrationReceipt.model_validate(
        {
            "registration_id": registration.registration_id,
            "mobile_proven": registration.mobile_proven_at is not None,
            "email_proven": registration.email_proven_at is not None,
            "hint": mask_phone(registration.mobile),
            "firm_status": firm_status,
            "warnings": warnings_of(registration.email, mobile_shared=mobile_shared),
        }
    )
