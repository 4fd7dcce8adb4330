"""Liveness, readiness and metrics of the gateway."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable
from typing import Any

from anyio import to_thread
from fastapi import APIRouter, Request, Response
from prometheus_client import CONTENT_TYPE_LATEST, generate_latest
from starlette.responses import JSONResponse

from gateway.api.staff.running import HOUSEKEEPING
from gateway.rpc import CallFailed
from gateway.state import Gateway, gateway_of
from services.chassis import clock

router = APIRouter(include_in_schema=False)
WHOLE_SECONDS, LACKING_SECONDS = 1.0, 0.2
"""How long an answer is remembered: a part that has come is soon told of."""
PATIENCE_SECONDS = 1.5


@router.get("/healthz")
async def alive() -> JSONResponse:
    """The process runs its event loop."""
    return JSONResponse({"status": "alive"})


@router.get("/readyz")
async def ready(request: Request) -> JSONResponse:
    """Each part by name. With a part away emergencies are still taken in."""
    parts = await Readiness.of(request).parts(gateway_of(request))
    return JSONResponse(parts, 200 if is_whole(parts) else 503)


@router.get("/metrics")
async def metrics() -> Response:
    """For Prometheus."""
    return Response(generate_latest(), media_type=CONTENT_TYPE_LATEST)


class Readiness:
    """The parts as they were a moment ago."""

    def __init__(self) -> None:
        self._parts: dict[str, str] = {}
        self._at = float("-inf")
        self._asking = asyncio.Lock()

    @classmethod
    def of(cls, request: Request) -> Readiness:
        """The one of this gateway."""
        known = getattr(request.app.state, "readiness", None)
        if not isinstance(known, cls):
            known = request.app.state.readiness = cls()
        return known

    async def parts(self, gateway: Gateway) -> dict[str, str]:
        """Name to `ok`, or to the kind of failure."""
        async with self._asking:
            remembered = WHOLE_SECONDS if is_whole(self._parts) else LACKING_SECONDS
            if clock.monotonic() - self._at > remembered:
                self._parts = await _look(gateway)
                self._at = clock.monotonic()
        return self._parts


def is_whole(parts: dict[str, str]) -> bool:
    """Nothing is away."""
    return all(state == "ok" for state in parts.values())


async def _look(gateway: Gateway) -> dict[str, str]:
    checks: dict[str, Awaitable[Any]] = {
        service: gateway.services.call(module.Canary()) for service, module in HOUSEKEEPING.items()
    }
    checks["broker"] = _broker(gateway)
    checks["objects"] = to_thread.run_sync(gateway.objects.ensure_reachable)
    checks["spool"] = to_thread.run_sync(gateway.emergencies.spool.ensure_writable)
    states = await asyncio.gather(*(_state(check) for check in checks.values()))
    parts = dict(zip(checks, states, strict=True))
    if gateway.draining.is_set():
        parts["draining"] = "yes"
    return parts


async def _broker(gateway: Gateway) -> None:
    if not gateway.services.connected:
        raise ConnectionError


async def _state(check: Awaitable[Any]) -> str:
    try:
        async with asyncio.timeout(PATIENCE_SECONDS):
            await check
    except (CallFailed, OSError, TimeoutError, LookupError) as problem:
        return type(problem).__name__
    except Exception as problem:  # whatever a store's client raises, it is not ready
        return type(problem).__name__
    return "ok"
