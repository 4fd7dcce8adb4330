"""The object store port: bytes under a key, in a folder or in S3."""

from services.chassis.objects.address import store_from
from services.chassis.objects.keys import UnsafeKey, content_key
from services.chassis.objects.port import NoSuchObject, ObjectStore, Stored, WrongSize

__all__ = [
    "NoSuchObject",
    "ObjectStore",
    "Stored",
    "UnsafeKey",
    "WrongSize",
    "content_key",
    "store_from",
]
