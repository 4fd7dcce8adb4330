"""One's own data: taken out, and erased."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request, Response
from fastapi.responses import StreamingResponse

from gateway.api.own_data import Gathering, Part, WholeExport, gather, page_of
from gateway.api.router import WRITES, resource
from gateway.session import SignedIn, cookies
from gateway.state import gateway_of
from services.chassis.messages.own_data import OwnEntries
from services.identity.contract.operations.privacy import EraseMe

router = resource("me", *WRITES)


@router.get(
    "/me/export",
    summary="All that is kept of oneself, as a file",
    response_class=StreamingResponse,
    responses={200: {"model": WholeExport}},
)
async def export_me(caller: SignedIn) -> Response:
    return as_file(await gather(caller))


@router.get("/me/export/{part}", summary="One part of it, page by page")
async def export_part(
    caller: SignedIn,
    part: Part,
    cursor: Annotated[str, Query(max_length=400)] = "",
    limit: Annotated[int, Query(ge=1, le=200)] = 100,
) -> OwnEntries:
    return await page_of(caller, part, cursor, limit)


@router.delete("/me", status_code=204, summary="Delete one's account for good")
async def erase_me(http: Request, caller: SignedIn) -> Response:
    await caller.call(EraseMe())
    gateway_of(http).sessions.forget(caller.secret, caller.portal)
    response = Response(status_code=204)
    cookies.end_session(response)
    return response


def as_file(gathering: Gathering) -> Response:
    """Sent as it is gathered; the name says when a part is known to be missing."""
    name = "mine-data-ufullstendig.json" if gathering.missing else "mine-data.json"
    headers = {
        "Content-Disposition": f'attachment; filename="{name}"',
        "Cache-Control": "no-store",
    }
    return StreamingResponse(gathering.file(), headers=headers, media_type="application/json")
