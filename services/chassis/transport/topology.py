"""Exchanges, queues and bindings: they follow from the contracts and are declared up front.

Services have no right to declare anything; a relay that started before its listeners would find
no route and lose nothing, since `mandatory` then refuses the publish.
"""

from __future__ import annotations

import importlib
from typing import Any

from services.chassis.messages import Event
from services.chassis.messages.contracts import declared_in
from services.chassis.transport.specs import ListenerSpec, declared, service_class

SERVICES = ("identity", "cases", "documents", "notify")
RPC_EXCHANGE = "nameko-rpc"
DELIVERY_LIMIT = 20


def rpc_queue(service: str) -> str:
    """Where a service's calls wait."""
    return f"rpc-{service}"


def events_exchange(service: str) -> str:
    """Where a service tells what happened."""
    return f"{service}.events"


def inbox_queue(service: str) -> str:
    """Where the events a service listens to wait to be stored."""
    return f"{service}.inbox"


def dead_exchange(service: str) -> str:
    """Where what could not even be stored goes."""
    return f"{service}.dlx"


def dead_queue(service: str) -> str:
    """Holds it until an operator has looked."""
    return f"{service}.dead"


def quorum(service: str) -> dict[str, Any]:
    """Arguments of a quorum queue, right on RabbitMQ 3.10 and 4.x."""
    return {
        "x-queue-type": "quorum",
        "x-delivery-limit": DELIVERY_LIMIT,
        "x-dead-letter-exchange": dead_exchange(service),
    }


def told_by(service: str) -> list[type[Event]]:
    """Every event in the service's contract."""
    return declared_in(f"services.{service}.contract.events", Event)


def heard_by(service: str) -> list[type[Event]]:
    """Every event the service listens to, read off its table of contents."""
    module = importlib.import_module(f"services.{service}.service")
    return [spec.event for spec in declared(service_class(module), ListenerSpec)]
