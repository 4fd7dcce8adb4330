"""What a firm's own software may reach: one table over the routes, and nothing outside it.

A route that does not stand here is closed to keys, so a new one is closed until somebody decides.
What strangers may do, a key may do as well.
"""

from __future__ import annotations

from fastapi import Request

from gateway.refusals import ScopeMissing
from services.identity.contract.types.api_keys import ApiScope

ROUTES: dict[ApiScope, tuple[str, ...]] = {
    "firm:read": (
        "GET /api/v1/firm",
        "GET /api/v1/firm/letters",
        "GET /api/v1/firm/qualifications",
        "GET /api/v1/firm/utilities",
    ),
    "cases:read": (
        "GET /api/v1/cases",
        "GET /api/v1/cases.csv",
        "GET /api/v1/overview",
        "GET /api/v1/cases/{case_id}",
        "GET /api/v1/cases/{case_id}/check",
        "GET /api/v1/cases/{case_id}/messages",
        "GET /api/v1/cases/{case_id}/submissions",
        "GET /api/v1/cases/{case_id}/timeline",
        "GET /api/v1/case-invitations",
        "GET /api/v1/former-cases",
        "GET /api/v1/events",
    ),
    "cases:write": (
        "POST /api/v1/cases",
        "PATCH /api/v1/cases/{case_id}/form",
        "POST /api/v1/cases/{case_id}/form/renew",
        "POST /api/v1/case-invitations/{party_id}/{answer}",
        "POST /api/v1/cases/{case_id}/contact",
        "POST /api/v1/cases/{case_id}/parties",
        "POST /api/v1/parties/{party_id}/end",
        "POST /api/v1/cases/{case_id}/messages",
        "POST /api/v1/cases/{case_id}/messages/read",
        "POST /api/v1/cases/{case_id}/actions/appeal",
        "POST /api/v1/cases/{case_id}/actions/report_start",
        "POST /api/v1/cases/{case_id}/actions/submit",
        "POST /api/v1/cases/{case_id}/actions/supplement",
        "POST /api/v1/cases/{case_id}/actions/withdraw",
        "POST /api/v1/cases/{case_id}/actions/withdraw_appeal",
    ),
    "documents:read": (
        "GET /api/v1/cases/{case_id}/documents",
        "GET /api/v1/documents/{document_id}",
        "GET /api/v1/documents/{document_id}/content",
    ),
    "documents:write": (
        "POST /api/v1/cases/{case_id}/uploads",
        "GET /api/v1/uploads/{upload_id}",
        "POST /api/v1/uploads/{upload_id}/complete",
    ),
}
SCOPE_OF: dict[str, ApiScope] = {
    route: scope for scope, routes in ROUTES.items() for route in routes
}


def ensure_scope(request: Request, held: frozenset[ApiScope]) -> None:
    """Refuses ScopeMissing when the route is closed to keys, or asks for a scope not held."""
    path = getattr(request.scope.get("route"), "path", "")
    needed = SCOPE_OF.get(f"{request.method} {path}")
    if needed is None:
        raise ScopeMissing(needs="")
    if needed not in held:
        raise ScopeMissing(needs=needed)
