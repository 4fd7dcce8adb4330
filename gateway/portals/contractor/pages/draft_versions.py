"""Earlier versions of a draft, and taking one back."""

from __future__ import annotations

import asyncio

from fastapi import Request, Response

from gateway.portals.shared.case_type import type_of
from gateway.portals.shared.forms import FAILURES, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import contractor_pages
from gateway.problem import Problem
from gateway.session import Caller, Contractor
from services.cases.contract.operations.drafts import ListDraftVersions, RestoreDraft
from services.cases.contract.operations.reading import GetCase

router = contractor_pages()
PATH = "/saker/{case_id}/utkastversjoner"


@router.get(PATH)
async def show_versions(request: Request, caller: Contractor, case_id: str) -> Response:
    """Newest first."""
    return await _versions(request, caller, case_id)


@router.post(PATH)
async def restore(request: Request, caller: Contractor, case_id: str) -> Response:
    """The answers of that version stand again; the draft goes on from there."""
    form = await posted(request)
    version, to = (int(text) if (text := form.text(name)).isdigit() else 0 for name in _NUMBERS)
    asked = RestoreDraft(case_id=case_id, version=version, to=to)
    try:
        await keyed(caller, form).call(asked)
    except FAILURES as failure:
        return await _versions(request, caller, case_id, problem_for(caller, failure))
    return go(f"/saker/{case_id}")


_NUMBERS = ("version", "to")


async def _versions(
    request: Request, caller: Caller, case_id: str, problem: Problem | None = None
) -> Response:
    case, versions = await asyncio.gather(
        caller.call(GetCase(case_id=case_id)), caller.call(ListDraftVersions(case_id=case_id))
    )
    case_type = await type_of(caller, case)
    return await page(
        request,
        caller,
        "contractor/draft_versions.html",
        status=problem.status if problem else 200,
        problem=problem,
        case=case,
        type=case_type,
        versions=versions.items,
        labels={view.name: view.label for step in case_type.steps for view in step.fields},
    )
