"""Objects in S3, by the subset every server has: put, get, head, delete, ranges, compose.

No versioning, no object lock and no hash of the server's is relied on; we hash ourselves.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, cast

import urllib3
from minio import Minio
from minio.commonconfig import ComposeSource
from minio.error import S3Error

from services.chassis.objects.keys import safe
from services.chassis.objects.port import CHUNK, NoSuchObject, Stored
from services.chassis.objects.stream import Passing, Readable

PART = 8 * 1024 * 1024
"""Bytes sent at a time; an object of 2 GiB is 256 of them."""
LEAST_COMPOSED = 5 * 1024 * 1024
"""S3 refuses to compose smaller parts than this, the last one excepted."""
CONNECT_SECONDS = 3
READ_SECONDS = 30
_MISSING = {"NoSuchKey", "NoSuchObject", "NotFound"}
_PAST_THE_END = "InvalidRange"


class S3Store:
    """One bucket, made at the first start when it is not there."""

    def __init__(
        self, host: str, access: str, secret: str, bucket: str, *, secure: bool, connections: int
    ) -> None:
        self._bucket = bucket
        self._client = Minio(
            host,
            access_key=access,
            secret_key=secret,
            secure=secure,
            region="us-east-1",
            http_client=urllib3.PoolManager(
                timeout=urllib3.Timeout(connect=CONNECT_SECONDS, read=READ_SECONDS),
                maxsize=connections,
                retries=urllib3.Retry(total=2, backoff_factor=0.2, status_forcelist=[502, 503]),
            ),
        )

    def put(self, key: str, chunks: Iterable[bytes], size: int | None = None) -> Stored:
        """See ObjectStore."""
        passing = Passing(chunks, size)
        self._client.put_object(
            self._bucket,
            safe(key),
            cast(BinaryIO, Readable(passing)),
            length=-1 if size is None else size,
            part_size=PART,
        )
        return passing.stored

    def get(self, key: str, start: int = 0, length: int | None = None) -> Iterator[bytes]:
        """See ObjectStore."""
        reading = self._reading(safe(key), start, length)
        next(reading)  # asks the server, so that a missing one is told here and not at first read
        return reading

    def head(self, key: str) -> Stored | None:
        """See ObjectStore."""
        try:
            found = self._client.stat_object(self._bucket, safe(key))
        except S3Error as problem:
            if problem.code in _MISSING:
                return None
            raise
        return Stored(found.size or 0)

    def delete(self, key: str) -> None:
        """See ObjectStore."""
        self._client.remove_object(self._bucket, safe(key))

    def compose(self, key: str, parts: Sequence[str]) -> Stored:
        """See ObjectStore; copied within the server where it allows, and read once to hash."""
        sizes = [self._size(part) for part in parts]
        if len(parts) < 2 or min(sizes[:-1]) < LEAST_COMPOSED:
            streamed = (chunk for part in parts for chunk in self.get(part))
            return self.put(key, streamed, sum(sizes))
        self._client.compose_object(
            self._bucket, safe(key), [ComposeSource(self._bucket, safe(part)) for part in parts]
        )
        passing = Passing(self.get(key), sum(sizes))
        for _ in passing:
            pass
        return passing.stored

    def ensure_reachable(self) -> None:
        """The server answers for the bucket."""
        if not self._client.bucket_exists(self._bucket):
            raise NoSuchObject("the bucket")

    def ensure_bucket(self) -> None:
        """Make the bucket when it is missing; another process may be faster."""
        if not self._client.bucket_exists(self._bucket):
            try:
                self._client.make_bucket(self._bucket)
            except S3Error as problem:
                if problem.code not in {"BucketAlreadyOwnedByYou", "BucketAlreadyExists"}:
                    raise

    def _size(self, key: str) -> int:
        found = self.head(key)
        if found is None:
            raise NoSuchObject
        return found.size

    def _reading(self, key: str, start: int, length: int | None) -> Iterator[bytes]:
        if length == 0:
            self._size(key)
            yield b""
            return
        try:
            answer = self._client.get_object(self._bucket, key, offset=start, length=length or 0)
        except S3Error as problem:
            if problem.code in _MISSING:
                raise NoSuchObject from None
            if problem.code != _PAST_THE_END:
                raise
            yield b""
            return
        try:
            yield b""
            yield from answer.stream(CHUNK)
        finally:
            answer.close()
            answer.release_conn()
