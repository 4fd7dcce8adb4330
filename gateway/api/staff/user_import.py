"""Existing users from a spreadsheet."""

from __future__ import annotations

import base64
from typing import Annotated

from fastapi import Query, Request

from gateway.api.router import WRITES, resource
from gateway.problem import field_message
from gateway.session import Caller, operator
from services.chassis.i18n import Language
from services.chassis.messages import FieldError, InvalidRequest
from services.identity.contract.operations.user_import import ImportUsers
from services.identity.contract.types.user_import import ImportLine, ImportReport, LineProblem

router = resource("operator: users", *WRITES)
Administrator = Annotated[Caller, operator("administrator")]
_FILE = {
    "requestBody": {
        "required": True,
        "description": "The file as it is: columns by name, UTF-8 or Windows-1252, `;`, `,` or tab",
        "content": {"text/csv": {"schema": {"type": "string", "format": "binary"}}},
    }
}


class ExplainedProblem(LineProblem):
    """With the words for it, in the caller's language."""

    message: str


class ExplainedLine(ImportLine):
    """A line with what is wrong said in words."""

    problems: list[ExplainedProblem]  # type: ignore[assignment]  # a list is invariant; this narrows


class ExplainedReport(ImportReport):
    """What became, or would become, of each line."""

    lines: list[ExplainedLine]  # type: ignore[assignment]  # as above


@router.post("/operator/users/import", openapi_extra=_FILE, summary="Bring in users from CSV")
async def import_users(
    http: Request, caller: Administrator, dry_run: Annotated[bool, Query()] = True
) -> ExplainedReport:
    report = await caller.call(import_of(await http.body(), dry_run=dry_run))
    return explained(report, caller.language)


def import_of(content: bytes, *, dry_run: bool) -> ImportUsers:
    """The request of a file. Refuses InvalidRequest for an empty one."""
    if not content:
        raise InvalidRequest(errors=[FieldError(field="file", code="missing")])
    return ImportUsers(content=base64.b64encode(content).decode(), dry_run=dry_run)


def explained(report: ImportReport, language: Language) -> ExplainedReport:
    """Each problem in words."""
    return ExplainedReport(
        dry_run=report.dry_run,
        counts=report.counts,
        lines=[
            ExplainedLine(
                **line.model_dump(exclude={"problems"}),
                problems=[
                    ExplainedProblem(**problem.model_dump(), message=_words(problem, language))
                    for problem in line.problems
                ],
            )
            for line in report.lines
        ],
    )


def _words(problem: LineProblem, language: Language) -> str:
    error = FieldError(field=problem.field, code=problem.code, facts=problem.facts)
    return field_message(error, language)
