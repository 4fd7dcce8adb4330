"""Documents the utility puts on a case, and what keeps one from firms."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Annotated, Any

from fastapi import Request, Response

from gateway.portals.operator.journal_forms import (
    lift_form,
    put_in_form,
    settle_form,
    shield_form,
)
from gateway.portals.shared.forms import FAILURES, Posted, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import operator_pages
from gateway.portals.shared.uploads import take_in
from gateway.problem import Problem
from gateway.refusals import PageNotFound
from gateway.session import Caller, operator
from services.cases.contract.operations.reading import GetCase
from services.chassis import clock
from services.chassis.messages import Request as Asked
from services.documents.contract.operations import GetDocument, ListLegalBases
from services.documents.contract.types import DocumentView

KIND = "ANNET"
"""The utility's own documents say by their title what they are."""
router = operator_pages()
Staff = Annotated[Caller, operator()]
Handler = Annotated[Caller, operator("caseworker", "approver", "zone_operator")]
Shielder = Annotated[Caller, operator("caseworker", "approver", "archivist")]


@router.get("/saker/{case_id}/dokumenter/nytt")
async def show_form(request: Request, caller: Handler, case_id: str) -> Response:
    """One document: what it is, who may see it, and the file."""
    return await _new_page(request, caller, case_id)


@router.post("/saker/{case_id}/dokumenter/nytt")
async def put_document(request: Request, caller: Handler, case_id: str) -> Response:
    """Into quarantine by the way of all files; a refusal shows the form again."""
    form = await posted(request)
    try:
        file, entry = put_in_form(form)
        await take_in(request, keyed(caller, form), file, case_id=case_id, kind=KIND, entry=entry)
    except FAILURES as failure:
        return await _new_page(request, caller, case_id, problem_for(caller, failure), form.typed())
    return go(f"/saker/{case_id}#dokumenter-tittel")


@router.get("/saker/{case_id}/dokumenter/{document_id}")
async def show_document(
    request: Request, caller: Staff, case_id: str, document_id: str
) -> Response:
    """What it is, and what keeps it from firms."""
    return await _page(request, caller, (case_id, document_id))


@router.post("/saker/{case_id}/dokumenter/{document_id}/skjerm")
async def shield(request: Request, caller: Shielder, case_id: str, document_id: str) -> Response:
    """Keep it from firms, or change the ground or the end."""
    return await _done(request, caller, (case_id, document_id), shield_form)


@router.post("/saker/{case_id}/dokumenter/{document_id}/vis")
async def lift(request: Request, caller: Shielder, case_id: str, document_id: str) -> Response:
    """Show it to firms again."""
    return await _done(request, caller, (case_id, document_id), lift_form)


@router.post("/saker/{case_id}/dokumenter/{document_id}/fulgt-opp")
async def settle(request: Request, caller: Handler, case_id: str, document_id: str) -> Response:
    """It waits for nobody any more."""
    return await _done(request, caller, (case_id, document_id), settle_form)


async def _done(
    request: Request,
    caller: Caller,
    place: tuple[str, str],
    read: Callable[[str, Posted], Asked[DocumentView]],
) -> Response:
    form = await posted(request)
    try:
        await keyed(caller, form).call(read(place[1], form))
    except FAILURES as failure:
        return await _page(request, caller, place, problem_for(caller, failure), form.typed())
    return go(f"/saker/{place[0]}/dokumenter/{place[1]}")


async def _new_page(
    request: Request,
    caller: Caller,
    case_id: str,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:
    case, bases = await asyncio.gather(
        caller.call(GetCase(case_id=case_id)), caller.call(ListLegalBases())
    )
    return await page(
        request,
        caller,
        "operator/document_new.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed,
        case=case,
        bases=bases.items,
        today=clock.today().isoformat(),
    )


async def _page(
    request: Request,
    caller: Caller,
    place: tuple[str, str],
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:
    case_id, document_id = place
    case, document, bases = await asyncio.gather(
        caller.call(GetCase(case_id=case_id)),
        caller.call(GetDocument(document_id=document_id)),
        caller.call(ListLegalBases()),
    )
    if document.case_id != case_id:
        raise PageNotFound
    return await page(
        request,
        caller,
        "operator/document.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed,
        case=case,
        document=document,
        bases=bases.items,
        today=clock.today().isoformat(),
    )
