"""A firm registers itself and proves its administrator's phone and e-mail."""

from __future__ import annotations

from typing import Annotated

from fastapi import Response

from gateway.api.bodies import PathId, from_body
from gateway.api.router import resource
from gateway.session import Public
from services.identity.contract.operations.registration import (
    GetRegistration,
    ProveEmail,
    ProveMobile,
    RegisterFirm,
    ResendRegistrationCode,
)
from services.identity.contract.types.registration import RegistrationReceipt

router = resource("registrations", 409, 413)

_register = from_body(
    RegisterFirm, fill={"utility": lambda c: c.utility, "caller": lambda c: c.origin}
)


@router.post("/registrations", status_code=201, summary="Register a firm")
async def register_firm(
    caller: Public, request: Annotated[RegisterFirm, _register]
) -> RegistrationReceipt:
    return await caller.call(request)


@router.get("/registrations/{registration_id}", summary="How far a registration has come")
async def get_registration(caller: Public, registration_id: PathId) -> RegistrationReceipt:
    return await caller.call(GetRegistration(registration_id=registration_id))


@router.post("/registrations/{registration_id}/mobile", summary="Prove the mobile number")
async def prove_mobile(
    caller: Public, request: Annotated[ProveMobile, from_body(ProveMobile, "registration_id")]
) -> RegistrationReceipt:
    return await caller.call(request)


@router.post("/registrations/{registration_id}/email", summary="Prove the e-mail address")
async def prove_email(
    caller: Public, request: Annotated[ProveEmail, from_body(ProveEmail, "registration_id")]
) -> RegistrationReceipt:
    return await caller.call(request)


@router.post("/registrations/{registration_id}/resend", status_code=202, summary="A new SMS code")
async def resend_registration_code(caller: Public, registration_id: PathId) -> Response:
    await caller.call(ResendRegistrationCode(registration_id=registration_id, caller=caller.origin))
    return Response(status_code=202)
