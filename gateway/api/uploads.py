"""Files on their way in: announced, sent in parts, completed into quarantine."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Annotated

from fastapi import Depends, Path, Query, Request, Response

from gateway.api.bodies import PathId, from_body
from gateway.api.parts import PartStream, PartTicket
from gateway.api.patience import patiently
from gateway.api.router import WRITES, resource
from gateway.session import AnyOrigin, Caller, Contractor, SignedIn
from gateway.state import gateway_of
from services.chassis.messages import Message
from services.documents.contract.operations import (
    CompleteUpload,
    GetUpload,
    StartFirmUpload,
    StartUpload,
)
from services.documents.contract.parts import size_of_part
from services.documents.contract.types import DocumentView, UploadView

router = resource("uploads", *WRITES)


class PartLink(Message):
    """Where a part that has not arrived is PUT; good until the upload expires."""

    number: int
    url: str
    size: int
    """Bytes; exactly so many are taken."""


@dataclass(frozen=True)
class _SignedPart:
    """A part's address as it came."""

    upload_id: PathId
    number: Annotated[int, Path(ge=1)]
    size: Annotated[int, Query(ge=1)]
    exp: Annotated[int, Query(ge=0)]
    sig: Annotated[str, Query(max_length=100)]


SignedPart = Annotated[_SignedPart, Depends(_SignedPart)]


class UploadLinks(Message):
    """An upload with a link for each part that is still missing."""

    upload_id: str
    case_id: str
    filename: str
    size: int
    part_size: int
    parts: list[PartLink]
    arrived: list[int]
    expires_at: datetime
    document_id: str | None


@router.post("/cases/{case_id}/uploads", status_code=201, summary="Announce a file")
async def start_upload(
    http: Request,
    caller: SignedIn,
    request: Annotated[StartUpload, from_body(StartUpload, "case_id")],
) -> UploadLinks:
    return with_links(http, caller, await patiently(caller, request, "CaseUnknown"))


@router.post("/firm/uploads", status_code=201, summary="Announce a file of the firm's own")
async def start_firm_upload(
    http: Request,
    caller: Contractor,
    request: Annotated[StartFirmUpload, from_body(StartFirmUpload)],
) -> UploadLinks:
    return with_links(http, caller, await caller.call(request))


@router.get("/uploads/{upload_id}", summary="Which parts have arrived, to resume")
async def get_upload(http: Request, caller: SignedIn, upload_id: PathId) -> UploadLinks:
    return with_links(http, caller, await caller.call(GetUpload(upload_id=upload_id)))


@router.put(
    "/uploads/{upload_id}/parts/{number}",
    status_code=204,
    summary="One part; the signed address is the permission",
    openapi_extra={"requestBody": {"content": {"application/octet-stream": {}}, "required": True}},
)
async def put_part(http: Request, _: AnyOrigin, signed: SignedPart) -> Response:
    gateway = gateway_of(http)
    ticket = PartTicket(signed.upload_id, signed.number, signed.size, signed.exp)
    ticket.ensure_signed(signed.sig, gateway.settings.upload_key)
    await PartStream(http.stream()).store(gateway.objects, ticket)
    return Response(status_code=204)


@router.post("/uploads/{upload_id}/complete", status_code=202, summary="All parts are there")
async def complete_upload(
    caller: SignedIn, request: Annotated[CompleteUpload, from_body(CompleteUpload, "upload_id")]
) -> DocumentView:
    return await caller.call(request)


def with_links(http: Request, caller: Caller, upload: UploadView) -> UploadLinks:
    """The upload with signed addresses on the caller's own portal."""
    settings = gateway_of(http).settings
    home = settings.url_of(caller.portal, caller.default_utility)
    expires = int(upload.expires_at.timestamp())
    missing = [n for n in range(1, upload.parts + 1) if n not in upload.arrived]
    tickets = [
        PartTicket(upload.upload_id, number, part_length(upload, number), expires)
        for number in missing
    ]
    return UploadLinks(
        **upload.model_dump(exclude={"parts"}),
        parts=[
            PartLink(
                number=ticket.number,
                size=ticket.size,
                url=home + ticket.path(settings.upload_key),
            )
            for ticket in tickets
        ],
    )


def part_length(upload: UploadView, number: int) -> int:
    """Bytes of a part: all are alike but the last."""
    return size_of_part(number, upload.size, upload.part_size)
