"""Every store there is: the folder always, S3 when S3_TEST_URL names a server."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from services.chassis.ids import new_id
from services.chassis.objects import ObjectStore, store_from

STORES = ["folder", *(["s3"] if os.environ.get("S3_TEST_URL") else [])]


@pytest.fixture(params=STORES)
def store(request: pytest.FixtureRequest, tmp_path: Path) -> ObjectStore:
    """A store that is empty under `prefix`."""
    if request.param == "s3":
        return store_from(os.environ["S3_TEST_URL"])
    return store_from(f"folder:{tmp_path / 'objects'}")


@pytest.fixture
def prefix() -> str:
    """A part of the key space no other test uses."""
    return f"test/{new_id()}"
