"""Parts on their way in, and documents on their way out."""

from __future__ import annotations

from datetime import timedelta
from urllib.parse import urlsplit

import pytest
from fastapi import FastAPI
from httpx import AsyncClient

from gateway.api.downloads import Span, disposition, span_of
from gateway.api.parts import PartTicket
from gateway.edge.limits import PART_LIMIT
from gateway.refusals import RangeNotSatisfiable
from gateway.rpc import RemoteRefusal
from services.chassis import clock
from services.chassis.objects import ObjectStore, content_key
from services.documents.contract.operations import OpenContent, StartUpload
from services.documents.contract.parts import part_key
from services.documents.contract.types import OpenDocument, UploadView
from tests.unit.gateway.bus import Bus
from tests.unit.gateway.people import KARI, by_token

pytestmark = pytest.mark.anyio
CONTENT = b"%PDF-1.7 " + b"0123456789" * 100
SHA = "ab" * 32


@pytest.fixture
def objects(app: FastAPI) -> ObjectStore:
    store: ObjectStore = app.state.gateway.objects
    return store


@pytest.fixture(autouse=True)
def _signed_in(bus: Bus) -> None:
    bus.open_session("kari", KARI)


def ticket(size: int = 10, minutes: int = 5, number: int = 1) -> PartTicket:
    expires = int((clock.now() + timedelta(minutes=minutes)).timestamp())
    return PartTicket("upload-1", number, size, expires)


async def test_a_file_over_a_part_gets_a_link_for_each(client: AsyncClient, bus: Bus) -> None:
    upload = UploadView(
        upload_id="upload-1",
        case_id="case-1",
        filename="æøå.pdf",
        size=25,
        part_size=10,
        parts=3,
        arrived=[2],
        expires_at=clock.now() + timedelta(hours=1),
    )
    heard = iter([RemoteRefusal("CaseUnknown", "not_found"), upload])
    bus.answer(StartUpload, lambda _: next(heard))
    body = {"filename": "æøå.pdf", "size": 25, "kind": "FOTO"}
    answer = await client.post("/api/v1/cases/case-1/uploads", json=body, headers=by_token("kari"))
    assert answer.status_code == 201
    parts = answer.json()["parts"]
    assert [(part["number"], part["size"]) for part in parts] == [(1, 10), (3, 5)]
    assert urlsplit(parts[0]["url"]).netloc == "localhost:8000"
    keys = {asked.key for asked in bus.of(StartUpload)}
    assert len(keys) == 1  # a case documents has not heard of yet is asked for again, as one call


async def test_a_part_is_stored_whole(client: AsyncClient, objects: ObjectStore) -> None:
    answer = await client.put(ticket().path("upload-key"), content=b"0123456789")
    assert answer.status_code == 204
    assert b"".join(objects.get(part_key("upload-1", 1))) == b"0123456789"


@pytest.mark.parametrize("content", [b"012345678", b"0123456789x", b""])
async def test_a_part_of_another_size_is_not_stored(
    client: AsyncClient, objects: ObjectStore, content: bytes
) -> None:
    answer = await client.put(ticket().path("upload-key"), content=content)
    assert (answer.status_code, answer.json()["code"]) == (422, "PartIncomplete")
    assert objects.head(part_key("upload-1", 1)) is None


async def test_an_altered_or_old_address_stores_nothing(
    client: AsyncClient, objects: ObjectStore
) -> None:
    good = ticket().path("upload-key")
    for bad in (
        ticket().path("another-key"),
        ticket(minutes=-1).path("upload-key"),
        good.replace("parts/1?", "parts/2?"),
        good.replace("upload-1", "upload-2"),
        good.replace("size=10", "size=11"),
        good.replace("exp=", "exp=9"),
    ):
        answer = await client.put(bad, content=b"0123456789")
        assert (answer.status_code, answer.json()["code"]) == (403, "SignatureInvalid"), bad
    assert objects.head(part_key("upload-1", 1)) is None


async def test_a_part_over_8_mebibytes_is_refused(client: AsyncClient) -> None:
    address = ticket(size=PART_LIMIT + 1).path("upload-key")
    answer = await client.put(address, content=b"x")
    assert answer.status_code == 413


@pytest.fixture
def opened(objects: ObjectStore, bus: Bus) -> None:
    key = content_key(SHA)
    objects.put(key, [CONTENT], len(CONTENT))
    bus.answer(
        OpenContent,
        OpenDocument(
            key=key,
            filename='Målsatt "skisse".pdf',
            media_type="application/pdf",
            size=len(CONTENT),
            sha256=SHA,
        ),
    )


@pytest.mark.usefixtures("opened")
async def test_a_document_is_a_sandboxed_attachment(client: AsyncClient) -> None:
    answer = await client.get("/api/v1/documents/d/content", headers=by_token("kari"))
    assert answer.content == CONTENT
    headers = answer.headers
    assert headers["content-type"] == "application/pdf"
    assert headers["content-disposition"].startswith('attachment; filename="M_lsatt _skisse_.pdf"')
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["content-security-policy"].startswith("sandbox")
    assert "no-store" in headers["cache-control"]


@pytest.mark.usefixtures("opened")
async def test_a_range_and_its_condition(client: AsyncClient) -> None:
    wanted = by_token("kari") | {"Range": "bytes=9-18"}
    part = await client.get("/api/v1/documents/d/content", headers=wanted)
    assert (part.status_code, part.content) == (206, b"0123456789")
    assert part.headers["content-range"] == f"bytes 9-18/{len(CONTENT)}"
    changed = wanted | {"If-Range": '"other"'}
    whole = await client.get("/api/v1/documents/d/content", headers=changed)
    assert (whole.status_code, whole.content) == (200, CONTENT)
    outside = by_token("kari") | {"Range": "bytes=5000-"}
    refused = await client.get("/api/v1/documents/d/content", headers=outside)
    assert (refused.status_code, refused.json()["facts"]) == (416, {"size": len(CONTENT)})
    assert refused.headers["content-range"] == f"bytes */{len(CONTENT)}"


@pytest.mark.parametrize(
    ("wanted", "span"),
    [
        (None, None),
        ("", None),
        ("bytes=0-0", Span(0, 1)),
        ("bytes=10-", Span(10, 90)),
        ("bytes=-5", Span(95, 5)),
        ("bytes=-500", Span(0, 100)),
        ("bytes=90-500", Span(90, 10)),
        ("bytes=5-4", None),
        ("bytes=-", None),
        ("bytes=0-1,5-6", None),
        ("lines=1-2", None),
    ],
)
def test_ranges_as_rfc_9110_has_them(wanted: str | None, span: Span | None) -> None:
    assert span_of(wanted, 100) == span


@pytest.mark.parametrize("wanted", ["bytes=100-", "bytes=100-200", "bytes=-0"])
def test_ranges_outside_the_file(wanted: str) -> None:
    with pytest.raises(RangeNotSatisfiable):
        span_of(wanted, 100)


def test_a_name_cannot_break_out_of_its_header() -> None:
    header = disposition('grøft"\r\nSet-Cookie: x=1; .pdf')
    assert "\r" not in header
    assert "\n" not in header
    assert header.endswith("filename*=UTF-8''gr%C3%B8ft%22%0D%0ASet-Cookie%3A%20x%3D1%3B%20.pdf")
