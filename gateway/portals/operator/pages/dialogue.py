"""Writing to the firm, or a note to colleagues, from the case page."""

from __future__ import annotations

from typing import Annotated

from fastapi import Request, Response

from gateway.portals.operator.pages.case import case_page
from gateway.portals.shared.dialogue import send_written
from gateway.portals.shared.forms import FAILURES, posted, problem_for
from gateway.portals.shared.page import go
from gateway.portals.shared.routes import operator_pages
from gateway.session import Caller, operator
from services.cases.contract.operations.reading import GetCase

router = operator_pages()
Staff = Annotated[Caller, operator()]


@router.post("/saker/{case_id}/melding")
async def write(request: Request, caller: Staff, case_id: str) -> Response:
    """A refusal shows the page again with what was written."""
    form = await posted(request)
    try:
        await send_written(request, caller, case_id, form)
    except FAILURES as failure:
        case = await caller.call(GetCase(case_id=case_id))
        problem = problem_for(caller, failure)
        return await case_page(request, caller, case, problem=problem, typed=form.typed())
    return go(f"/saker/{case_id}#meldinger-tittel")
