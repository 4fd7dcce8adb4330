"""The web side of the sandbox: the vendors' paths, our own API, the pages."""

from pathlib import Path

from fastapi import FastAPI, Request
from fastapi.responses import JSONResponse
from fastapi.staticfiles import StaticFiles

from . import addresses, api, oidc, pages, registry, twilio_calls, twilio_lookup, twilio_messages
from .guard import Guard
from .twilio_http import Refused
from .world import World

STATIC = Path(__file__).with_name("static")


def build(world: World) -> FastAPI:
    """The application over one world."""
    app = FastAPI(title="Sandkasse", docs_url=None, redoc_url=None)
    app.state.world = world
    app.add_middleware(Guard, names=world.settings.names)
    app.add_exception_handler(Refused, _refused)
    for part in (twilio_messages, twilio_calls, twilio_lookup, api, oidc, pages):
        app.include_router(part.router)
    app.include_router(registry.routes())
    app.include_router(addresses.routes())
    app.mount("/static", StaticFiles(directory=STATIC), name="static")
    app.add_api_route("/healthz", health)
    return app


async def health() -> dict[str, str]:
    """Alive: the process answers."""
    return {"status": "ok"}


async def _refused(_request: Request, refused: Exception) -> JSONResponse:
    assert isinstance(refused, Refused)  # noqa: S101 - registered for this class only
    return refused.answer()
