"""The whole application on a bus that answers as told."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from httpx import ASGITransport, AsyncClient

from gateway.app import build_app, build_gateway
from gateway.settings import GatewaySettings
from tests.unit.gateway.bus import Bus

VESTVIK = """{"vestvik": {"contractor": "http://vestvik.localhost:8000",
    "operator": "http://operator.vestvik.localhost:8000"}}"""


@pytest.fixture
def anyio_backend() -> str:
    return "asyncio"


@pytest.fixture
def bus() -> Bus:
    return Bus()


@pytest.fixture
def settings(tmp_path: Path) -> GatewaySettings:
    return GatewaySettings(
        environment="sandbox",
        public_url="http://localhost:8000",
        operator_url="http://operator.localhost:8000",
        utility_hosts=VESTVIK,
        upload_key="upload-key",
        object_store=f"folder:{tmp_path / 'objects'}",
        spool_dir=str(tmp_path / "spool"),
        duty_phone_shown="+4712345678",
        twilio_auth_token="twilio-token",
    )


@pytest.fixture
async def app(settings: GatewaySettings, bus: Bus) -> AsyncIterator[FastAPI]:
    app = build_app(settings, lambda: build_gateway(settings, bus))  # type: ignore[arg-type]  # a bus in memory
    async with app.router.lifespan_context(app):
        yield app


@pytest.fixture
async def client(app: FastAPI) -> AsyncIterator[AsyncClient]:
    """A client of the contractor portal."""
    transport = ASGITransport(app)
    async with AsyncClient(transport=transport, base_url="http://localhost:8000") as client:
        yield client


@pytest.fixture
async def staff_client(app: FastAPI) -> AsyncIterator[AsyncClient]:
    """A client of the operator portal."""
    transport = ASGITransport(app)
    base_url = "http://operator.localhost:8000"
    async with AsyncClient(transport=transport, base_url=base_url) as client:
        yield client
