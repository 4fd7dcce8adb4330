"""Every route of the gateway demands a session, or stands on the list of open ones."""

from __future__ import annotations

import pytest
import yaml
from fastapi import APIRouter, FastAPI

from gateway.routes import add_routes
from gateway.session.access import Public, SignedIn
from tests.architecture.checks.doors import open_doors, stale
from tests.architecture.checks.sources import ROOT
from tests.architecture.verdict import none_of


@pytest.fixture(scope="module")
def gateway() -> FastAPI:
    """The gateway's routes, without anything behind them."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)
    add_routes(app)
    return app


@pytest.fixture(scope="module")
def listed() -> frozenset[str]:
    """The open routes; each group says why."""
    groups = yaml.safe_load((ROOT / "tests/architecture/public_routes.yaml").read_text("utf-8"))
    assert all(group["why"] for group in groups)
    return frozenset(route for group in groups for route in group["routes"])


def test_every_route_is_guarded_or_listed(gateway: FastAPI, listed: frozenset[str]) -> None:
    none_of(open_doors(gateway.router.routes, listed))


def test_nothing_is_listed_without_need(gateway: FastAPI, listed: frozenset[str]) -> None:
    none_of(stale(gateway.router.routes, listed))


@pytest.fixture
def planted() -> APIRouter:
    """Routes of every sort, one of them in an included router."""
    outer, inner = APIRouter(), APIRouter(prefix="/inner")

    @outer.get("/unguarded")
    async def unguarded() -> None: ...

    @inner.get("/open")
    async def open_to_all(caller: Public) -> None: ...

    @inner.get("/mine")
    async def mine(caller: SignedIn) -> None: ...

    @inner.get("/both")
    async def both(one: Public, other: SignedIn) -> None: ...

    outer.include_router(inner, prefix="/outer")
    return outer


def test_an_open_route_is_found(planted: APIRouter) -> None:
    assert open_doors(planted.routes, {"GET /outer/inner/open"}) == [
        "GET /unguarded: open to anybody and not listed",
        "GET /outer/inner/both: names 2 audiences",
    ]


def test_a_route_listed_without_need_is_found(planted: APIRouter) -> None:
    assert stale(planted.routes, {"GET /outer/inner/mine", "GET /gone"}) == [
        "GET /gone: listed, not an open route",
        "GET /outer/inner/mine: listed, not an open route",
    ]
