"""Where the running system is, and who tests what when two processes share the work."""

from __future__ import annotations

import pytest
from xdist.scheduler.loadscope import LoadScopeScheduling

from deploy.local.description import Description

ONE_SYSTEM = ("tests/browser/", "tests/journeys/", "tests/proofs/", "tests/wire/")
"""Folders whose tests share one running system, its accounts and its phones."""


@pytest.fixture(scope="session")
def bed() -> Description:
    """The instance `make test` started; KeyError outside it."""
    return Description.read()


class OneSystem(LoadScopeScheduling):
    """Tests of the running system stay in one process and in order; all others go file by file."""

    def _split_scope(self, nodeid: str) -> str:
        return "the running system" if nodeid.startswith(ONE_SYSTEM) else nodeid.partition("::")[0]


def pytest_xdist_make_scheduler(config: pytest.Config, log: object) -> OneSystem:
    """Ours, whenever there is more than one process."""
    return OneSystem(config, log)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The longest scope first, so that nobody waits for it in the end."""
    items.sort(key=lambda item: not item.nodeid.startswith(ONE_SYSTEM))
