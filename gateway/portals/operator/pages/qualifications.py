"""The registrar's desk: proofs that wait."""

from __future__ import annotations

from typing import Annotated

from fastapi import Request, Response

from gateway.portals.shared.forms import FAILURES, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import operator_pages
from gateway.problem import Problem
from gateway.session import Caller, operator
from services.identity.contract.operations.qualifications import (
    ListQualifications,
    RefuseQualification,
    VerifyQualification,
)

router = operator_pages()
Staff = Annotated[Caller, operator("firm_registrar", "administrator", "auditor")]
Registrar = Annotated[Caller, operator("firm_registrar")]


@router.get("/kompetanse")
async def show_waiting(request: Request, caller: Staff) -> Response:
    """What nobody has looked at yet, oldest first."""
    return await _shown(request, caller)


@router.post("/kompetanse/{qualification_id}")
async def decide(request: Request, caller: Registrar, qualification_id: str) -> Response:
    """The proof holds, or does not and why."""
    form = await posted(request)
    asked = {"qualification_id": qualification_id}
    try:
        if form.text("go") == "verify":
            await keyed(caller, form).call(built(VerifyQualification, asked))
        else:
            refusal = built(RefuseQualification, {**asked, "reason": form.text("reason")})
            await keyed(caller, form).call(refusal)
    except FAILURES as failure:
        return await _shown(request, caller, problem_for(caller, failure))
    return go("/kompetanse")


async def _shown(request: Request, caller: Caller, problem: Problem | None = None) -> Response:
    waiting = await caller.call(ListQualifications())
    return await page(
        request,
        caller,
        "operator/qualifications.html",
        status=problem.status if problem else 200,
        problem=problem,
        waiting=waiting.items,
    )
