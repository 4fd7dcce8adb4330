"""Somebody looks at where their firm is let in."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.identity.contract.operations.firm_profile import ListFirmStandings
from services.identity.contract.types.firm_profile import FirmStandings
from services.identity.steps.firm_profile import own_firm
from services.identity.steps.standings import standings


def list_firm_standings(request: ListFirmStandings, work: Work) -> FirmStandings:
    """Every utility, with the firm's status there. Raises FirmNotFound."""
    del request
    own_firm(work)
    return standings(work)
