"""The guided form: one step at a time, saved as one writes, found again when one comes back."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import Any

from fastapi import Request, Response
from fastapi.responses import JSONResponse

from gateway.api.patience import patiently
from gateway.portals.contractor.form_fields import (
    MOST_ROWS,
    read_step,
    shown_fields,
    typed_rows,
)
from gateway.portals.contractor.saving import Saved, save_what_fits
from gateway.portals.shared.case_type import type_of
from gateway.portals.shared.forms import FAILURES, Posted, keyed, posted, problem_for
from gateway.portals.shared.hoping import hoped
from gateway.portals.shared.page import fragment, go, page
from gateway.portals.shared.routes import contractor_pages
from gateway.portals.shared.uploads import take_in
from gateway.problem import FieldProblem, Problem
from gateway.refusals import PageNotFound
from gateway.rpc import RemoteRefusal
from gateway.session import Caller, Contractor
from gateway.texts import texts
from services.cases.contract.operations import CheckCase, GetCase
from services.cases.contract.types import CaseTypeView, CaseView, FieldView, StepView
from services.chassis import clock
from services.chassis.i18n import show_time
from services.chassis.messages import FieldError
from services.documents.contract.operations import ListDocuments
from services.documents.contract.types import DocumentView

router = contractor_pages()
PATH = "/saker/{case_id}/skjema/{key}"
TEMPLATE = "contractor/wizard.html"


@router.get(PATH)
async def show_step(request: Request, caller: Contractor, case_id: str, key: str) -> Response:
    """A step of a draft; a case that has been sent in has its own page."""
    case = await caller.call(GetCase(case_id=case_id))
    if case.status != "draft":
        return go(f"/saker/{case_id}")
    case_type = await type_of(caller, case)
    return await _step(request, caller, case, case_type, _found(case_type, key))


@router.post(PATH)
async def save_step(request: Request, caller: Contractor, case_id: str, key: str) -> Response:
    """Save, and do what the button said."""
    form = await posted(request)
    caller = keyed(caller, form)
    case = await caller.call(GetCase(case_id=case_id))
    if case.status != "draft":
        return go(f"/saker/{case_id}")
    case_type = await type_of(caller, case)
    step = _found(case_type, key)
    wanted = form.text("go", "next")
    try:
        values = read_step(form, step)
        _drop(values, wanted)
        refused = await _take_files(request, caller, case, form, step, values)
        saved = await save_what_fits(caller, case, _version(form, case), values)
    except FAILURES as failure:
        if wanted == "autosave":
            return _told(caller, problem=problem_for(caller, failure))
        return await _step(
            request,
            caller,
            case,
            case_type,
            step,
            problem=problem_for(caller, failure),
            typed=read_step(form, step),
        )
    if wanted == "autosave":
        return _told(caller, saved=saved)
    problem = _joined(saved.problem, refused)
    return await _after(request, caller, saved.case, case_type, step, form, problem)


@router.get("/saker/{case_id}/filer/{name}")
async def show_files(request: Request, caller: Contractor, case_id: str, name: str) -> Response:
    """The files of one field as they are now, for a page that was told that something changed."""
    chosen = request.query_params.getlist(name)[:MOST_ROWS]
    documents = await _documents(caller, case_id)
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
    case: CaseView,
    case_type: CaseTypeView,
    step: StepView,
    form: Posted,
    problem: Problem | None,
) -> Response:
    """Next step when this one is in order; else the step again, saying what is not."""
    wanted, _, which = form.text("go", "next").partition(":")
    if wanted == "later" and problem is None:
        return go("/saker?vis=kladder")
    if wanted in ("add", "remove"):
        rows = typed_rows(form, which.partition(":")[0])
        index = which.partition(":")[2]
        if wanted == "add":
            rows = [*rows, {}]
        elif index.isdigit() and len(rows) > 1:
            rows = [row for at, row in enumerate(rows) if at != int(index)]
        shown = {**read_step(form, step), which.partition(":")[0]: rows}
        return await _step(request, caller, case, case_type, step, typed=shown)
    if problem is None and wanted == "next":
        problem = await _unfinished(caller, case, step)
        if problem is None:
            return go(_next(case, case_type, step))
    if problem is None:
        return go(f"/saker/{case.case_id}/skjema/{step.key}")
    typed = read_step(form, step) if wanted != "next" or problem.code == "InvalidForm" else None
    return await _step(request, caller, case, case_type, step, problem=problem, typed=typed)


async def _unfinished(caller: Caller, case: CaseView, step: StepView) -> Problem | None:
    """What the step still lacks."""
    check = await caller.call(CheckCase(case_id=case.case_id))
    errors = [
        FieldError(field=found.field, code=found.code, facts=found.facts)
        for found in check.problems
        if found.step == step.key
    ]
    if not errors:
        return None
    return problem_for(caller, RemoteRefusal("FormIncomplete", "invalid", errors=errors))


async def _step(
    request: Request,
    caller: Caller,
    case: CaseView,
    case_type: CaseTypeView,
    step: StepView,
    *,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:
    check, documents = await asyncio.gather(
        hoped(caller.call(CheckCase(case_id=case.case_id))), _documents(caller, case.case_id)
    )
    values = {**case.values, **(typed or {})}
    at = [each.key for each in case_type.steps].index(step.key)
    return await page(
        request,
        caller,
        TEMPLATE,
        status=problem.status if problem else 200,
        problem=problem,
        case=case,
        type=case_type,
        step=step,
        at=at,
        fields=shown_fields(step, values, documents, problem),
        complete=check.steps_complete if check else [],
        before=case_type.steps[at - 1] if at else None,
        after=_next(case, case_type, step),
        labels=_labels(case_type),
    )


async def _documents(caller: Caller, case_id: str) -> dict[str, DocumentView]:
    asked = patiently(caller, ListDocuments(case_id=case_id), "CaseUnknown")
    documents = await hoped(asked)
    return {each.document_id: each for each in documents.items} if documents else {}


async def _take_files(
    request: Request,
    caller: Caller,
    case: CaseView,
    form: Posted,
    step: StepView,
    values: dict[str, Any],
) -> Problem | None:
    """Files of the form itself, from browsers without scripts; a refused one is told."""
    for view in step.fields:
        for at, file in enumerate(form.files(f"{view.name}.files")):
            name = f"{view.name}.{at}"
            try:
                taken = await take_in(
                    request, _apart(caller, name), file, case_id=case.case_id, kind=view.kind
                )
            except RemoteRefusal as refusal:
                return _about(view, problem_for(caller, refusal))
            values[view.name] = [*values[view.name], taken.document_id]
    return None


def _drop(values: dict[str, Any], wanted: str) -> None:
    """`drop:field:document` takes a file away."""
    move, _, rest = wanted.partition(":")
    name, _, document_id = rest.partition(":")
    if move == "drop" and isinstance(values.get(name), list):
        values[name] = [each for each in values[name] if each != document_id]


def _about(view: FieldView, problem: Problem) -> Problem:
    said = f"{problem.title} {problem.detail}".strip()
    return replace(problem, errors=[FieldProblem(view.name, problem.code, said)])


def _apart(caller: Caller, name: str) -> Caller:
    """Each file of a form has a key of its own, the same when the form is sent again."""
    return replace(caller, key=f"{caller.key}.{name}"[:100])


def _joined(first: Problem | None, second: Problem | None) -> Problem | None:
    if first and second:
        return replace(first, errors=[*first.errors, *second.errors])
    return first or second


def _told(
    caller: Caller, *, saved: Saved | None = None, problem: Problem | None = None
) -> Response:
    """What the page says beside the form after saving by itself."""
    say = texts().bound(caller.language)
    if problem or saved is None:
        words = problem.title if problem else ""
        return JSONResponse({"words": words}, problem.status if problem else 500)
    at = show_time(clock.now(), caller.language)
    words = say("wizard.saved_but" if saved.problem else "wizard.saved", time=at)
    return JSONResponse({"words": words, "version": saved.case.version})


def _found(case_type: CaseTypeView, key: str) -> StepView:
    for step in case_type.steps:
        if step.key == key:
            return step
    raise PageNotFound


def _next(case: CaseView, case_type: CaseTypeView, step: StepView) -> str:
    keys = [each.key for each in case_type.steps]
    at = keys.index(step.key) + 1
    if at < len(keys):
        return f"/saker/{case.case_id}/skjema/{keys[at]}"
    return f"/saker/{case.case_id}/oppsummering"


def _version(form: Posted, case: CaseView) -> int:
    given = form.text("version")
    return int(given) if given.isdigit() else case.version


def _labels(case_type: CaseTypeView) -> dict[str, Any]:
    return {view.name: view.label for step in case_type.steps for view in step.fields}
