"""Parts nobody needs any more are removed."""

from __future__ import annotations

from services.chassis.db.work import Work
from services.documents.store import uploads
from services.documents.store.files import objects

AT_ONCE = 4
"""Uploads a round; one of 2 GiB has 256 parts."""


def clear_staging(work: Work) -> int:
    """Clear uploads that expired unclaimed and those whose file has been inspected.

    Removing is safe to repeat, so a round that dies half-way is simply done again.
    """
    found = uploads.to_clear(work.session, work.now, AT_ONCE)
    for upload in found:
        for key in uploads.part_keys(upload):
            objects().delete(key)
        upload.cleared_at = work.now
    return len(found)
