"""The bytes of an accepted document: streamed from a thread, in ranges, as a sandboxed attachment.

RFC 9110 (14) for ranges, RFC 6266 and 8187 for the name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import quote

from anyio import to_thread
from starlette.responses import Response, StreamingResponse

from gateway.refusals import PageNotFound, RangeNotSatisfiable
from services.chassis.objects import NoSuchObject, ObjectStore
from services.documents.contract.types import OpenDocument

_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})")
_SAFE_NAME = re.compile(r"[^A-Za-z0-9._ -]")
SANDBOX = "sandbox; default-src 'none'"


@dataclass(frozen=True)
class Span:
    """Bytes from `start`, so many."""

    start: int
    length: int


def span_of(wanted: str | None, size: int) -> Span | None:
    """The one range asked for; None for the whole file, also for what is not understood.

    Refuses RangeNotSatisfiable for a range outside the file.
    """
    match = _RANGE.fullmatch((wanted or "").strip())
    if match is None or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if not first:
        length = min(int(last), size)
        start = size - length
    else:
        start = int(first)
        length = min(int(last) if last else size - 1, size - 1) - start + 1
        if last and int(last) < int(first):
            return None
    if start >= size or length <= 0:
        raise RangeNotSatisfiable(size=size)
    return Span(start, length)


def disposition(filename: str) -> str:
    """`attachment` with a plain name for old clients and the real one, æøå included."""
    plain = _SAFE_NAME.sub("_", filename)
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(filename, safe='')}"


async def download(
    objects: ObjectStore,
    opened: OpenDocument,
    *,
    wanted: str | None = None,
    unchanged_since: str | None = None,
) -> Response:
    """The answer to a read. A range is given only of the very bytes the client has begun with."""
    etag = f'"{opened.sha256}"'
    if unchanged_since is not None and unchanged_since != etag:
        wanted = None
    span = span_of(wanted, opened.size)
    start, length = (span.start, span.length) if span else (0, opened.size)
    try:
        chunks: Iterator[bytes] = await to_thread.run_sync(objects.get, opened.key, start, length)
    except NoSuchObject:
        raise PageNotFound from None
    headers = {
        "Content-Disposition": disposition(opened.filename),
        "Content-Length": str(length),
        "Accept-Ranges": "bytes",
        "ETag": etag,
        "Cache-Control": "private, no-store",
        "Content-Security-Policy": SANDBOX,
    }
    if span:
        headers["Content-Range"] = f"bytes {start}-{start + length - 1}/{opened.size}"
    return StreamingResponse(
        chunks, 206 if span else 200, headers=headers, media_type=opened.media_type
    )
