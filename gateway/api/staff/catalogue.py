"""The catalogue's desk: versions of case types, checked and published without a deploy."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query

from gateway.api.bodies import PathId, from_body
from gateway.api.router import WRITES, resource
from gateway.session import Caller, operator
from services.cases.contract.operations.catalogue import ConfigureCatalogue
from services.cases.contract.operations.publishing import (
    CheckTypeVersion,
    GetTypeSource,
    ListTypeVersions,
    PublishTypeVersion,
)
from services.cases.contract.types.publishing import (
    TypeReport,
    TypeSource,
    TypeVersionRow,
    TypeVersions,
)
from services.chassis.messages import Nothing

router = resource("operator: catalogue", *WRITES)
Administrator = Annotated[Caller, operator("administrator")]


@router.get("/operator/catalogue", summary="Every version of every case type")
async def list_type_versions(caller: Administrator) -> TypeVersions:
    return await caller.call(ListTypeVersions())


@router.get("/operator/catalogue/{code}", summary="A version as YAML, to write the next one from")
async def get_type_source(
    caller: Administrator, code: PathId, version: Annotated[int | None, Query(ge=1)] = None
) -> TypeSource:
    return await caller.call(GetTypeSource(code=code, version=version))


@router.post("/operator/catalogue/check", summary="What publishing a text would mean")
async def check_type_version(
    caller: Administrator, request: Annotated[CheckTypeVersion, from_body(CheckTypeVersion)]
) -> TypeReport:
    return await caller.call(request)


@router.post("/operator/catalogue", status_code=201, summary="Publish a version of a case type")
async def publish_type_version(
    caller: Administrator, request: Annotated[PublishTypeVersion, from_body(PublishTypeVersion)]
) -> TypeVersionRow:
    return await caller.call(request)


@router.put("/operator/old-forms", summary="Say where the utility's old forms lead")
async def configure_catalogue(
    caller: Administrator, request: Annotated[ConfigureCatalogue, from_body(ConfigureCatalogue)]
) -> Nothing:
    return await caller.call(request)
