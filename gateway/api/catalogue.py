"""The public catalogue of case types."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from gateway.api.bodies import PathId
from gateway.api.router import resource
from gateway.session import Public
from services.cases.contract.operations import GetCaseType, ListCaseTypes
from services.cases.contract.types import CaseTypeView, Catalogue

router = resource("catalogue")
UtilityQuery = Annotated[str | None, Query(max_length=40, description="Default: the portal's own")]


@router.get("/catalogue", summary="Every type of case one can send in")
async def list_case_types(caller: Public, utility: UtilityQuery = None) -> Catalogue:
    return await caller.call(ListCaseTypes(utility=utility or caller.utility))


@router.get("/catalogue/{code}", summary="One type with its form and JSON Schema")
async def get_case_type(
    caller: Public,
    code: PathId,
    utility: UtilityQuery = None,
    version: Annotated[int | None, Query(ge=1)] = None,
) -> CaseTypeView:
    return await caller.call(
        GetCaseType(utility=utility or caller.utility, code=code, version=version)
    )
