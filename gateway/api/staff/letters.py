"""Deficiency letters nobody answered, and what is asked for and why."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from gateway.api.bodies import from_body
from gateway.api.router import WRITES, resource
from gateway.session import Caller, operator
from services.cases.contract.operations.deficiencies import (
    CloseUnansweredCases,
    GetDeficiencyStatistics,
    ListUnanswered,
)
from services.cases.contract.types.deficiencies import (
    ClosingReport,
    DeficiencyStatistics,
    UnansweredLetters,
)
from services.chassis.messages import Message

router = resource("operator: deficiency letters", *WRITES)
Staff = Annotated[Caller, operator()]


class Statistics(Message):
    """The utility's own figures; a utility for training has none."""

    deficiencies: DeficiencyStatistics


@router.get("/operator/unanswered", summary="Deficiency letters whose time is over")
async def list_unanswered(
    caller: Staff, request: Annotated[ListUnanswered, Query()]
) -> UnansweredLetters:
    return await caller.call(request)


@router.post("/cases/close-unanswered", summary="Close unanswered cases, or see what would happen")
async def close_unanswered_cases(
    caller: Staff, request: Annotated[CloseUnansweredCases, from_body(CloseUnansweredCases)]
) -> ClosingReport:
    return await caller.call(request)


@router.get("/operator/statistics", summary="What is asked for, and why, per type and form step")
async def get_statistics(
    caller: Staff, request: Annotated[GetDeficiencyStatistics, Query()]
) -> Statistics:
    return Statistics(deficiencies=await caller.call(request))
