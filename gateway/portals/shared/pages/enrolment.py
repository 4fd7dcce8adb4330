"""Registering a mobile at login, for one who was known before two factors were asked of all."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response

from gateway.api.sessions import attempt_of
from gateway.portals.shared.forms import FAILURES, Posted, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.pages.login import opened_to, under_way
from gateway.portals.shared.routes import shared_pages
from gateway.session import Caller, Public, cookies
from services.identity.contract.operations.login import BeginMobileEnrolment, ConfirmMobileEnrolment

router = shared_pages()
PATH = "/logg-inn/mobil"
TEMPLATE = "shared/login_mobile.html"


@router.get(PATH)
async def show_enrolment(
    request: Request, caller: Public, bevis: Annotated[str, Query(max_length=200)] = ""
) -> Response:
    """First the link in the e-mail, then the number, then the code."""
    if caller.session:
        return go("/")
    stage = "number" if bevis else "link"
    if bevis and cookies.ATTEMPT not in request.cookies:  # the proof is worth nothing without it
        stage = "elsewhere"
    return await page(request, caller, TEMPLATE, stage=stage, token=bevis)


@router.post(PATH)
async def enrol(request: Request, caller: Public) -> Response:
    """The number is kept only when its code has come back."""
    form = await posted(request)
    stage = "code" if form.text("stage") == "code" else "number"
    try:
        if stage == "code":
            return await _confirm(request, keyed(caller, form), form)
        values = {
            "attempt": attempt_of(request),
            "mobile": form.text("mobile"),
            "proof": form.text("token"),
            "caller": caller.origin,
        }
        await keyed(caller, form).call(built(BeginMobileEnrolment, values))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await page(
            request,
            caller,
            TEMPLATE,
            status=problem.status,
            problem=problem,
            typed=form.typed(),
            stage=stage,
            token=form.text("token"),
        )
    return await page(request, caller, TEMPLATE, stage="code", token="")


async def _confirm(request: Request, caller: Caller, form: Posted) -> Response:
    values = {
        "attempt": attempt_of(request),
        "code": "".join(form.text("code").split()),
        "caller": caller.origin,
    }
    opened = await caller.call(built(ConfirmMobileEnrolment, values))
    return opened_to(opened, caller, under_way(request))
