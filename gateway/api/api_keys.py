"""Keys for the firm's own software."""

from __future__ import annotations

from typing import Annotated

from fastapi import Response

from gateway.api.bodies import PathId, from_body
from gateway.api.router import WRITES, resource
from gateway.session import Caller, contractor
from services.identity.contract.operations.api_keys import CreateApiKey, ListApiKeys, RevokeApiKey
from services.identity.contract.types.api_keys import ApiKeys, NewApiKey

router = resource("api keys", *WRITES)
FirmAdmin = Annotated[Caller, contractor("firm_admin")]


@router.get("/firm/api-keys", summary="The firm's keys that can be used now")
async def list_api_keys(caller: FirmAdmin) -> ApiKeys:
    return await caller.call(ListApiKeys())


@router.post("/firm/api-keys", status_code=201, summary="Make a key; its secret is told once")
async def create_api_key(
    caller: FirmAdmin, request: Annotated[CreateApiKey, from_body(CreateApiKey)]
) -> NewApiKey:
    return await caller.call(request)


@router.delete("/firm/api-keys/{key_id}", status_code=204, summary="End a key at once")
async def revoke_api_key(caller: FirmAdmin, key_id: PathId) -> Response:
    await caller.call(RevokeApiKey(key_id=key_id))
    return Response(status_code=204)
