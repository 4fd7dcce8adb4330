"""Where the running system is, and which tests must not run side by side."""

from __future__ import annotations

from pathlib import Path

import pytest

from deploy.local.description import Description

TESTS = Path(__file__).parent
SHARE = {"journeys": "people", "browser": "people", "wire": "probe"}
"""Folders whose tests share something (demo accounts, the probe's queues): one worker runs them."""


@pytest.fixture(scope="session")
def bed() -> Description:
    """The instance `make test` started; KeyError outside it."""
    return Description.read()


@pytest.hookimpl(tryfirst=True)  # before xdist reads the groups
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Give each test the group of its folder, unless it names one."""
    for item in items:
        folder = item.path.relative_to(TESTS).parts[0]
        if folder in SHARE and item.get_closest_marker("xdist_group") is None:
            item.add_marker(pytest.mark.xdist_group(SHARE[folder]))
