"""Who is calling: cookies, CSRF, the cached session check, and the caller handlers work with."""

from gateway.session.access import (
    Access,
    AccessRoute,
    AnyOrigin,
    Contractor,
    Public,
    SignedIn,
    contractor,
    operator,
    public,
    signed_in,
)
from gateway.session.caller import Caller

__all__ = [
    "Access",
    "AccessRoute",
    "AnyOrigin",
    "Caller",
    "Contractor",
    "Public",
    "SignedIn",
    "contractor",
    "operator",
    "public",
    "signed_in",
]
