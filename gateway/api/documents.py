"""Documents of a case: the journal, one document's state, and its bytes."""

from __future__ import annotations

from fastapi import Request, Response

from gateway.api.bodies import PathId
from gateway.api.downloads import download
from gateway.api.patience import patiently
from gateway.api.router import SESSION, resource
from gateway.session import SignedIn
from gateway.state import gateway_of
from services.documents.contract.operations import GetDocument, ListDocuments, OpenContent
from services.documents.contract.types import DocumentList, DocumentView

router = resource("documents", *SESSION, 409)


@router.get("/cases/{case_id}/documents", summary="The documents of a case")
async def list_documents(caller: SignedIn, case_id: PathId) -> DocumentList:
    return await patiently(caller, ListDocuments(case_id=case_id), "CaseUnknown")


@router.get("/documents/{document_id}", summary="One document's state")
async def get_document(caller: SignedIn, document_id: PathId) -> DocumentView:
    return await caller.call(GetDocument(document_id=document_id))


@router.get(
    "/documents/{document_id}/content",
    response_class=Response,
    summary="Its bytes, when accepted",
    responses={
        200: {"content": {"application/octet-stream": {}}, "description": "The whole file"},
        206: {"content": {"application/octet-stream": {}}, "description": "The asked-for range"},
    },
)
async def read_document(http: Request, caller: SignedIn, document_id: PathId) -> Response:
    opened = await caller.call(OpenContent(document_id=document_id))
    return await download(
        gateway_of(http).objects,
        opened,
        wanted=http.headers.get("range"),
        unchanged_since=http.headers.get("if-range"),
    )
