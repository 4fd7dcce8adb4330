"""The firm somebody came for: named on the login, or offered to one who is signed in already."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from fastapi import Query, Request, Response

from gateway.portals.shared.forms import Posted
from gateway.portals.shared.hoping import hoped
from gateway.portals.shared.page import go, page
from gateway.session import Caller
from services.identity.contract.operations.firms import NameFirm
from services.identity.contract.operations.people import GetMe


@dataclass(frozen=True)
class CameFor:
    """A firm and a utility as an address or a form names them; nothing is proven by it."""

    firm: Annotated[str, Query(max_length=100)] = ""
    utility: Annotated[str, Query(max_length=40)] = ""

    @classmethod
    def of(cls, form: Posted) -> CameFor:
        """What the login form carries on."""
        return cls(firm=form.text("firm")[:100], utility=form.text("utility")[:40])


@dataclass(frozen=True)
class ChosenFirm:
    """A firm at a utility, by the name the public knows."""

    firm_id: str
    utility: str
    name: str


async def chosen_firm(caller: Caller, came_for: CameFor) -> ChosenFirm | None:
    """None when nothing was chosen, or there is no such firm."""
    if not came_for.firm or caller.portal != "contractor":
        return None
    at = came_for.utility or caller.default_utility
    found = await hoped(caller.call(NameFirm(firm_id=came_for.firm, utility=at)))
    return ChosenFirm(came_for.firm, at, found.name) if found else None


async def offer_switch(request: Request, caller: Caller, chosen: ChosenFirm) -> Response:
    """Straight on when one acts for it already; else a button, for one who may."""
    if (caller.actor.firm_id, caller.actor.utility) == (chosen.firm_id, chosen.utility):
        return go("/saker")
    me = await caller.call(GetMe())
    places = {(firm.firm_id, firm.utility) for firm in me.firms}
    may = (chosen.firm_id, chosen.utility) in places
    return await page(request, caller, "shared/switch_firm.html", chosen=chosen, may=may)
