"""An object store and a staging folder of the test's own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from services.chassis.objects import ObjectStore
from services.documents.settings import documents_settings
from services.documents.store.files import objects


def _forget() -> None:
    documents_settings.cache_clear()
    objects.cache_clear()


@pytest.fixture
def store(database: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[ObjectStore]:
    """The service's database and its store, both empty."""
    monkeypatch.setenv("OBJECT_STORE", f"folder:{tmp_path / 'objects'}")
    monkeypatch.setenv("STAGING_DIR", str(tmp_path / "staging"))
    _forget()
    yield objects()
    _forget()
