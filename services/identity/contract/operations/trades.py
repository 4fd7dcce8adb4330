"""Professions and qualifications."""

from __future__ import annotations

from services.chassis.messages import Query
from services.identity.contract.types.trades import Trades


class ListTrades(Query[Trades]):
    """Which professions a firm may state, and which qualifications it may prove (public)."""
