"""Files that come in a page's own form, for browsers without scripts."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from anyio import to_thread
from fastapi import Request
from starlette.datastructures import UploadFile

from gateway.api.patience import patiently
from gateway.api.uploads import part_length
from gateway.session import Caller
from gateway.state import gateway_of
from services.documents.contract.operations import CompleteUpload, StartFirmUpload, StartUpload
from services.documents.contract.parts import part_key
from services.documents.contract.types import DocumentView, Entry, UploadView

_CHUNK = 256 * 1024


async def take_in(
    request: Request,
    caller: Caller,
    file: UploadFile,
    *,
    case_id: str,
    kind: str,
    answers: str | None = None,
    entry: Entry | None = None,
) -> DocumentView:
    """One file into quarantine, by the same way a script would have sent it.

    The caller has a key of the file's own, so that a form sent twice makes no second copy.
    Refuses as StartUpload and CompleteUpload do.
    """
    announced = StartUpload(
        case_id=case_id,
        filename=(file.filename or "fil")[-200:],
        size=file.size or 0,
        kind=kind,
        answers=answers,
        entry=entry,
    )
    return await _sent(request, caller, file, await patiently(caller, announced, "CaseUnknown"))


async def take_in_for_firm(request: Request, caller: Caller, file: UploadFile) -> DocumentView:
    """The same for a file of the firm's own."""
    announced = StartFirmUpload(filename=(file.filename or "fil")[-200:], size=file.size or 0)
    return await _sent(request, caller, file, await caller.call(announced))


async def _sent(
    request: Request, caller: Caller, file: UploadFile, upload: UploadView
) -> DocumentView:
    objects = gateway_of(request).objects
    for number in range(1, upload.parts + 1):
        size = part_length(upload, number)
        key = part_key(upload.upload_id, number)
        await to_thread.run_sync(objects.put, key, _chunks(file.file, size), size)
    return await caller.call(CompleteUpload(upload_id=upload.upload_id), step="done")


def _chunks(source: BinaryIO, size: int) -> Iterator[bytes]:
    left = size
    while left > 0 and (chunk := source.read(min(_CHUNK, left))):
        left -= len(chunk)
        yield chunk
