"""The firm one acts for: its profile, and the utilities that let it in."""

from __future__ import annotations

from typing import Annotated

from fastapi import Request

from gateway.api.bodies import PathId, from_body
from gateway.api.router import WRITES, resource
from gateway.session import Contractor, Public
from gateway.state import gateway_of
from services.documents.contract.operations import ListFirmLetters
from services.documents.contract.types import DocumentList
from services.identity.contract.operations.firm_profile import (
    AskUtility,
    ConfirmFirm,
    GetFirmProfile,
    ListFirmStandings,
    ProveAddress,
    UpdateFirm,
)
from services.identity.contract.types.firm_profile import FirmProfile, FirmStandings, ProvenAddress

router = resource("firm", *WRITES)


@router.get("/firm", summary="The firm's profile, with addresses under way and undeliverable ones")
async def get_firm_profile(caller: Contractor) -> FirmProfile:
    return await caller.call(GetFirmProfile())


@router.patch("/firm", summary="Change it; an empty change confirms it")
async def update_firm(
    http: Request, caller: Contractor, request: Annotated[UpdateFirm, from_body(UpdateFirm)]
) -> FirmProfile:
    profile = await caller.call(request)
    gateway_of(http).sessions.forget(caller.secret, caller.portal)
    return profile


@router.get("/firm/letters", summary="What the utility has decided about the firm, newest first")
async def list_firm_letters(caller: Contractor) -> DocumentList:
    return await caller.call(ListFirmLetters())


@router.get("/firm/utilities", summary="Where the firm stands with each utility")
async def list_firm_standings(caller: Contractor) -> FirmStandings:
    return await caller.call(ListFirmStandings())


@router.post("/firm/utilities/{utility_id}", status_code=201, summary="Ask one more to be let in")
async def ask_utility(caller: Contractor, utility_id: PathId) -> FirmStandings:
    return await caller.call(AskUtility(utility=utility_id))


@router.post("/firm-addresses/{firm_id}", summary="Prove a new address by the link sent to it")
async def prove_address(
    caller: Public, request: Annotated[ProveAddress, from_body(ProveAddress, "firm_id")]
) -> ProvenAddress:
    return await caller.call(request)


@router.post("/firm-confirmations/{firm_id}", summary="All is right: the yearly reminder's link")
async def confirm_firm(
    caller: Public, request: Annotated[ConfirmFirm, from_body(ConfirmFirm, "firm_id")]
) -> ProvenAddress:
    return await caller.call(request)
