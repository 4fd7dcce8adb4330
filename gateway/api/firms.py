""" "Finn mitt firma", and what Enhetsregisteret knows."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import urlencode

from fastapi import Path, Query, Request
from pydantic import Field

from gateway.api.catalogue import UtilityQuery
from gateway.api.router import resource
from gateway.session import Public
from gateway.state import gateway_of
from services.chassis.messages import Message
from services.chassis.norway import Orgnr
from services.identity.contract.operations.firms import FindFirms, LookUpFirm
from services.identity.contract.operations.utilities import ListUtilities
from services.identity.contract.types.firms import FirmHit
from services.identity.contract.types.registry import RegistryAnswer
from services.identity.contract.types.utilities import Utilities

router = resource("firms")


class FirmHitWithPortal(FirmHit):
    """A firm with the address where its people log in."""

    portal_url: str


class FirmsFound(Message):
    """Best match first."""

    items: list[FirmHitWithPortal] = Field(max_length=20)


@router.get("/firms", summary="Find a firm by name or organisation number")
async def find_firms(
    request: Request,
    caller: Public,
    q: Annotated[str, Query(min_length=2, max_length=100)],
    utility: UtilityQuery = None,
) -> FirmsFound:
    gateway_of(request).rates.searches.count(caller.address)
    at = utility or caller.utility
    hits = await caller.call(FindFirms(q=q, utility=at, caller=caller.origin))
    return FirmsFound(
        items=[
            FirmHitWithPortal(
                **dict(hit),
                portal_url=login_of(request, hit.firm_id, at),
            )
            for hit in hits.items
        ]
    )


def login_of(request: Request, firm_id: str, utility: str) -> str:
    """Where a firm's people log in at a utility, with the firm already chosen."""
    home = gateway_of(request).settings.url_of("contractor", utility)
    return f"{home}/logg-inn?{urlencode({'firm': firm_id, 'utility': utility})}"


@router.get("/registry/{orgnr}", summary="Ask Enhetsregisteret")
async def look_up_firm(caller: Public, orgnr: Annotated[Orgnr, Path()]) -> RegistryAnswer:
    return await caller.call(LookUpFirm(orgnr=orgnr, caller=caller.origin))


@router.get("/utilities", summary="Every utility of this installation")
async def list_utilities(caller: Public) -> Utilities:
    return await caller.call(ListUtilities())
