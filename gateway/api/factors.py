"""The factors one has: app, passkeys, recovery codes, mobile. Changes want a fresh step-up."""

from __future__ import annotations

from typing import Annotated

from fastapi import Response

from gateway.api.bodies import PathId, from_body
from gateway.api.router import WRITES, resource
from gateway.session import SignedIn
from services.identity.contract.operations.factors import (
    AddPasskey,
    BeginPasskey,
    BeginTotp,
    ConfirmTotp,
    GetFactors,
    ListPasskeys,
    MakeRecoveryCodes,
    RemovePasskey,
    RemoveTotp,
    RenamePasskey,
)
from services.identity.contract.operations.mobile import BeginMobileChange, ConfirmMobileChange
from services.identity.contract.types.factors import (
    FactorsView,
    NewRecoveryCodes,
    NewTotp,
    PasskeyOptions,
    PasskeyRow,
    PasskeyRows,
)

router = resource("factors", *WRITES)
_new_mobile = from_body(BeginMobileChange, fill={"caller": lambda c: c.origin})


@router.get("/me/factors", summary="How one gets in, and how fresh the last proof is")
async def get_factors(caller: SignedIn) -> FactorsView:
    return await caller.call(GetFactors())


@router.post("/me/totp", status_code=201, summary="A key for an authenticator app")
async def begin_totp(caller: SignedIn) -> NewTotp:
    return await caller.call(BeginTotp())


@router.post("/me/totp/confirm", status_code=204, summary="The app's first code")
async def confirm_totp(
    caller: SignedIn, request: Annotated[ConfirmTotp, from_body(ConfirmTotp)]
) -> Response:
    await caller.call(request)
    return Response(status_code=204)


@router.delete("/me/totp", status_code=204, summary="Use the app no more")
async def remove_totp(caller: SignedIn) -> Response:
    await caller.call(RemoveTotp())
    return Response(status_code=204)


@router.get("/me/passkeys", summary="One's passkeys at both portals")
async def list_passkeys(caller: SignedIn) -> PasskeyRows:
    return await caller.call(ListPasskeys())


@router.post("/me/passkeys/options", summary="A challenge for a new passkey at this portal")
async def begin_passkey(caller: SignedIn) -> PasskeyOptions:
    return await caller.call(BeginPasskey())


@router.post("/me/passkeys", status_code=201, summary="Register the passkey that was made")
async def add_passkey(
    caller: SignedIn, request: Annotated[AddPasskey, from_body(AddPasskey)]
) -> PasskeyRow:
    return await caller.call(request)


@router.patch("/me/passkeys/{passkey_id}", summary="Call a passkey something else")
async def rename_passkey(
    caller: SignedIn, request: Annotated[RenamePasskey, from_body(RenamePasskey, "passkey_id")]
) -> PasskeyRow:
    return await caller.call(request)


@router.delete("/me/passkeys/{passkey_id}", status_code=204, summary="Remove a passkey")
async def remove_passkey(caller: SignedIn, passkey_id: PathId) -> Response:
    await caller.call(RemovePasskey(passkey_id=passkey_id))
    return Response(status_code=204)


@router.post("/me/recovery-codes", status_code=201, summary="Ten new codes, told this once")
async def make_recovery_codes(caller: SignedIn) -> NewRecoveryCodes:
    return await caller.call(MakeRecoveryCodes())


@router.post("/me/mobile", status_code=202, summary="Send a code to a new number")
async def begin_mobile_change(
    caller: SignedIn, request: Annotated[BeginMobileChange, _new_mobile]
) -> Response:
    await caller.call(request)
    return Response(status_code=202)


@router.post("/me/mobile/confirm", status_code=204, summary="The code makes it the number")
async def confirm_mobile_change(
    caller: SignedIn, request: Annotated[ConfirmMobileChange, from_body(ConfirmMobileChange)]
) -> Response:
    await caller.call(request)
    return Response(status_code=204)
