"""Giving a case to another firm."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

from fastapi import Request, Response

from gateway.portals.operator.pages.case import case_page
from gateway.portals.shared.forms import FAILURES, Posted, built, keyed, posted, problem_for
from gateway.portals.shared.page import go
from gateway.portals.shared.routes import operator_pages
from gateway.problem import Problem
from gateway.session import Caller, operator
from services.cases.contract.operations.parties import TransferCase
from services.cases.contract.operations.reading import GetCase

router = operator_pages()
Staff = Annotated[Caller, operator("caseworker", "approver")]


@router.post("/saker/{case_id}/bytt-foretak")
async def transfer(request: Request, caller: Staff, case_id: str) -> Response:
    """What the firms have said, and why."""
    form = await posted(request)
    asked = {
        "case_id": case_id,
        "orgnr": form.text("orgnr"),
        "reason": form.text("transfer_reason"),
        "confirmations": _confirmations(form),
    }
    try:
        await keyed(caller, form).call(built(TransferCase, asked))
    except FAILURES as failure:
        case = await caller.call(GetCase(case_id=case_id))
        problem = _by_field(problem_for(caller, failure))
        return await case_page(
            request, caller, case, problem=problem, typed=form.typed(), tried="bytt-foretak"
        )
    return go(f"/saker/{case_id}")


def _by_field(problem: Problem) -> Problem:
    """The page has several reasons, each with a name of its own."""
    names = {"reason": "transfer_reason"}
    errors = [replace(each, field=names.get(each.field, each.field)) for each in problem.errors]
    return replace(problem, errors=errors)


def _confirmations(form: Posted) -> list[dict[str, Any]]:
    """Those where somebody is named."""
    said = [
        {"side": side, "by": form.text(f"{side}_by"), "how": form.text(f"{side}_how", "email")}
        for side in ("former", "new")
    ]
    return [each for each in said if each["by"]]
