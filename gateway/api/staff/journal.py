"""The utility's side of a journal: shielding documents, and following internal ones up."""

from __future__ import annotations

from typing import Annotated

from gateway.api.bodies import from_body
from gateway.api.router import WRITES, resource
from gateway.session import Caller, operator
from services.documents.contract.operations import (
    LiftShielding,
    ListLegalBases,
    SettleFollowUp,
    ShieldDocument,
)
from services.documents.contract.types import DocumentView, LegalBases

router = resource("operator: journal", *WRITES)
Staff = Annotated[Caller, operator()]
Shielder = Annotated[Caller, operator("caseworker", "approver", "archivist")]
Handler = Annotated[Caller, operator("caseworker", "approver", "zone_operator")]


@router.get("/operator/legal-bases", summary="The grounds in law a document may be shielded on")
async def list_legal_bases(caller: Staff) -> LegalBases:
    return await caller.call(ListLegalBases())


@router.post("/operator/documents/{document_id}/shield", summary="Keep a document from firms")
async def shield_document(
    caller: Shielder, request: Annotated[ShieldDocument, from_body(ShieldDocument, "document_id")]
) -> DocumentView:
    return await caller.call(request)


@router.post("/operator/documents/{document_id}/lift", summary="Show a shielded document again")
async def lift_shielding(
    caller: Shielder, request: Annotated[LiftShielding, from_body(LiftShielding, "document_id")]
) -> DocumentView:
    return await caller.call(request)


@router.post(
    "/operator/documents/{document_id}/follow-up",
    summary="An internal document has been followed up",
)
async def settle_follow_up(
    caller: Handler, request: Annotated[SettleFollowUp, from_body(SettleFollowUp, "document_id")]
) -> DocumentView:
    return await caller.call(request)
