"""Addresses and the properties they stand on, for clients that fill in forms."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request

from gateway.addresses.answer import AddressAnswer, AddressQuery
from gateway.api.router import SESSION, resource
from gateway.session import SignedIn
from gateway.state import gateway_of

router = resource("addresses", *SESSION)


@router.get("/addresses", summary="Look up an address, a cadastral number or a point")
async def find_addresses(
    request: Request, caller: SignedIn, query: Annotated[AddressQuery, Query()]
) -> AddressAnswer:
    del caller  # its access is all that is asked of it
    return await gateway_of(request).addresses.find(query)
