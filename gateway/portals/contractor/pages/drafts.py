"""Beginning a case: choose a type, read what it asks for, get a draft."""

from __future__ import annotations

from typing import Annotated
from urllib.parse import quote

from fastapi import Query, Request, Response

from gateway.portals.shared.case_type import type_of
from gateway.portals.shared.forms import keyed, posted
from gateway.portals.shared.page import go
from gateway.portals.shared.routes import contractor_pages
from gateway.session import Contractor
from services.cases.contract.operations.drafts import CreateCase
from services.cases.contract.operations.publishing import RenewDraft

router = contractor_pages()


@router.get("/saker/ny")
async def show_new(caller: Contractor, type: Annotated[str, Query(max_length=40)] = "") -> Response:
    """The catalogue to choose from, or one type to begin with."""
    del caller  # whoever begins a case is signed in
    return go(f"/katalog/{quote(type)}" if type else "/katalog")


@router.post("/saker/ny")
async def create_draft(request: Request, caller: Contractor) -> Response:
    """The draft, at its first step."""
    form = await posted(request)
    case = await keyed(caller, form).call(
        CreateCase(
            type=form.text("type"),
            copy_of=form.text("copy_of") or None,
            reference_case=form.text("reference_case") or None,
        )
    )
    case_type = await type_of(caller, case)
    return go(f"/saker/{case.case_id}/skjema/{case_type.steps[0].key}")


@router.post("/saker/{case_id}/ny-utgave")
async def renew_draft(request: Request, caller: Contractor, case_id: str) -> Response:
    """The draft in the newest version of its type, at its first step."""
    form = await posted(request)
    case = await keyed(caller, form).call(RenewDraft(case_id=case_id))
    case_type = await type_of(caller, case)
    return go(f"/saker/{case_id}/skjema/{case_type.steps[0].key}")
