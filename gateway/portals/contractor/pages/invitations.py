"""Cases the firm is asked onto, and cases it once had."""

from __future__ import annotations

import asyncio

from fastapi import Request, Response

from gateway.portals.shared.forms import FAILURES, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import contractor_pages
from gateway.problem import Problem
from gateway.session import Caller, Contractor
from services.cases.contract.operations.parties import (
    AnswerInvitation,
    ListFormerCases,
    ListInvitations,
)

router = contractor_pages()


@router.get("/saker/invitasjoner")
async def show_invitations(request: Request, caller: Contractor) -> Response:
    """Those to answer first."""
    return await _page(request, caller)


@router.post("/saker/invitasjoner/{party_id}")
async def answer(request: Request, caller: Contractor, party_id: str) -> Response:
    """Yes leads to the case, no to the list."""
    form = await posted(request)
    accept = form.text("go") == "accept"
    try:
        await keyed(caller, form).call(AnswerInvitation(party_id=party_id, accept=accept))
    except FAILURES as failure:
        return await _page(request, caller, problem_for(caller, failure))
    return go("/saker?vis=medvirker" if accept else "/saker/invitasjoner")


async def _page(request: Request, caller: Caller, problem: Problem | None = None) -> Response:
    asked, former = await asyncio.gather(
        caller.call(ListInvitations()), caller.call(ListFormerCases())
    )
    return await page(
        request,
        caller,
        "contractor/invitations.html",
        status=problem.status if problem else 200,
        problem=problem,
        invitations=asked.items,
        former=former.items,
    )
