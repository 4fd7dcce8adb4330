"""Which store an address means: `folder:/path` or `s3://ACCESS:SECRET@host:port/bucket`."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import parse_qs, unquote, urlsplit

from services.chassis.objects.folder import FolderStore
from services.chassis.objects.port import ObjectStore

CONNECTIONS = 32
"""Kept open to an S3 server by one process."""


def store_from(address: str) -> ObjectStore:
    """The store at that address; `?secure=0` speaks plain HTTP to an S3 server.

    Raises ValueError for another address, without repeating it: it may hold a secret.
    """
    if address.startswith("folder:"):
        path = Path(address.removeprefix("folder:"))
        if not path.is_absolute():
            raise ValueError("an object store's folder has an absolute path")
        return FolderStore(path)
    parts = urlsplit(address)
    bucket = parts.path.strip("/")
    if parts.scheme != "s3" or not (parts.hostname and parts.username and parts.password):
        raise ValueError("an object store is folder:/path or s3://ACCESS:SECRET@host/bucket")
    if not bucket or "/" in bucket:
        raise ValueError("an object store names one bucket")
    from services.chassis.objects.s3 import S3Store

    store = S3Store(
        parts.netloc.rpartition("@")[2],
        unquote(parts.username),
        unquote(parts.password),
        bucket,
        secure=parse_qs(parts.query).get("secure", ["1"]) != ["0"],
        connections=CONNECTIONS,
    )
    store.ensure_bucket()
    return store
