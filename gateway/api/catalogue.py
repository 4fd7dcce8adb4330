"""The public catalogue of case types."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from fastapi import Query
from pydantic import Field

from gateway.api.bodies import PathId
from gateway.api.router import resource
from gateway.session import Public
from services.cases.contract.operations.catalogue import FindOldForm, GetCaseType, ListCaseTypes
from services.cases.contract.types.catalogue import CaseTypeSummary, CaseTypeView, OldForm
from services.cases.contract.types.words import CaseClass
from services.chassis.messages import Message

router = resource("catalogue")
UtilityQuery = Annotated[str | None, Query(max_length=40, description="Default: the portal's own")]


class ListedType(CaseTypeSummary):
    """A type in the list; its class goes by the name `class`."""

    class_: CaseClass = Field(serialization_alias="class")


class ShownType(CaseTypeView):
    """A type with its form; its class goes by the name `class`."""

    class_: CaseClass = Field(serialization_alias="class")


class ListedTypes(Message):
    """Types in the order of the catalogue, or the best match first."""

    items: list[ListedType]
    opens_at: datetime | None


@router.get("/catalogue", summary="Every type of case one can send in, or those that fit a search")
async def list_case_types(
    caller: Public,
    utility: UtilityQuery = None,
    q: Annotated[str, Query(max_length=100, description="Titles, old names, keywords")] = "",
) -> ListedTypes:
    catalogue = await caller.call(ListCaseTypes(utility=utility or caller.utility, q=q))
    return ListedTypes(
        items=[ListedType(**dict(item)) for item in catalogue.items],
        opens_at=catalogue.opens_at,
    )


@router.get("/old-forms/{address}", summary="The type that took the place of an old form")
async def find_old_form(caller: Public, address: PathId, utility: UtilityQuery = None) -> OldForm:
    return await caller.call(FindOldForm(utility=utility or caller.utility, address=address))


@router.get("/catalogue/{code}", summary="One type with its form and JSON Schema")
async def get_case_type(
    caller: Public,
    code: PathId,
    utility: UtilityQuery = None,
    version: Annotated[int | None, Query(ge=1)] = None,
) -> ShownType:
    asked = GetCaseType(utility=utility or caller.utility, code=code, version=version)
    return ShownType(**dict(await caller.call(asked)))
