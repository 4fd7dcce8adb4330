"""What everybody should know now: running and coming freezes, and whom to turn to."""

from __future__ import annotations

from gateway.api.catalogue import UtilityQuery
from gateway.api.router import resource
from gateway.session import Public
from services.cases.contract.operations.freezes import GetNotices
from services.cases.contract.types.freezes import FreezeWindows
from services.notify.contract.operations import ListContacts
from services.notify.contract.types import ContactPoints

router = resource("notices")


@router.get("/notices", summary="Running and coming freeze windows")
async def get_notices(caller: Public, utility: UtilityQuery = None) -> FreezeWindows:
    return await caller.call(GetNotices(utility=utility or caller.utility))


@router.get("/contacts", summary="Contact points by purpose")
async def list_contacts(caller: Public, utility: UtilityQuery = None) -> ContactPoints:
    return await caller.call(ListContacts(utility=utility or caller.utility))
