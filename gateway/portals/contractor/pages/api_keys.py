"""Keys for the firm's own software: make one, see it once, end it."""

from __future__ import annotations

from typing import Annotated, get_args

from fastapi import Request, Response

from gateway.portals.shared.forms import FAILURES, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import contractor_pages
from gateway.session import Caller, contractor
from services.identity.contract.operations.api_keys import CreateApiKey, ListApiKeys, RevokeApiKey
from services.identity.contract.types.api_keys import ApiScope

router = contractor_pages()
FirmAdmin = Annotated[Caller, contractor("firm_admin")]
PATH = "/foretak/api-nokler"
TEMPLATE = "contractor/api_keys.html"
DAYS = (30, 90, 180, 365)


@router.get(PATH)
async def show_api_keys(request: Request, caller: FirmAdmin) -> Response:
    """Those that can be used now, and the form for a new one."""
    return await _page(request, caller)


@router.post(PATH)
async def create_api_key(request: Request, caller: FirmAdmin) -> Response:
    """The answer shows the secret, this once; nothing keeps it."""
    form = await posted(request)
    values = {
        "name": form.text("name"),
        "scopes": form.all("scopes"),
        "valid_days": form.text("valid_days", str(DAYS[-1])),
    }
    try:
        made = await keyed(caller, form).call(built(CreateApiKey, values))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        if problem.code == "StepUpNeeded":
            raise
        return await _page(
            request, caller, status=problem.status, problem=problem, typed=form.typed()
        )
    return await _page(request, caller, status=201, made=made)


@router.post(PATH + "/{key_id}/fjern")
async def revoke_api_key(request: Request, caller: FirmAdmin, key_id: str) -> Response:
    """It is worth nothing from now on."""
    form = await posted(request)
    await keyed(caller, form).call(RevokeApiKey(key_id=key_id))
    return go(f"{PATH}?fjernet=1")


async def _page(
    request: Request, caller: Caller, *, status: int = 200, **values: object
) -> Response:
    keys = await caller.call(ListApiKeys())
    return await page(
        request,
        caller,
        TEMPLATE,
        status=status,
        **{
            "keys": keys.items,
            "made": None,
            "removed": request.query_params.get("fjernet") == "1",
            "scopes": get_args(ApiScope),
            "days": DAYS,
            **values,
        },
    )
