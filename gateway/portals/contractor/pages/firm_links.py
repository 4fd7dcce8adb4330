"""Links e-mailed to firms: a button does it, since mail scanners open links too."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import Depends, Query, Request, Response

from gateway.portals.shared.forms import FAILURES, Posted, built, keyed, posted, problem_for
from gateway.portals.shared.page import page
from gateway.portals.shared.routes import contractor_pages
from gateway.problem import Problem
from gateway.session import Caller, Public
from services.identity.contract.operations.firm_profile import ConfirmFirm, ProveAddress
from services.identity.contract.types.firm_profile import ProvenAddress

router = contractor_pages()


@dataclass(frozen=True)
class Link:
    """What stands in the address; nothing is done by opening it."""

    foretak: Annotated[str, Query(max_length=100)] = ""
    verk: Annotated[str, Query(max_length=40)] = ""
    formal: Annotated[str, Query(max_length=20)] = ""
    token: Annotated[str, Query(max_length=200)] = ""

    @classmethod
    def of(cls, form: Posted) -> Link:
        """As the form carries it on."""
        return cls(*(form.text(name) for name in ("foretak", "verk", "formal", "token")))

    def asked(self) -> dict[str, Any]:
        """As the contract wants it."""
        return {"firm_id": self.foretak, "utility": self.verk, "token": self.token}


@router.get("/foretak/epost")
async def show_address(
    request: Request, caller: Public, link: Annotated[Link, Depends()]
) -> Response:
    """Is this the firm's address?"""
    return await _shown(request, caller, "address", link)


@router.post("/foretak/epost")
async def prove_address(request: Request, caller: Public) -> Response:
    """It is used from now on."""
    form = await posted(request)
    link = Link.of(form)
    try:
        asked = built(ProveAddress, {**link.asked(), "purpose": link.formal})
        proven = await keyed(caller, form).call(asked)
    except FAILURES as failure:
        return await _shown(request, caller, "address", link, problem_for(caller, failure))
    return await _shown(request, caller, "address", link, proven=proven)


@router.get("/foretak/bekreft")
async def show_confirmation(
    request: Request, caller: Public, link: Annotated[Link, Depends()]
) -> Response:
    """Is all still right?"""
    return await _shown(request, caller, "confirmation", link)


@router.post("/foretak/bekreft")
async def confirm_firm(request: Request, caller: Public) -> Response:
    """Good for a year."""
    form = await posted(request)
    link = Link.of(form)
    try:
        proven = await keyed(caller, form).call(built(ConfirmFirm, link.asked()))
    except FAILURES as failure:
        return await _shown(request, caller, "confirmation", link, problem_for(caller, failure))
    return await _shown(request, caller, "confirmation", link, proven=proven)


async def _shown(
    request: Request,
    caller: Caller,
    what: str,
    link: Link,
    problem: Problem | None = None,
    *,
    proven: ProvenAddress | None = None,
) -> Response:
    return await page(
        request,
        caller,
        "contractor/firm_link.html",
        status=problem.status if problem else 200,
        problem=problem,
        what=what,
        link=link,
        proven=proven,
    )
