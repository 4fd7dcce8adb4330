"""What the running gateway consists of; built at start, reached through `gateway_of(request)`."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, cast

from starlette.requests import Request

if TYPE_CHECKING:  # the parts themselves reach the gateway through this module
    from gateway.addresses.kartverket import Kartverket
    from gateway.edge.limits_by_caller import CallerRates
    from gateway.emergency.lane import EmergencyLane
    from gateway.live.streams import Streams
    from gateway.rpc import Services
    from gateway.session.check import SessionCheck
    from gateway.settings import GatewaySettings
    from services.chassis.objects import ObjectStore


@dataclass
class Gateway:
    """The parts requests are served with."""

    settings: GatewaySettings
    services: Services
    sessions: SessionCheck
    emergencies: EmergencyLane
    streams: Streams
    objects: ObjectStore
    addresses: Kartverket
    rates: CallerRates
    draining: asyncio.Event = field(default_factory=asyncio.Event)


def gateway_of(request: Request) -> Gateway:
    """The gateway that serves this request."""
    return cast(Gateway, request.app.state.gateway)
