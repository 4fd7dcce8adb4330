"""The cookies of a portal. `__Host-` binds each to one host: Secure, Path=/ and no Domain."""

from __future__ import annotations

from starlette.responses import Response

SESSION = "__Host-session"
ATTEMPT = "__Host-attempt"
CSRF = "__Host-csrf"
LANGUAGE = "language"
DEVICE = "__Host-device"
_DEVICE_SECONDS = 400 * 24 * 3600
"""As long as browsers keep a cookie."""
_ATTEMPT_SECONDS = 15 * 60


def open_session(response: Response, secret: str, csrf: str) -> None:
    """The login is complete: the session replaces the attempt."""
    response.set_cookie(SESSION, secret, secure=True, httponly=True, samesite="lax", path="/")
    response.set_cookie(CSRF, csrf, secure=True, httponly=False, samesite="lax", path="/")
    _remove(response, ATTEMPT)


def know_device(response: Response, known_as: str) -> None:
    """The browser's own name, so that a login from another is noticed; it opens nothing."""
    if known_as:
        response.set_cookie(
            DEVICE,
            known_as,
            max_age=_DEVICE_SECONDS,
            secure=True,
            httponly=True,
            samesite="lax",
            path="/",
        )


def begin_attempt(response: Response, attempt: str) -> None:
    """The password was right; the second factor is still to come."""
    response.set_cookie(
        ATTEMPT,
        attempt,
        max_age=_ATTEMPT_SECONDS,
        secure=True,
        httponly=True,
        samesite="lax",
        path="/",
    )


def end_session(response: Response) -> None:
    """Nothing of a session is left in the browser."""
    for name in (SESSION, CSRF, ATTEMPT):
        _remove(response, name)


def _remove(response: Response, name: str) -> None:
    response.delete_cookie(name, secure=True, httponly=name != CSRF, samesite="lax", path="/")
