"""Several firms on one case, and cases that change firm."""

from __future__ import annotations

from typing import Annotated, Literal

from fastapi import Response

from gateway.api.bodies import PathId, from_body
from gateway.api.labels import LabelledCase, labelled
from gateway.api.router import WRITES, resource
from gateway.session import Caller, Contractor, operator
from services.cases.contract.operations.parties import (
    AnswerInvitation,
    EndParty,
    InviteParty,
    ListFormerCases,
    ListInvitations,
    TakeContact,
    TransferCase,
)
from services.cases.contract.types.parties import FormerCases, Invitations

router = resource("parties", *WRITES)
Staff = Annotated[Caller, operator("caseworker", "approver")]


@router.post("/cases/{case_id}/parties", status_code=201, summary="Ask another firm onto the case")
async def invite_party(
    caller: Contractor, request: Annotated[InviteParty, from_body(InviteParty, "case_id")]
) -> LabelledCase:
    return labelled(await caller.call(request), caller.language)


@router.post("/parties/{party_id}/end", status_code=204, summary="Leave a case, or be taken off it")
async def end_party(caller: Contractor, party_id: PathId) -> Response:
    await caller.call(EndParty(party_id=party_id))
    return Response(status_code=204)


@router.get("/case-invitations", summary="Cases the firm is asked onto")
async def list_case_invitations(caller: Contractor) -> Invitations:
    return await caller.call(ListInvitations())


@router.post("/case-invitations/{party_id}/{answer}", status_code=204, summary="Accept, or decline")
async def answer_case_invitation(
    caller: Contractor, party_id: PathId, answer: Literal["accept", "decline"]
) -> Response:
    await caller.call(AnswerInvitation(party_id=party_id, accept=answer == "accept"))
    return Response(status_code=204)


@router.post("/cases/{case_id}/contact", summary="Become the firm's contact on the case")
async def take_contact(caller: Contractor, case_id: PathId) -> LabelledCase:
    return labelled(await caller.call(TakeContact(case_id=case_id)), caller.language)


@router.post("/cases/{case_id}/transfer", summary="Give the case to another firm")
async def transfer_case(
    caller: Staff, request: Annotated[TransferCase, from_body(TransferCase, "case_id")]
) -> LabelledCase:
    return labelled(await caller.call(request), caller.language)


@router.get("/former-cases", summary="Cases that were given to another firm")
async def list_former_cases(caller: Contractor) -> FormerCases:
    return await caller.call(ListFormerCases())
