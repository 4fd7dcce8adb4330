"""Where the running system is."""

from __future__ import annotations

import pytest

from deploy.local.description import Description


@pytest.fixture(scope="session")
def bed() -> Description:
    """The instance `make test` started; KeyError outside it."""
    return Description.read()
