"""What browsers fetch once and keep: styles, scripts and fonts under names that hold their hash."""

from __future__ import annotations

import gzip
import hashlib
import mimetypes
import re
from dataclasses import dataclass
from functools import cached_property, lru_cache

from fastapi import APIRouter, Request, Response

from gateway.portals.shared.bundle import Sources, sources

PREFIX = "/static/"
KEPT = "public, max-age=31536000, immutable"
_HASH_DIGITS = 10
_REFERENCE = re.compile(rb"asset:([a-z0-9-]+\.[a-z0-9]+)|(?<=[\"'])\./([a-z0-9_-]+\.js)(?=[\"'])")
_COMPRESSED = ("text/", "application/javascript", "image/svg")


@dataclass(frozen=True)
class Asset:
    """A file as it is served."""

    name: str
    body: bytes
    media_type: str

    @cached_property
    def gzipped(self) -> bytes | None:
        """Squeezed once, for what gains by it."""
        return gzip.compress(self.body, 9) if self.media_type.startswith(_COMPRESSED) else None


class Assets:
    """Every asset by its own name and by its hashed one."""

    def __init__(self, files: Sources) -> None:
        self._files = files
        self._by_name: dict[str, Asset] = {}
        for name in files:
            self._add(name)
        self._served = {asset.name: asset for asset in self._by_name.values()}
        joined = "\n".join(sorted(self._served))
        self.build = hashlib.sha256(joined.encode()).hexdigest()[:_HASH_DIGITS]
        """Changes whenever any asset does."""

    def url(self, name: str) -> str:
        """Where an asset is; raises KeyError for one that does not exist."""
        return PREFIX + self._by_name[name].name

    def served(self, hashed_name: str) -> Asset | None:
        """The asset with that hashed name."""
        return self._served.get(hashed_name)

    def _add(self, name: str) -> Asset:
        """References are replaced first, so that a change below changes every name above it."""
        if name not in self._by_name:
            body = _REFERENCE.sub(self._resolved, self._files[name])
            digest = hashlib.sha256(body).hexdigest()[:_HASH_DIGITS]
            stem, _, extension = name.rpartition(".")
            media_type = mimetypes.types_map.get(f".{extension}", "application/octet-stream")
            if extension == "js":
                media_type = "application/javascript"
            self._by_name[name] = Asset(f"{stem}.{digest}.{extension}", body, media_type)
        return self._by_name[name]

    def _resolved(self, match: re.Match[bytes]) -> bytes:
        name = (match[1] or match[2]).decode()
        return (PREFIX + self._add(name).name).encode()


@lru_cache(maxsize=1)
def assets() -> Assets:
    """The assets of this process, collected once."""
    return Assets(sources())


def build_id() -> str:
    """Tells two deployments apart; an open page compares it with the one the server sends."""
    return assets().build


router = APIRouter()


@router.get(PREFIX + "{name}", include_in_schema=False)
async def static_file(name: str, request: Request) -> Response:
    """One asset, for ever."""
    asset = assets().served(name)
    if asset is None:
        return Response(status_code=404)
    headers = {"Cache-Control": KEPT, "Vary": "Accept-Encoding"}
    body = asset.body
    if asset.gzipped is not None and "gzip" in request.headers.get("accept-encoding", ""):
        body, headers["Content-Encoding"] = asset.gzipped, "gzip"
    return Response(body, media_type=asset.media_type, headers=headers)
