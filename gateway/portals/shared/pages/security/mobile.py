"""A new mobile number: a code to it, and both old contacts hear."""

from __future__ import annotations

from fastapi import Request, Response

from gateway.portals.shared.forms import FAILURES, Posted, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import shared_pages
from gateway.portals.shared.step_up import SECURITY, stepped_up
from gateway.session import Caller, SignedIn
from services.identity.contract.operations.mobile import BeginMobileChange, ConfirmMobileChange

router = shared_pages()
PATH = f"{SECURITY}/mobil"
TEMPLATE = "shared/security/mobile.html"


@router.get(PATH)
async def show_mobile(request: Request, caller: SignedIn) -> Response:
    """The number as it is, and a field for another."""
    factors = await stepped_up(caller)
    return await page(
        request, caller, TEMPLATE, stage="number", mobile="", hint=factors.mobile_hint
    )


@router.post(PATH)
async def change_mobile(request: Request, caller: SignedIn) -> Response:
    """First the number, then the code that was sent to it."""
    form = await posted(request)
    stage = "code" if form.text("stage") == "code" else "number"
    try:
        if stage == "code":
            return await _confirmed(keyed(caller, form), form)
        values = {"mobile": form.text("mobile"), "caller": caller.origin}
        await keyed(caller, form).call(built(BeginMobileChange, values))
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
            mobile=form.text("mobile"),
            hint="",
        )
    return await page(request, caller, TEMPLATE, stage="code", mobile=form.text("mobile"), hint="")


async def _confirmed(caller: Caller, form: Posted) -> Response:
    await caller.call(built(ConfirmMobileChange, {"code": form.text("code")}))
    return go(f"{SECURITY}?gjort=mobil")
