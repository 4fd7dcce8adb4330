"""The page of versions: what the firm has sent in over time, and what each answer changed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from typing import Any

from fastapi import Request, Response

from gateway.api.patience import patiently
from gateway.portals.shared.case_type import fields_of, type_of
from gateway.portals.shared.form_answers import Answered, answer_of
from gateway.portals.shared.hoping import hoped
from gateway.portals.shared.page import page
from gateway.session import Caller
from services.cases.contract.operations.deficiencies import GetSubmissions
from services.cases.contract.operations.reading import GetCase
from services.cases.contract.types.catalogue import CaseTypeView
from services.cases.contract.types.deficiencies import SubmissionView
from services.documents.contract.operations import ListDocuments
from services.documents.contract.types import DocumentView


@dataclass(frozen=True)
class Change:
    """A field before and now; None where it was not answered."""

    before: Answered | None
    now: Answered | None


@dataclass(frozen=True)
class Version:
    """One version and its changes as they are shown."""

    said: SubmissionView
    changes: list[Change]


async def versions_page(request: Request, caller: Caller, case_id: str) -> Response:
    """The same page for firm and utility, newest version first."""
    case = await caller.call(GetCase(case_id=case_id))
    case_type, submissions, documents = await asyncio.gather(
        type_of(caller, case),
        caller.call(GetSubmissions(case_id=case_id)),
        hoped(patiently(caller, ListDocuments(case_id=case_id), "CaseUnknown")),
    )
    by_id = {each.document_id: each for each in documents.items} if documents else {}
    return await page(
        request,
        caller,
        "shared/versions.html",
        case=case,
        fields=fields_of(case_type),
        by_id=by_id,
        versions=[_version(case_type, each, by_id) for each in reversed(submissions.items)],
    )


def _version(
    case_type: CaseTypeView, said: SubmissionView, documents: dict[str, DocumentView]
) -> Version:
    fields = fields_of(case_type)

    def shown(name: str, value: Any) -> Answered | None:
        known = name in fields and value is not None
        return answer_of(fields[name], value, documents) if known else None

    changes = [
        Change(shown(each.field, each.before), shown(each.field, each.after))
        for each in said.changes
    ]
    return Version(said, changes)
