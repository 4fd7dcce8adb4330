"""Passwords: changed by one who knows it, set anew by one who can read the mail."""

from __future__ import annotations

from typing import Annotated

from fastapi import Response

from gateway.api.bodies import from_body
from gateway.api.router import WRITES, resource
from gateway.session import Public, SignedIn
from services.identity.contract.operations.passwords import (
    AskPasswordReset,
    ChangePassword,
    ResetPassword,
)

router = resource("passwords", *WRITES)
_ask = from_body(
    AskPasswordReset,
    fill={
        "portal": lambda c: c.portal,
        "utility": lambda c: c.default_utility,
        "caller": lambda c: c.origin,
    },
)


@router.post("/me/password", status_code=204, summary="Change one's password")
async def change_password(
    caller: SignedIn, request: Annotated[ChangePassword, from_body(ChangePassword)]
) -> Response:
    await caller.call(request)
    return Response(status_code=204)


@router.post("/password-resets", status_code=202, summary="Ask for a link; answered alike always")
async def ask_password_reset(
    caller: Public, request: Annotated[AskPasswordReset, _ask]
) -> Response:
    await caller.call(request)
    return Response(status_code=202)


@router.post("/password-resets/{token}", status_code=204, summary="Set a password by the link")
async def reset_password(
    caller: Public, request: Annotated[ResetPassword, from_body(ResetPassword, "token")]
) -> Response:
    await caller.call(request)
    return Response(status_code=204)
