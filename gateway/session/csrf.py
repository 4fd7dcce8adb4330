"""Proof that an unsafe request comes from the portal's own page.

The token is derived from the session's secret, so one session's token is worth nothing in another;
it stands in a cookie that only our own scripts and API clients can read, and comes back in a header
or a form field. The origin a browser states is checked as well, which covers forms before login.
"""

from __future__ import annotations

import hashlib
import hmac

from starlette.requests import Request

from gateway.refusals import CsrfFailed

HEADER = "x-csrf-token"
FIELD = "csrf"
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_FORMS = ("application/x-www-form-urlencoded", "multipart/form-data")


def csrf_token(session_secret: str) -> str:
    """The token of a session: 256 bits that say nothing of the secret."""
    return hmac.new(session_secret.encode(), b"csrf", hashlib.sha256).hexdigest()


def ensure_own_origin(request: Request, own: str) -> None:
    """Refuse what a browser sends from another site. Other clients state no origin and pass."""
    origin = request.headers.get("origin")
    site = request.headers.get("sec-fetch-site")
    if (origin is not None and origin.lower() != own.lower()) or site == "cross-site":
        raise CsrfFailed


async def ensure_csrf(request: Request, session_secret: str) -> None:
    """Refuse an unsafe request with a cookie session that lacks the session's token."""
    given = request.headers.get(HEADER) or await _from_form(request)
    if not hmac.compare_digest(given.encode(), csrf_token(session_secret).encode()):
        raise CsrfFailed


async def _from_form(request: Request) -> str:
    if not request.headers.get("content-type", "").startswith(_FORMS):
        return ""
    value = (await request.form()).get(FIELD)
    return value if isinstance(value, str) else ""
