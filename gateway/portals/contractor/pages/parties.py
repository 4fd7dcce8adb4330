"""Other firms on a case: asking one, taking one off, and who acts for one's own."""

from __future__ import annotations

from fastapi import Request, Response

from gateway.portals.contractor.pages.case import case_page
from gateway.portals.shared.forms import FAILURES, Posted, built, keyed, posted, problem_for
from gateway.portals.shared.page import go
from gateway.portals.shared.routes import contractor_pages
from gateway.session import Caller, Contractor
from services.cases.contract.operations.parties import EndParty, InviteParty, TakeContact
from services.cases.contract.operations.reading import GetCase

router = contractor_pages()


@router.post("/saker/{case_id}/foretak")
async def invite(request: Request, caller: Contractor, case_id: str) -> Response:
    """Ask a firm onto the case."""
    form = await posted(request)
    asked = {
        "case_id": case_id,
        "orgnr": form.text("orgnr"),
        "role": form.text("role"),
        "right": form.text("right", "read"),
    }
    try:
        await keyed(caller, form).call(built(InviteParty, asked))
    except FAILURES as failure:
        return await _again(request, caller, case_id, form, failure)
    return go(f"/saker/{case_id}#foretak-tittel")


@router.post("/saker/{case_id}/foretak/{party_id}/avslutt")
async def end(request: Request, caller: Contractor, case_id: str, party_id: str) -> Response:
    """Take a firm off the case, or leave it."""
    form = await posted(request)
    leaves = form.text("go") == "leave"
    try:
        await keyed(caller, form).call(EndParty(party_id=party_id))
    except FAILURES as failure:
        return await _again(request, caller, case_id, form, failure)
    return go("/saker?vis=medvirker" if leaves else f"/saker/{case_id}#foretak-tittel")


@router.post("/saker/{case_id}/kontakt")
async def take_contact(request: Request, caller: Contractor, case_id: str) -> Response:
    """Be the one the utility writes to."""
    form = await posted(request)
    try:
        await keyed(caller, form).call(TakeContact(case_id=case_id))
    except FAILURES as failure:
        return await _again(request, caller, case_id, form, failure)
    return go(f"/saker/{case_id}#foretak-tittel")


async def _again(
    request: Request, caller: Caller, case_id: str, form: Posted, failure: Exception
) -> Response:
    case = await caller.call(GetCase(case_id=case_id))
    return await case_page(request, caller, case, problem_for(caller, failure), form.typed())
