"""The dialogue of a case, between firm and utility."""

from __future__ import annotations

from typing import Annotated

from fastapi import Query, Response

from gateway.api.bodies import PathId, from_body
from gateway.api.patience import patiently
from gateway.api.router import WRITES, resource
from gateway.session import SignedIn
from services.cases.contract.operations.dialogue import ListMessages, ReadMessages, SendMessage
from services.cases.contract.types.dialogue import Dialogue, DialogueEntry

router = resource("messages", *WRITES)


@router.get("/cases/{case_id}/messages", summary="The newest messages, oldest of them first")
async def list_messages(
    caller: SignedIn,
    case_id: PathId,
    cursor: Annotated[str, Query(pattern=r"^[0-9]{0,9}$")] = "",
    limit: Annotated[int, Query(ge=1, le=100)] = 50,
) -> Dialogue:
    return await caller.call(ListMessages(case_id=case_id, cursor=cursor, limit=limit))


@router.post("/cases/{case_id}/messages", status_code=201, summary="Write to the other side")
async def send_message(
    caller: SignedIn, request: Annotated[SendMessage, from_body(SendMessage, "case_id")]
) -> DialogueEntry:
    return await patiently(caller, request, "DocumentNotReady")


@router.post("/cases/{case_id}/messages/read", status_code=204, summary="One has read them")
async def read_messages(
    caller: SignedIn, request: Annotated[ReadMessages, from_body(ReadMessages, "case_id")]
) -> Response:
    await caller.call(request)
    return Response(status_code=204)
