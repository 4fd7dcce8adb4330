"""Oneself, and which firm and utility one acts for."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Request

from gateway.api.bodies import from_body
from gateway.api.router import WRITES, resource
from gateway.session import SignedIn
from gateway.state import gateway_of
from services.identity.contract.operations.people import GetMe, UpdateMe
from services.identity.contract.operations.sessions import ActFor, ListSecurityEvents
from services.identity.contract.types.people import PersonView
from services.identity.contract.types.security import SecurityEvents

router = resource("me", *WRITES)


@router.get("/me", summary="Oneself: firms, roles, language")
async def get_me(caller: SignedIn) -> PersonView:
    return await caller.call(GetMe())


@router.patch("/me", summary="Change one's language or name")
async def update_me(
    http: Request, caller: SignedIn, request: Annotated[UpdateMe, from_body(UpdateMe)]
) -> PersonView:
    person = await caller.call(request)
    gateway_of(http).sessions.forget(caller.secret, caller.portal)
    return person


@router.get("/me/security-events", summary="What has happened to one's account, newest first")
async def list_security_events(
    caller: SignedIn,
    cursor: Annotated[str, Query(max_length=200)] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 25,
) -> SecurityEvents:
    return await caller.call(ListSecurityEvents(cursor=cursor, limit=limit))


@router.put("/sessions/current/acting", summary="Choose firm and utility to act for")
async def act_for(
    http: Request, caller: SignedIn, request: Annotated[ActFor, from_body(ActFor)]
) -> PersonView:
    person = await caller.call(request)
    gateway_of(http).sessions.forget(caller.secret, caller.portal)
    return person
