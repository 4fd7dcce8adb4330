"""A part of a file: its signed address, and its way into the object store."""

from __future__ import annotations

import hashlib
import hmac
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from urllib.parse import urlencode

from anyio import from_thread, to_thread

from gateway.api.router import PREFIX
from gateway.edge.limits import PART_LIMIT
from gateway.refusals import BodyTooLarge, PartIncomplete, SignatureInvalid
from services.chassis import clock
from services.chassis.objects import ObjectStore, WrongSize
from services.documents.contract.parts import part_key


@dataclass(frozen=True)
class PartTicket:
    """Permission to store one part of exactly `size` bytes until `expires` (Unix seconds)."""

    upload_id: str
    number: int
    size: int
    expires: int

    def signature(self, key: str) -> str:
        """HMAC-SHA256 over everything the ticket says."""
        said = f"{self.upload_id}/{self.number}/{self.size}/{self.expires}"
        return hmac.new(key.encode(), said.encode(), hashlib.sha256).hexdigest()

    def path(self, key: str) -> str:
        """The address the part is PUT to."""
        query = urlencode({"size": self.size, "exp": self.expires, "sig": self.signature(key)})
        return f"{PREFIX}/uploads/{self.upload_id}/parts/{self.number}?{query}"

    def ensure_signed(self, signature: str, key: str) -> None:
        """Refuses SignatureInvalid for a wrong or old one, BodyTooLarge for a part over 8 MiB."""
        if not key or not hmac.compare_digest(signature.encode(), self.signature(key).encode()):
            raise SignatureInvalid
        if self.expires < clock.now().timestamp():
            raise SignatureInvalid
        if self.size > PART_LIMIT:
            raise BodyTooLarge(limit=PART_LIMIT)


class PartStream:
    """A request's body handed chunk by chunk to a thread that writes it; never all in memory."""

    def __init__(self, chunks: AsyncIterator[bytes]) -> None:
        self._chunks = chunks

    async def store(self, objects: ObjectStore, ticket: PartTicket) -> None:
        """Durable when this returns. Refuses PartIncomplete when other bytes came than promised."""
        key = part_key(ticket.upload_id, ticket.number)
        try:
            await to_thread.run_sync(objects.put, key, self._pulled(), ticket.size)
        except WrongSize:
            raise PartIncomplete(size=ticket.size) from None

    def _pulled(self) -> Iterator[bytes]:
        while True:
            chunk = from_thread.run(self._next)
            if chunk is None:
                return
            yield chunk

    async def _next(self) -> bytes | None:
        return await anext(self._chunks, None)
