"""What the contracts say and the tables of contents declare, read off the classes themselves."""

from __future__ import annotations

import importlib
from typing import Any

from services.chassis.messages import Event, Request
from services.chassis.messages.contracts import declared_in
from services.chassis.transport import topology
from services.chassis.transport.specs import (
    ListenerSpec,
    OperationSpec,
    PumpSpec,
    SweepSpec,
    declared,
    service_class,
)
from tests.architecture.checks.sources import SERVICES


def requests_of(service: str) -> dict[str, str]:
    """Operation -> request class, of the service's contract."""
    asked = declared_in(f"services.{service}.contract.operations", Request)
    return {request.operation(): request.__name__ for request in asked}


def events_of(service: str) -> list[type[Event]]:
    """The events a service tells; what only gathers their common fields is none."""
    told = topology.told_by(service)
    return [event for event in told if not any(other in event.__subclasses__() for other in told)]


def every_event() -> list[type[Event]]:
    """The events of every contract."""
    return [event for service in SERVICES for event in events_of(service)]


def _declared(service: str, kind: type[Any]) -> list[Any]:
    module = importlib.import_module(f"services.{service}.service")
    return list(declared(service_class(module), kind))


def exposed_by(service: str) -> list[str]:
    """Operations in the table of contents, in its order."""
    return [spec.name for spec in _declared(service, OperationSpec)]


def heard_by(service: str) -> list[type[Event]]:
    """Events in the table of contents."""
    return [spec.event for spec in _declared(service, ListenerSpec)]


def loops_of(service: str) -> list[str]:
    """What the service does by the clock."""
    return [spec.name for kind in (SweepSpec, PumpSpec) for spec in _declared(service, kind)]
