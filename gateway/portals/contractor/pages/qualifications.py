"""Kompetanse: what the firm has proven, with the proof."""

from __future__ import annotations

from typing import Any

from fastapi import Request, Response

from gateway.portals.shared.forms import FAILURES, Posted, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import contractor_pages
from gateway.portals.shared.uploads import take_in_for_firm
from gateway.problem import Problem
from gateway.session import Caller, Contractor
from services.identity.contract.operations.qualifications import (
    DropQualification,
    ListQualifications,
    StateQualification,
)
from services.identity.contract.operations.trades import ListTrades

router = contractor_pages()
PAGE = "/foretaket/kompetanse"
FIELDS = ("type", "number", "holder", "issued_on", "expires_on")


@router.get(PAGE)
async def show_qualifications(request: Request, caller: Contractor) -> Response:
    """What is stated, verified, and about to run out."""
    return await _shown(request, caller)


@router.post(PAGE)
async def state_qualification(request: Request, caller: Contractor) -> Response:
    """One more, with its proof, or one is taken back."""
    form = await posted(request)
    caller = keyed(caller, form)
    try:
        if drop := form.text("drop"):
            await caller.call(DropQualification(qualification_id=drop))
        else:
            await _state(request, caller, form)
    except FAILURES as failure:
        return await _shown(request, caller, problem_for(caller, failure), form.typed())
    return go(PAGE)


async def _state(request: Request, caller: Caller, form: Posted) -> None:
    """The form is checked first, so that a wrong date leaves no file behind."""
    values = {name: text for name in FIELDS if (text := form.text(name))}
    stated = built(StateQualification, values)
    for file in form.files("proof"):
        document = await take_in_for_firm(request, caller, file)
        stated = stated.model_copy(update={"document_id": document.document_id})
    await caller.call(stated)


async def _shown(
    request: Request,
    caller: Caller,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:
    held, trades = await caller.call(ListQualifications()), await caller.call(ListTrades())
    return await page(
        request,
        caller,
        "contractor/qualifications.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed,
        held=held.items,
        types=trades.qualifications,
    )
