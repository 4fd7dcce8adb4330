"""Writing to the utility from the case page."""

from __future__ import annotations

from fastapi import Request, Response

from gateway.portals.contractor.pages.case import case_page
from gateway.portals.shared.dialogue import send_written
from gateway.portals.shared.forms import FAILURES, posted, problem_for
from gateway.portals.shared.page import go
from gateway.portals.shared.routes import contractor_pages
from gateway.session import Contractor
from services.cases.contract.operations.reading import GetCase

router = contractor_pages()


@router.post("/saker/{case_id}/melding")
async def write(request: Request, caller: Contractor, case_id: str) -> Response:
    """A refusal shows the page again with what was written."""
    form = await posted(request)
    try:
        await send_written(request, caller, case_id, form)
    except FAILURES as failure:
        case = await caller.call(GetCase(case_id=case_id))
        return await case_page(request, caller, case, problem_for(caller, failure), form.typed())
    return go(f"/saker/{case_id}#meldinger-tittel")
