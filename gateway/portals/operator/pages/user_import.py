"""Import av brukere: try a file, look at each line, then carry it out."""

from __future__ import annotations

import base64
import binascii
from typing import Annotated, Any

from fastapi import Request, Response

from gateway.api.staff.user_import import explained, import_of
from gateway.portals.shared.forms import FAILURES, Posted, keyed, posted, problem_for
from gateway.portals.shared.page import page
from gateway.portals.shared.routes import operator_pages
from gateway.problem import Problem
from gateway.session import Caller, operator

router = operator_pages()
Administrator = Annotated[Caller, operator("administrator")]


@router.get("/brukere/import")
async def show_import(request: Request, caller: Administrator) -> Response:
    """How the file is to look."""
    return await _import(request, caller)


@router.post("/brukere/import")
async def import_users(request: Request, caller: Administrator) -> Response:
    """A dry run first; the report carries the file on to the real one."""
    form = await posted(request)
    dry_run = form.text("go") != "run"
    content = await _content(form)
    try:
        asked = import_of(content, dry_run=dry_run)
        report = await keyed(caller, form).call(asked)
    except FAILURES as failure:
        return await _import(request, caller, problem=problem_for(caller, failure))
    return await _import(
        request,
        caller,
        report=explained(report, caller.language),
        kept=base64.b64encode(content).decode() if dry_run else "",
    )


async def _content(form: Posted) -> bytes:
    for file in form.files("file"):
        return await file.read()
    try:
        return base64.b64decode(form.text("kept"), validate=True)
    except binascii.Error:
        return b""


async def _import(
    request: Request, caller: Caller, *, problem: Problem | None = None, **values: Any
) -> Response:
    return await page(
        request,
        caller,
        "operator/user_import.html",
        status=problem.status if problem else 200,
        problem=problem,
        **{"report": None, "kept": "", **values},
    )
