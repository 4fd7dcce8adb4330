"""The link of an invitation: accept logged in, or become somebody new."""

from __future__ import annotations

from typing import Any

from fastapi import Request, Response

from gateway.portals.shared.forms import FAILURES, built, keyed, posted, problem_for
from gateway.portals.shared.page import page
from gateway.portals.shared.routes import shared_pages
from gateway.problem import Problem
from gateway.session import Caller, Public
from gateway.state import gateway_of
from services.identity.contract.operations.invitations import (
    AcceptInvitation,
    BeginJoining,
    ConfirmJoining,
    OpenInvitationLink,
    ResendJoiningCode,
)
from services.identity.contract.types.invitations import Joined, JoiningStep
from services.identity.contract.types.users import AccountWarning

router = shared_pages()


@router.get("/invitasjon/{token}")
async def show_invitation(request: Request, caller: Public, token: str) -> Response:
    """What is offered, and how to take it."""
    return await _invitation(request, caller, token)


@router.post("/invitasjon/{token}")
async def answer(request: Request, caller: Public, token: str) -> Response:
    """With the account one is logged in with, or as somebody new."""
    form = await posted(request)
    caller = keyed(caller, form)
    try:
        if form.text("go") == "accept":
            joined = await caller.call(built(AcceptInvitation, {"token": token}))
            gateway_of(request).sessions.forget(caller.secret, caller.portal)
            return await _joined(request, caller, joined)
        values = {
            "token": token,
            "name": form.text("name"),
            "mobile": form.text("mobile"),
            "password": form.data.get("password", ""),
            "language": form.text("language", caller.language),
            "caller": caller.origin,
        }
        step: JoiningStep = await caller.call(built(BeginJoining, values))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await _invitation(request, caller, token, problem=problem, typed=form.typed())
    return await _code(request, caller, token, step.hint, warnings=step.warnings)


@router.get("/invitasjon/{token}/kode")
async def show_code(request: Request, caller: Public, token: str) -> Response:
    """Where the code goes, after a reload."""
    hint = (await caller.call(OpenInvitationLink(token=token, caller=caller.origin))).hint
    return await _code(request, caller, token, hint)


@router.post("/invitasjon/{token}/kode")
async def prove(request: Request, caller: Public, token: str) -> Response:
    """The code from the SMS makes the account, or a new one is sent."""
    form = await posted(request)
    try:
        if form.text("go") == "resend":
            asked = ResendJoiningCode(token=token, caller=caller.origin)
            await keyed(caller, form).call(asked)
            return await _code(request, caller, token, form.text("hint"), sent_again=True)
        code = "".join(form.text("code").split())
        joined = await keyed(caller, form).call(
            built(ConfirmJoining, {"token": token, "code": code})
        )
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await _code(request, caller, token, form.text("hint"), problem=problem)
    return await _joined(request, caller, joined)


async def _invitation(
    request: Request,
    caller: Caller,
    token: str,
    *,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:
    offered = await caller.call(OpenInvitationLink(token=token, caller=caller.origin))
    return await page(
        request,
        caller,
        "shared/invitation.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed,
        offered=offered,
        token=token,
    )


async def _code(
    request: Request,
    caller: Caller,
    token: str,
    hint: str,
    *,
    problem: Problem | None = None,
    warnings: list[AccountWarning] | None = None,
    sent_again: bool = False,
) -> Response:
    return await page(
        request,
        caller,
        "shared/invitation_code.html",
        status=problem.status if problem else 200,
        problem=problem,
        token=token,
        hint=hint,
        warnings=warnings or [],
        sent_again=sent_again,
    )


async def _joined(request: Request, caller: Caller, joined: Joined) -> Response:
    return await page(request, caller, "shared/invitation_joined.html", joined=joined)
