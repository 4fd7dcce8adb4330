"""One's own data: taken out, and erased."""

from __future__ import annotations

from fastapi import Request, Response

from gateway.api.router import WRITES, resource
from gateway.session import Caller, SignedIn, cookies
from gateway.state import gateway_of
from gateway.texts import texts
from services.chassis.messages import Message
from services.identity.contract.operations.privacy import EraseMe, ExportMe
from services.identity.contract.types.privacy import PersonExport

router = resource("me", *WRITES)
ELSEWHERE = ("cases", "documents", "notify")


class KeptElsewhere(Message):
    """What another part of the portal keeps, and where one sees it."""

    part: str
    what: str


class WholeExport(PersonExport):
    """All that identity knows, and a list of what is kept elsewhere."""

    elsewhere: list[KeptElsewhere]


@router.get("/me/export", summary="All that is known of oneself")
async def export_me(response: Response, caller: SignedIn) -> WholeExport:
    response.headers["Content-Disposition"] = 'attachment; filename="mine-data.json"'
    response.headers["Cache-Control"] = "no-store"
    return await whole_export(caller)


@router.delete("/me", status_code=204, summary="Delete one's account for good")
async def erase_me(http: Request, caller: SignedIn) -> Response:
    await caller.call(EraseMe())
    gateway_of(http).sessions.forget(caller.secret, caller.portal)
    response = Response(status_code=204)
    cookies.end_session(response)
    return response


async def whole_export(caller: Caller) -> WholeExport:
    """Identity's share, and in words what cases, documents and messages keep."""
    known = await caller.call(ExportMe())
    return WholeExport(
        **dict(known),
        elsewhere=[
            KeptElsewhere(part=part, what=texts().text(f"own_data.kept.{part}", caller.language))
            for part in ELSEWHERE
        ],
    )
