"""Proving oneself again inside a session, before something sensitive."""

from __future__ import annotations

from fastapi import Request, Response

from gateway.api.router import WRITES, resource
from gateway.api.sessions import SignedInPerson, signed_in_person
from gateway.session import SignedIn
from gateway.state import gateway_of
from services.chassis.messages import Message
from services.identity.contract.operations.step_up import AskStepUpPasskey, SendStepUpCode, StepUp
from services.identity.contract.types.factors import FactorAnswer, PasskeyOptions
from services.identity.contract.types.words import FactorMethod

router = resource("step-up", *WRITES)


class Proof(Message):
    """Any factor that is set up; for a passkey `code` is the browser's answer as JSON."""

    method: FactorMethod
    code: FactorAnswer


@router.post("/sessions/current/step-up/code", status_code=202, summary="An SMS code to step up")
async def send_step_up_code(caller: SignedIn) -> Response:
    await caller.call(SendStepUpCode(caller=caller.origin))
    return Response(status_code=202)


@router.post("/sessions/current/step-up/options", summary="A challenge for one's passkeys")
async def ask_step_up_passkey(caller: SignedIn) -> PasskeyOptions:
    return await caller.call(AskStepUpPasskey())


@router.post(
    "/sessions/current/step-up",
    response_model_exclude_none=True,
    summary="A factor again; the session gets a fresh secret",
)
async def step_up(
    http: Request, response: Response, caller: SignedIn, proof: Proof
) -> SignedInPerson:
    opened = await caller.call(StepUp(method=proof.method, code=proof.code))
    gateway_of(http).sessions.forget(caller.secret, caller.portal)
    return signed_in_person(response, opened, token=not caller.by_cookie)
