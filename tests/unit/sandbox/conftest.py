"""One sandbox and one portal per module, both empty before each test."""

from collections.abc import Iterator

import pytest
from twilio.rest import Client

from .outside import Portal, PortalServer, Sandbox


@pytest.fixture(scope="module")
def portal_server() -> Iterator[PortalServer]:
    server = PortalServer()
    yield server
    server.close()


@pytest.fixture(scope="module")
def running_sandbox(portal_server: PortalServer) -> Iterator[Sandbox]:
    sandbox = Sandbox(portal_url=portal_server.portal.root)
    yield sandbox
    sandbox.close()


@pytest.fixture
def sandbox(running_sandbox: Sandbox) -> Sandbox:
    running_sandbox.fault("all", "none")
    running_sandbox.http.delete("/api/messages")
    return running_sandbox


@pytest.fixture
def portal(portal_server: PortalServer) -> Portal:
    portal_server.portal.clear()
    return portal_server.portal


@pytest.fixture
def twilio(sandbox: Sandbox) -> Client:
    return sandbox.client()
