"""What the utility's own login is called, for the button on the operator portal's login page."""

from __future__ import annotations

from gateway.portals.shared.hoping import hoped
from gateway.session import Caller
from services.identity.contract.operations.login_provider import GetStaffLogin


async def provider_name(caller: Caller) -> str:
    """Empty on the contractor portal, where there is none, and while identity is away."""
    if caller.portal != "operator":
        return ""
    found = await hoped(caller.call(GetStaffLogin(utility=caller.default_utility)))
    return found.provider if found else ""
