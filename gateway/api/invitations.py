"""The link of an invitation: what it offers, and the three ways to answer it."""

from __future__ import annotations

from typing import Annotated

from fastapi import Body, Path, Response

from gateway.api.router import WRITES, resource
from gateway.session import Caller, Public
from services.chassis.messages import FieldError, InvalidRequest, Message
from services.chassis.norway import Mobile
from services.identity.contract.operations.invitations import (
    AcceptInvitation,
    BeginJoining,
    ConfirmJoining,
    OpenInvitationLink,
    ResendJoiningCode,
)
from services.identity.contract.types.invitations import Joined, JoiningStep, OpenInvitation
from services.identity.contract.types.words import Language, Name, SecretText

router = resource("invitations", *WRITES)
Token = Annotated[str, Path(min_length=1, max_length=200)]


class InvitationAnswer(Message):
    """Empty to accept with the account one is logged in with; somebody new sends name, mobile and
    password, and then the code.
    """

    name: Name | None = None
    mobile: Mobile | None = None
    password: Annotated[str, Body(max_length=128)] | None = None
    language: Language = "nb"
    code: SecretText | None = None


@router.get("/invitations/{token}", summary="What an invitation offers")
async def open_invitation(caller: Public, token: Token) -> OpenInvitation:
    return await caller.call(OpenInvitationLink(token=token, caller=caller.origin))


@router.post("/invitations/{token}", summary="Answer an invitation")
async def answer_invitation(
    caller: Public, token: Token, answer: InvitationAnswer | None = None
) -> Joined | JoiningStep:
    given = answer or InvitationAnswer()
    if given.code is not None:
        return await caller.call(ConfirmJoining(token=token, code=given.code))
    if caller.session and given.name is None:
        return await caller.call(AcceptInvitation(token=token))
    return await caller.call(_newcomer(caller, token, given))


@router.post("/invitations/{token}/resend", status_code=202, summary="A new SMS code")
async def resend_joining_code(caller: Public, token: Token) -> Response:
    await caller.call(ResendJoiningCode(token=token, caller=caller.origin))
    return Response(status_code=202)


def _newcomer(caller: Caller, token: str, given: InvitationAnswer) -> BeginJoining:
    """Refuses InvalidRequest, naming what is missing."""
    missing = [name for name in ("name", "mobile", "password") if getattr(given, name) is None]
    if given.name is None or given.mobile is None or given.password is None:
        raise InvalidRequest(errors=[FieldError(field=name, code="missing") for name in missing])
    return BeginJoining(
        token=token,
        name=given.name,
        mobile=given.mobile,
        password=given.password,
        language=given.language,
        caller=caller.origin,
    )
