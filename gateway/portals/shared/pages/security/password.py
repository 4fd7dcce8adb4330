"""A new password, by one who knows the present one."""

from __future__ import annotations

from fastapi import Request, Response

from gateway.portals.shared.forms import FAILURES, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import shared_pages
from gateway.portals.shared.step_up import SECURITY, stepped_up
from gateway.session import SignedIn
from services.identity.contract.operations.passwords import ChangePassword

router = shared_pages()
PATH = f"{SECURITY}/passord"
TEMPLATE = "shared/security/password.html"


@router.get(PATH)
async def show_password(request: Request, caller: SignedIn) -> Response:
    """Two fields; nothing typed in them is ever shown again."""
    await stepped_up(caller)
    return await page(request, caller, TEMPLATE)


@router.post(PATH)
async def change_password(request: Request, caller: SignedIn) -> Response:
    """Every other session ends."""
    form = await posted(request)
    values = {name: form.data.get(name, "") for name in ("current", "password")}
    try:
        await keyed(caller, form).call(built(ChangePassword, values))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await page(request, caller, TEMPLATE, status=problem.status, problem=problem)
    return go(f"{SECURITY}?gjort=passord")
