"""The firm one acts for."""

from __future__ import annotations

from gateway.api.router import SESSION, resource
from gateway.session import Contractor
from services.identity.contract.operations.firms import GetFirm
from services.identity.contract.types.firms import FirmView

router = resource("firm", *SESSION)


@router.get("/firm", summary="The firm's profile")
async def get_own_firm(caller: Contractor) -> FirmView:
    return await caller.call(GetFirm(firm_id=caller.actor.firm_id))
