"""Foretaket: its profile, the utilities that let it in, and what it has proven."""

from __future__ import annotations

from typing import Any

from fastapi import Request, Response

from gateway.portals.shared.forms import FAILURES, Posted, built, keyed, posted, problem_for
from gateway.portals.shared.hoping import hoped
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import contractor_pages
from gateway.problem import Problem
from gateway.session import Caller, Contractor
from gateway.state import gateway_of
from services.documents.contract.operations import ListFirmLetters
from services.identity.contract.operations.firm_profile import (
    AskUtility,
    GetFirmProfile,
    ListFirmStandings,
    UpdateFirm,
)
from services.identity.contract.operations.trades import ListTrades

router = contractor_pages()
TEXTS = ("name", "municipality", "phone", "language")
PURPOSES = ("post", "invoice", "contact")


@router.get("/foretaket")
async def show_firm(request: Request, caller: Contractor) -> Response:
    """The profile; its administrator changes it."""
    return await _profile(request, caller)


@router.post("/foretaket")
async def update_firm(request: Request, caller: Contractor) -> Response:
    """What was changed counts from now on, a new address when it is proven."""
    form = await posted(request)
    try:
        asked = {} if form.text("go") == "confirm" else _values(form)
        await keyed(caller, form).call(built(UpdateFirm, asked))
    except FAILURES as failure:
        return await _profile(request, caller, problem_for(caller, failure), form.typed())
    gateway_of(request).sessions.forget(caller.secret, caller.portal)
    return go("/foretaket?lagret=1")


@router.get("/foretaket/verk")
async def show_standings(request: Request, caller: Contractor) -> Response:
    """Where the firm stands with each utility."""
    return await _standings(request, caller)


@router.post("/foretaket/verk")
async def ask_utility(request: Request, caller: Contractor) -> Response:
    """One more is asked."""
    form = await posted(request)
    try:
        await keyed(caller, form).call(built(AskUtility, {"utility": form.text("utility")}))
    except FAILURES as failure:
        return await _standings(request, caller, problem_for(caller, failure))
    return go("/foretaket/verk")


def _values(form: Posted) -> dict[str, Any]:
    """The form as the contract wants it; an optional address left empty goes."""
    emails = {name: form.text(f"emails.{name}") or None for name in PURPOSES}
    if emails["post"] is None:
        emails["post"] = ""
    values = {name: form.text(name) for name in TEXTS}
    return {**values, "professions": form.all("professions"), "emails": emails}


async def _profile(
    request: Request,
    caller: Caller,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:
    firm, trades = await caller.call(GetFirmProfile()), await caller.call(ListTrades())
    return await page(
        request,
        caller,
        "contractor/firm.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed,
        firm=firm,
        professions=trades.professions,
        under_way={change.purpose: change for change in firm.under_way},
        saved="lagret" in request.query_params,
        letters=await hoped(caller.call(ListFirmLetters())),
    )


async def _standings(request: Request, caller: Caller, problem: Problem | None = None) -> Response:
    found = await caller.call(ListFirmStandings())
    return await page(
        request,
        caller,
        "contractor/firm_utilities.html",
        status=problem.status if problem else 200,
        problem=problem,
        standings=found.items,
    )
