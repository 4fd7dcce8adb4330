"""What firms may be and prove, for those who build a form of their own."""

from __future__ import annotations

from gateway.api.router import resource
from gateway.session import Public
from services.identity.contract.operations.trades import ListTrades
from services.identity.contract.types.trades import Trades

router = resource("firms")


@router.get("/trades", summary="Professions and qualifications, with their titles")
async def list_trades(caller: Public) -> Trades:
    return await caller.call(ListTrades())
