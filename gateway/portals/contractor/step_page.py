"""A step of the guided form as a page."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from fastapi import Request, Response

from gateway.api.patience import patiently
from gateway.portals.contractor.address_rows import LookedUp, pick_value
from gateway.portals.contractor.form_fields import known_elsewhere, shown_fields
from gateway.portals.shared.hoping import hoped
from gateway.portals.shared.page import page
from gateway.problem import Problem
from gateway.session import Caller
from services.cases.contract.operations.drafts import CheckCase
from services.cases.contract.types.case import CaseView
from services.cases.contract.types.catalogue import CaseTypeView, StepView
from services.cases.contract.types.drafts import Duplicate
from services.cases.contract.types.forms import CheckView
from services.chassis import clock
from services.documents.contract.operations import ListDocuments
from services.documents.contract.types import DocumentView

STILL_THERE = timedelta(minutes=15)


@dataclass(frozen=True)
class Place:
    """Where in which draft somebody is."""

    case: CaseView
    type: CaseTypeView
    step: StepView

    @property
    def keys(self) -> list[str]:
        """The steps in their order."""
        return [each.key for each in self.type.steps]

    @property
    def next(self) -> str:
        """The page after this step: the next one, or the summary."""
        at = self.keys.index(self.step.key) + 1
        if at < len(self.keys):
            return f"/saker/{self.case.case_id}/skjema/{self.keys[at]}"
        return f"/saker/{self.case.case_id}/oppsummering"


async def step_page(
    request: Request,
    caller: Caller,
    here: Place,
    *,
    problem: Problem | None = None,
    typed: dict[str, Any] | None = None,
    lookup: LookedUp | None = None,
) -> Response:
    """The step with what is saved, or with what was typed when that was refused."""
    case = here.case
    check, documents = await asyncio.gather(
        hoped(caller.call(CheckCase(case_id=case.case_id))),
        documents_by_id(caller, case.case_id),
    )
    values = {**case.values, **(typed or {})}
    at = here.keys.index(here.step.key)
    return await page(
        request,
        caller,
        "contractor/wizard.html",
        status=problem.status if problem else 200,
        problem=problem,
        case=case,
        type=here.type,
        step=here.step,
        at=at,
        fields=shown_fields(here.step, values, documents, problem),
        known=known_elsewhere(here.step, values),
        complete=check.steps_complete if check else [],
        before=here.type.steps[at - 1] if at else None,
        after=here.next,
        lookup=lookup,
        pick_value=pick_value,
        is_recent=is_recent,
        duplicates=_warned(here, check),
        labels={view.name: view.label for step in here.type.steps for view in step.fields},
    )


def is_recent(at: datetime) -> bool:
    """Whether somebody who saved then may still be writing."""
    return clock.now() - at < STILL_THERE


def _warned(here: Place, check: CheckView | None) -> list[Duplicate]:
    """Open cases like this one, told in the step where the place is written."""
    places = any(view.type == "properties" for view in here.step.fields)
    return check.duplicates if check and places else []


async def documents_by_id(caller: Caller, case_id: str) -> dict[str, DocumentView]:
    """The case's documents; none while documents is away or has not heard of the case."""
    documents = await hoped(patiently(caller, ListDocuments(case_id=case_id), "CaseUnknown"))
    return {each.document_id: each for each in documents.items} if documents else {}
