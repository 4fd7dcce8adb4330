"""A service's vocabulary: `expose`, `listen`, `sweep`, `pump`, `at_start`."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from nameko.exceptions import ContainerBeingKilled
from nameko.extensions import Entrypoint
from pydantic import BaseModel

from services.chassis.db.work import Work
from services.chassis.logging import logger
from services.chassis.transport.calls import Call, CallConsumer
from services.chassis.transport.inbox import InboxReceiver
from services.chassis.transport.loops import Loop, Watch, pump_once, sweep_once
from services.chassis.transport.specs import (
    ListenerSpec,
    OpenTo,
    PumpSpec,
    StartSpec,
    SweepSpec,
    first_argument,
    operation_spec,
)

log = logger(__name__)


class OperationEntrypoint(Entrypoint):
    """One RPC method; the consumer it shares has already checked the message's form."""

    consumer = CallConsumer()

    def setup(self) -> None:
        """Take part in the service's one call queue."""
        self.consumer.register_provider(self)

    def stop(self) -> None:
        """Finish what has started, take nothing new."""
        self.consumer.unregister_provider(self)

    def handle_call(self, call: Call, message: Any) -> None:
        """Work on it as soon as a worker is free."""

        def answer(_worker: Any, result: Any, exc_info: Any) -> tuple[Any, Any]:
            self.consumer.answer(call, message, result)
            return result, exc_info

        try:
            self.container.spawn_worker(self, (call,), {}, handle_result=answer)
        except ContainerBeingKilled:
            self.consumer.give_back(message)


class ListenEntrypoint(Entrypoint):
    """One reaction; the shared receiver stores its events and runs it from the table."""

    receiver = InboxReceiver()

    def __init__(self, spec: ListenerSpec, **kwargs: Any) -> None:
        self.spec = spec
        super().__init__(**kwargs)

    def setup(self) -> None:
        """Hear this type of event."""
        self.receiver.add(self.spec)

    def stop(self) -> None:
        """Stop hearing; what is stored waits in the table."""
        self.receiver.finish()


class LoopEntrypoint(Entrypoint):
    """A sweep or a pump."""

    def __init__(self, spec: SweepSpec | PumpSpec, **kwargs: Any) -> None:
        self.spec = spec
        super().__init__(**kwargs)

    def setup(self) -> None:
        """Choose what one round is."""
        spec = self.spec
        service = self.container.service_name
        if isinstance(spec, SweepSpec):
            self.loops = [Loop(spec.name, spec.every, lambda: sweep_once(spec, service))]
        else:
            watch = Watch()
            self.loops = [
                Loop(spec.name, spec.every, lambda: pump_once(spec), watch)
                for _ in range(spec.at_once)
            ]

    def start(self) -> None:
        """Begin the rounds."""
        for loop in self.loops:
            self.container.spawn_managed_thread(loop.run, identifier=self.spec.name)

    def stop(self) -> None:
        """End after the rounds that are going on."""
        for loop in self.loops:
            loop.stop()
        for loop in self.loops:
            loop.wait()


def expose(
    operation: Callable[[Any, Work], BaseModel], *, open_to: OpenTo | tuple[OpenTo, ...]
) -> Any:
    """An operation as an RPC method. There is no default for whom it is open to."""
    spec = operation_spec(operation, open_to)

    def method(service: Any, call: Call) -> dict[str, Any]:
        reply: dict[str, Any] = service.unit_of_work.serve(spec, call)
        return reply

    method.__name__ = spec.name
    method.spec = spec  # type: ignore[attr-defined]  # nameko entrypoints are functions; the spec rides on them
    return OperationEntrypoint.decorator()(method)


def listen(reaction: Callable[[Any, Work], None], *, ahead: bool = False) -> Any:
    """A reaction to the event its first argument names; `ahead` of others when many wait."""
    spec = ListenerSpec(reaction, first_argument(reaction), ahead)

    def method(_service: Any) -> None:
        """Never called as a method: handling runs from the inbox."""

    method.__name__ = reaction.__name__
    method.spec = spec  # type: ignore[attr-defined]  # as above
    return ListenEntrypoint.decorator(spec)(method)


def at_start(run: Callable[[Work], int]) -> Any:
    """Run once in a transaction before the process takes calls; when it fails, none are taken."""

    def method(_service: Any) -> None:
        """Never called as a method: the process runs it before it starts."""

    method.spec = StartSpec(run)  # type: ignore[attr-defined]  # as above
    return method


def sweep(run: Callable[[Work], int], *, every: float) -> Any:
    """Run in a transaction every so many seconds, in one process at a time; returns items done."""
    return _loop(SweepSpec(run, every))


def pump(run: Callable[[], int], *, every: float, at_once: int = 1) -> Any:
    """Run every so many seconds and when woken; opens its own transactions; returns items done."""
    return _loop(PumpSpec(run, every, at_once))


def _loop(spec: SweepSpec | PumpSpec) -> Any:
    def method(_service: Any) -> None:
        """Never called as a method: the loop runs it."""

    method.__name__ = spec.name
    method.spec = spec  # type: ignore[attr-defined]  # as above
    return LoopEntrypoint.decorator(spec)(method)
