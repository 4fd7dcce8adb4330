"""What a service's table of contents declares, as values tests and the topology can read."""

from __future__ import annotations

import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Literal

from pydantic import BaseModel

from services.chassis.db.work import Work
from services.chassis.messages import Event, Request

OpenTo = Literal["public", "firm", "staff", "system"]
AUDIENCES: dict[str, str] = {"firm": "contractor", "staff": "operator", "system": "system"}


@dataclass(frozen=True)
class OperationSpec:
    """An operation open to some callers."""

    run: Callable[[Any, Work], BaseModel]
    request: type[Request[Any]]
    open_to: frozenset[OpenTo]

    @property
    def name(self) -> str:
        """The RPC method."""
        return self.request.operation()


@dataclass(frozen=True)
class ListenerSpec:
    """A reaction to one type of event."""

    run: Callable[[Any, Work], None]
    event: type[Event]
    ahead: bool = False
    """Does not wait behind what arrived before: somebody stands there until it is handled."""


@dataclass(frozen=True)
class SweepSpec:
    """A timed sweep: one transaction a run, one process at a time."""

    run: Callable[[Work], int]
    every: float

    @property
    def name(self) -> str:
        """Names its lock, its log lines and its metrics."""
        return self.run.__name__


@dataclass(frozen=True)
class PumpSpec:
    """A loop that opens its own transactions, because it talks to the outside in between."""

    run: Callable[[], int]
    every: float
    at_once: int = 1
    """Loops that run it side by side: one that waits for the outside does not hold the others."""

    @property
    def name(self) -> str:
        """Names its log lines, its metrics and what wakes it."""
        return self.run.__name__


@dataclass(frozen=True)
class StartSpec:
    """What must have happened before the service takes its first call."""

    run: Callable[[Work], int]


def first_argument(function: Callable[..., Any]) -> Any:
    """The type an operation or a reaction takes."""
    hints = typing.get_type_hints(function)
    return next(hint for name, hint in hints.items() if name != "return")


def operation_spec(
    operation: Callable[[Any, Work], BaseModel], open_to: OpenTo | tuple[OpenTo, ...]
) -> OperationSpec:
    """Read the request off the operation; its name must be the request's method."""
    request = first_argument(operation)
    if request.operation() != operation.__name__:
        raise TypeError(f"{operation.__name__} answers {request.__name__}: names must agree")
    callers = (open_to,) if isinstance(open_to, str) else open_to
    return OperationSpec(operation, request, frozenset(callers))


def declared(service: type, kind: type[Any]) -> Iterator[Any]:
    """Every declaration of a kind in a service's table of contents."""
    for value in vars(service).values():
        spec = getattr(value, "spec", None)
        if isinstance(spec, kind):
            yield spec


def service_class(module: Any) -> type:
    """The one class in a `service.py` that names a service."""
    found = [
        value
        for value in vars(module).values()
        if isinstance(value, type)
        and value.__module__ == module.__name__
        and hasattr(value, "name")
    ]
    if len(found) != 1:
        raise TypeError(f"{module.__name__} holds {len(found)} service classes")
    return found[0]
