"""Notify against its own database; the outside world answers as a test plans."""

from __future__ import annotations

import pytest

from services.notify.deliveries import sending
from services.notify.settings import addresses, seal_settings
from tests.storage.notify.desk import Desk, PostOffice, Telephone


@pytest.fixture
def desk(database: str, monkeypatch: pytest.MonkeyPatch) -> Desk:
    """Nothing is known yet; the clock is the world's."""
    addresses.cache_clear()
    seal_settings.cache_clear()
    made = Desk(monkeypatch, Telephone(), PostOffice())
    monkeypatch.setattr(sending, "telephone", lambda: made.telephone)
    monkeypatch.setattr(sending, "post_office", lambda: made.post)
    return made
