"""Anybody asks what firms may be and prove."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.catalogue.trades import trades
from services.identity.contract.operations.trades import ListTrades
from services.identity.contract.types.trades import Trades


def list_trades(request: ListTrades, work: Work) -> Trades:
    """As the files say."""
    del request, work
    return trades()
