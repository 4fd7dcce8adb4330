"""The catalogue's desk: see what is published, write the next version, check it, publish it."""

from __future__ import annotations

from typing import Annotated, Any

from fastapi import Request, Response

from gateway.portals.contractor.form_fields import ShownField, shown_fields
from gateway.portals.operator.pages.instants import instant_of
from gateway.portals.shared.forms import FAILURES, Posted, built, keyed, posted, problem_for
from gateway.portals.shared.page import go, page
from gateway.portals.shared.routes import operator_pages
from gateway.problem import Problem
from gateway.session import Caller, operator
from services.cases.contract.operations.catalogue import ConfigureCatalogue
from services.cases.contract.operations.publishing import (
    CheckTypeVersion,
    GetTypeSource,
    ListTypeVersions,
    PublishTypeVersion,
)
from services.cases.contract.types.catalogue import CaseTypeView
from services.cases.contract.types.publishing import TypeReport, TypeVersionRow

router = operator_pages()
Administrator = Annotated[Caller, operator("administrator")]


@router.get("/katalog")
async def show_versions(request: Request, caller: Administrator) -> Response:
    """Every type with its versions."""
    return await _versions(request, caller)


@router.post("/katalog/gamle-skjema")
async def say_old_forms(request: Request, caller: Administrator) -> Response:
    """One old form a line: its address, then the type it leads to."""
    form = await posted(request)
    lines = [line.split() for line in form.text("old_forms").splitlines() if line.strip()]
    said = [{"address": " ".join(words[:-1]), "code": words[-1]} for words in lines]
    try:
        wanted = built(ConfigureCatalogue, {"utility": caller.utility, "old_forms": said})
        await keyed(caller, form).call(wanted)
    except FAILURES as failure:
        return await _versions(request, caller, problem_for(caller, failure), form.typed())
    return go("/katalog")


@router.get("/katalog/{code}/ny")
async def write_next(request: Request, caller: Administrator, code: str) -> Response:
    """The current version as text, with the next number."""
    source = await caller.call(GetTypeSource(code=code))
    return await _desk(request, caller, source.source, code)


@router.post("/katalog/{code}/kontroller")
async def check(request: Request, caller: Administrator, code: str) -> Response:
    """What publishing it would mean; nothing is published."""
    form = await posted(request)
    text = await _text(form)
    try:
        report = await caller.call(built(CheckTypeVersion, {"source": text}))
    except FAILURES as failure:
        return await _desk(request, caller, text, code, problem=problem_for(caller, failure))
    return await _desk(request, caller, text, code, report=report, typed=form.typed())


@router.post("/katalog/{code}/publiser")
async def publish(request: Request, caller: Administrator, code: str) -> Response:
    """Publish it, at once or from an instant; what is wrong is shown by its line."""
    form = await posted(request)
    text = await _text(form)
    values = {"source": text, "valid_from": instant_of(form, "valid_from")}
    try:
        await keyed(caller, form).call(built(PublishTypeVersion, values))
    except FAILURES as failure:
        problem = problem_for(caller, failure)
        report = None
        if problem.code == "CaseTypeInvalid":
            report = await caller.call(CheckTypeVersion(source=text))
        return await _desk(
            request, caller, text, code, report=report, problem=problem, typed=form.typed()
        )
    return go("/katalog")


async def _text(form: Posted) -> str:
    """The chosen file, else what stands in the field."""
    for file in form.files("file"):
        return (await file.read()).decode("utf-8", errors="replace")
    return form.text("source")


async def _versions(
    request: Request,
    caller: Caller,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:
    found = await caller.call(ListTypeVersions())
    by_code: dict[str, list[TypeVersionRow]] = {}
    for row in found.items:
        by_code.setdefault(row.code, []).append(row)
    return await page(
        request,
        caller,
        "operator/catalogue.html",
        status=problem.status if problem else 200,
        problem=problem,
        typed=typed,
        types=list(by_code.values()),
        old_forms=found.old_forms,
    )


async def _desk(
    request: Request,
    caller: Caller,
    text: str,
    code: str,
    *,
    report: TypeReport | None = None,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
) -> Response:
    wrong = problem is not None or (report is not None and bool(report.faults))
    return await page(
        request,
        caller,
        "operator/type_version.html",
        status=422 if wrong else 200,
        problem=problem,
        typed=typed,
        text=text,
        code=code,
        report=report,
        case={"case_id": ""},  # the fields of the preview belong to none
        lookup=None,
        preview=_preview(report.preview) if report and report.preview else [],
    )


def _preview(view: CaseTypeView) -> list[tuple[Any, list[ShownField]]]:
    """Every step with all its fields, also those that depend on answers."""
    return [(step, shown_fields(step, {}, {}, None)) for step in view.steps]
