"""The gateway as an ASGI application."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException

from gateway.addresses.kartverket import Kartverket
from gateway.api.description import describe
from gateway.edge.answers import answer
from gateway.edge.head import HeadOfGet
from gateway.edge.headers import SecurityHeaders
from gateway.edge.hosts import Hosts
from gateway.edge.limits import BodyLimit
from gateway.edge.limits_by_caller import CallerRates
from gateway.edge.observe import Observe
from gateway.emergency.lane import EmergencyLane
from gateway.emergency.spool import Spool
from gateway.live.streams import Streams
from gateway.routes import add_routes
from gateway.rpc import CallFailed, Services
from gateway.session.check import SessionCheck
from gateway.settings import GatewaySettings
from gateway.state import Gateway
from services.chassis.messages import Refusal
from services.chassis.objects import store_from

FAILURES: tuple[type[Exception], ...] = (
    Refusal,
    CallFailed,
    RequestValidationError,
    HTTPException,
)


def build_gateway(settings: GatewaySettings, services: Services) -> Gateway:
    """The parts, wired to the events they listen to."""
    gateway = Gateway(
        settings=settings,
        services=services,
        sessions=SessionCheck(services),
        emergencies=EmergencyLane(Spool(Path(settings.spool_dir)), services),
        streams=Streams(),
        objects=store_from(settings.object_store),
        addresses=Kartverket(settings.addresses_url, settings.addresses_seconds),
        rates=CallerRates(settings),
    )
    services.events(gateway.sessions.on_event)
    services.events(gateway.streams.on_event)
    return gateway


def build_app(settings: GatewaySettings, make: Callable[[], Gateway]) -> FastAPI:
    """The application; `make` builds its parts once the event loop runs."""

    @asynccontextmanager
    async def lifespan(app: FastAPI) -> AsyncIterator[None]:
        gateway = app.state.gateway = make()
        await gateway.services.start()
        await gateway.emergencies.start()
        yield
        await gateway.emergencies.stop()
        await gateway.services.stop()

    app = FastAPI(
        title="Entreprenørportalen",
        version="1",
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
    )
    add_routes(app)
    describe(app)
    for failure in FAILURES:
        app.add_exception_handler(failure, answer)
    app.add_middleware(HeadOfGet)  # the last one added is the outermost
    app.add_middleware(BodyLimit)
    app.add_middleware(Hosts, settings=settings)
    app.add_middleware(SecurityHeaders, production=settings.environment == "production")
    app.add_middleware(Observe)
    return app
