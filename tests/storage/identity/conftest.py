"""Identity against its own database, with the limits of production."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from services.identity.settings import identity_settings
from services.identity.steps.signing import signer
from services.identity.store.enhetsregisteret import _pause
from tests.storage.conftest import Databases
from tests.storage.identity.desk import Desk

DEMO_LIMITS = (
    "RESEND_SECONDS",
    "SENDS_PER_NUMBER_TEN_MINUTES",
    "SENDS_PER_NUMBER_DAY",
    "SENDS_PER_ADDRESS_HOUR",
    "SENDS_DAY",
    "INVITATIONS_DAY",
)


@pytest.fixture
def desk(database: str, databases: Databases, monkeypatch: pytest.MonkeyPatch) -> Iterator[Desk]:
    """Two utilities, nobody in them, and the binding limits on sends."""
    for name in DEMO_LIMITS:
        monkeypatch.delenv(name, raising=False)
    identity_settings.cache_clear()
    signer.cache_clear()
    _pause.until = float("-inf")
    made = Desk(databases.environment("notify")["SEAL_PRIVATE_KEY"], monkeypatch)
    made.utilities()
    yield made
    identity_settings.cache_clear()
    signer.cache_clear()
