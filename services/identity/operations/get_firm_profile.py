"""Somebody looks at the profile of their own firm."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.firm_profile import GetFirmProfile
from services.identity.contract.types.firm_profile import FirmProfile
from services.identity.steps.firm_profile import own_firm, profile_of


def get_firm_profile(request: GetFirmProfile, work: Work) -> FirmProfile:
    """With the addresses under way and those mail does not reach. Raises FirmNotFound."""
    del request
    return profile_of(work, own_firm(work))
