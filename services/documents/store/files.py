"""The object store of this process."""

from __future__ import annotations

from functools import lru_cache

from services.chassis.objects import ObjectStore, store_from
from services.documents.settings import documents_settings


@lru_cache(maxsize=1)
def objects() -> ObjectStore:
    """Opened once, at the address in OBJECT_STORE."""
    return store_from(documents_settings().object_store)
