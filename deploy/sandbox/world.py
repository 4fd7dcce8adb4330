"""Everything the sandbox is made of, put together once per process."""

from typing import Annotated

from fastapi import Depends, Request

from . import clock
from .agenda import Agenda
from .callbacks import Callbacks
from .exchange import Exchange
from .faults import Fault, Faults, Target
from .journal import Journal
from .ledger import Ledger
from .message import Call
from .metrics import Metrics
from .oidc_people import People
from .oidc_tokens import Tokens
from .settings import Settings
from .texting import Texting


class World:
    """The parts and how they depend on each other. ``open`` and ``close`` it in one loop."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings
        self.metrics = Metrics()
        self.faults = Faults()
        self.people = People()
        self.tokens = Tokens()
        self.agenda = Agenda()
        self.ledger = Ledger(Journal(settings.folder) if settings.folder else None)
        self.callbacks = Callbacks(settings.auth_token, self.metrics)
        self.exchange = Exchange(self.ledger, self.callbacks, settings.account_sid)
        self.texting = Texting(settings, self.ledger, self.agenda, self.callbacks)

    def open(self) -> None:
        self.callbacks.open()
        self.agenda.open()
        self.texting.resume()
        for message in self.ledger.newest():
            if isinstance(message, Call) and not message.over:
                self.ledger.change(message, status="failed", ended_at=clock.now(), listening=None)

    async def close(self) -> None:
        await self.exchange.close()
        await self.agenda.close()
        await self.callbacks.close()
        self.ledger.close()

    def fault_for(self, target: Target, to: str | None = None) -> Fault | None:
        """The fault that hits this message, counted."""
        fault = self.faults.take(target, to)
        if fault is not None:
            self.metrics.faults.labels(target, fault.mode).inc()
        return fault


async def _world_of(request: Request) -> World:
    world: World = request.app.state.world
    return world


TheWorld = Annotated[World, Depends(_world_of)]
"""What a route asks for to reach the world."""
