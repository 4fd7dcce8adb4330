"""The guided form: one step at a time, saved as one writes, found again when one comes back."""

from __future__ import annotations

from typing import Any

from fastapi import Request, Response

from gateway.portals.contractor.address_rows import LOOK, PICK, looked_up, picked
from gateway.portals.contractor.autosaving import autosave
from gateway.portals.contractor.conflicts import SETTLE, conflict_page, settled
from gateway.portals.contractor.form_fields import (
    MOST_ROWS,
    group_rows,
    kept_rows,
    read_step,
    typed_rows,
)
from gateway.portals.contractor.saving import Written, save_beside_others
from gateway.portals.contractor.step_files import drop_file, joined, take_files
from gateway.portals.contractor.step_page import Place, documents_by_id, step_page
from gateway.portals.shared.case_type import type_of
from gateway.portals.shared.forms import FAILURES, Posted, keyed, posted, problem_for
from gateway.portals.shared.page import fragment, go
from gateway.portals.shared.routes import contractor_pages
from gateway.problem import Problem
from gateway.refusals import PageNotFound
from gateway.rpc import RemoteRefusal
from gateway.session import Caller, Contractor
from services.cases.contract.operations.drafts import CheckCase
from services.cases.contract.operations.reading import GetCase
from services.cases.contract.types.catalogue import StepView
from services.chassis.messages import FieldError

router = contractor_pages()
PATH = "/saker/{case_id}/skjema/{key}"
AUTOSAVE, LEFT = "autosave", "left"
"""Saved by the page itself: while one writes, and when one has gone."""


@router.get(PATH)
async def show_step(request: Request, caller: Contractor, case_id: str, key: str) -> Response:
    """A step of a draft; a case that has been sent in has its own page."""
    here = await _place(caller, case_id, key)
    if here.case.status != "draft":
        return go(f"/saker/{case_id}")
    return await step_page(request, caller, here)


@router.post(PATH)
async def save_step(request: Request, caller: Contractor, case_id: str, key: str) -> Response:
    """Save, and do what the button said."""
    form = await posted(request)
    caller = keyed(caller, form)
    here = await _place(caller, case_id, key)
    wanted = form.text("go", "next")
    if wanted == AUTOSAVE:
        return await autosave(caller, here, _written(form, here, read_step(form, here.step)))
    values = settled(form) if wanted == SETTLE else read_step(form, here.step)
    try:
        drop_file(values, wanted)
        _take_address(form, wanted, values)
        refused = await take_files(request, caller, here, form, values)
        saved = await save_beside_others(caller, _written(form, here, values))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        return await step_page(request, caller, here, problem=problem, typed=values)
    here = Place(saved.case, here.type, here.step)
    if saved.others and saved.others.conflicts:
        return await conflict_page(request, caller, here, saved.others.conflicts)
    return await _after(
        request,
        caller,
        here,
        form,
        problem=joined(saved.problem, refused),
        typed=saved.unseen(values),
    )


@router.get("/saker/{case_id}/filer/{name}")
async def show_files(request: Request, caller: Contractor, case_id: str, name: str) -> Response:
    """The files of one field as they are now, for a page that was told that something changed."""
    chosen = request.query_params.getlist(name)[:MOST_ROWS]
    documents = await documents_by_id(caller, case_id)
    return fragment(
        request,
        caller,
        "contractor/parts/files_changed.html",
        name=name,
        case_id=case_id,
        files=[documents.get(each, each) for each in chosen],
    )


async def _after(
    request: Request,
    caller: Caller,
    here: Place,
    form: Posted,
    *,
    problem: Problem | None,
    typed: dict[str, Any],
) -> Response:
    """Next step when this one is in order; else the step again, saying what is not."""
    wanted, _, which = form.text("go", "next").partition(":")
    if wanted in (LOOK, "add", "remove") and which.partition(":")[0] in typed:
        return await _other_rows(request, caller, here, form, typed)
    shown: dict[str, Any] | None = typed
    if problem is None and wanted == "next":
        problem = await _unfinished(caller, here)
        shown = None
    if problem is not None:
        return await step_page(request, caller, here, problem=problem, typed=shown)
    if wanted == "next":
        return go(here.next)
    if wanted == "later":
        return go("/saker?vis=kladder")
    return go(f"/saker/{here.case.case_id}/skjema/{here.step.key}")


async def _other_rows(
    request: Request, caller: Caller, here: Place, form: Posted, typed: dict[str, Any]
) -> Response:
    """The step with one row more or less, or with what was looked up for one."""
    wanted, _, which = form.text("go").partition(":")
    name, _, at = which.partition(":")
    if wanted != LOOK:
        typed = {**typed, **_rows(form, here.step, wanted, which)}
        return await step_page(request, caller, here, typed=typed)
    rows = typed_rows(form, name)
    index = int(at) if at.isdigit() and int(at) < len(rows) else 0
    found = await looked_up(request, name, index, rows[index]) if rows else None
    typed = {**typed, name: rows or [{}]}
    return await step_page(request, caller, here, typed=typed, lookup=found)


def _take_address(form: Posted, wanted: str, values: dict[str, Any]) -> None:
    """`pick:field:row:hit` puts the chosen address into its row."""
    move, _, rest = wanted.partition(":")
    name, _, which = rest.partition(":")
    if move == PICK and name in values:
        values[name] = kept_rows(picked(which, typed_rows(form, name)))


def _rows(form: Posted, step: StepView, wanted: str, which: str) -> dict[str, list[dict[str, str]]]:
    """A repeating group with one row more, or without the one named."""
    name, _, index = which.partition(":")
    for view in step.fields:
        if view.name == name:
            rows = group_rows(form, view)
            if wanted == "add":
                return {name: [*rows, {}]}
            return {name: [row for at, row in enumerate(rows) if str(at) != index] or [{}]}
    return {}


async def _unfinished(caller: Caller, here: Place) -> Problem | None:
    """What the step still lacks."""
    check = await caller.call(CheckCase(case_id=here.case.case_id))
    errors = [
        FieldError(field=found.field, code=found.code, facts=found.facts)
        for found in check.problems
        if found.step == here.step.key
    ]
    if not errors:
        return None
    return problem_for(caller, RemoteRefusal("FormIncomplete", "invalid", errors=errors))


async def _place(caller: Caller, case_id: str, key: str) -> Place:
    """Refuses CaseNotFound, and PageNotFound for a step the type does not have."""
    case = await caller.call(GetCase(case_id=case_id))
    case_type = await type_of(caller, case)
    for step in case_type.steps:
        if step.key == key:
            return Place(case, case_type, step)
    raise PageNotFound


def _written(form: Posted, here: Place, values: dict[str, Any]) -> Written:
    given = form.text("version")
    version = int(given) if given.isdigit() else here.case.version
    return Written(here.case, version, values, form.text("page")[:40])
