"""A bus that answers as a test tells it; what the services themselves do is tested elsewhere."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from gateway.rpc import RemoteRefusal, ServiceUnavailable
from gateway.settings import Portal
from services.chassis import clock
from services.chassis.ids import new_id
from services.chassis.messages import Actor, Envelope, Event, Request
from services.identity.contract.operations.api_keys import CheckApiKey
from services.identity.contract.operations.sessions import CheckSession
from services.identity.contract.types.api_keys import ApiScope
from services.identity.contract.types.login import CheckedSession


@dataclass(frozen=True)
class Asked:
    """One call as it went out."""

    request: Any
    token: str
    key: str


class Bus:
    """Shaped like the RPC client; what no answer was given for is unavailable."""

    connected = True

    def __init__(self) -> None:
        self.asked: list[Asked] = []
        self._answers: dict[type, Any] = {CheckSession: self._check, CheckApiKey: self._check_key}
        self._sessions: dict[str, tuple[Portal, Actor]] = {}
        self._keys: dict[str, tuple[Actor, frozenset[ApiScope]]] = {}
        self._listeners: list[Callable[[Envelope], None]] = []

    async def start(self) -> None:
        """Nothing to connect to."""

    async def stop(self) -> None:
        """Nothing to close."""

    def events(self, on_event: Callable[[Envelope], None]) -> None:
        self._listeners.append(on_event)

    def answer(self, request: type, answer: Any) -> None:
        """A reply, an exception, or a function of the request that gives either."""
        self._answers[request] = answer

    def open_session(self, secret: str, actor: Actor, portal: Portal = "contractor") -> None:
        self._sessions[secret] = (portal, actor)

    def make_key(self, secret: str, actor: Actor, *scopes: ApiScope) -> None:
        self._keys[secret] = (actor, frozenset(scopes))

    def end_session(self, secret: str) -> None:
        del self._sessions[secret]

    def of(self, request: type) -> list[Asked]:
        """Every call of that sort."""
        return [asked for asked in self.asked if type(asked.request) is request]

    def tell(self, event: Event, utility: str = "fjordby", sequence: int = 1) -> None:
        """As a service would."""
        envelope = Envelope(
            id=new_id(),
            type=event.type_name(),
            source=event.told_by(),
            utility=utility,
            aggregate=event.aggregate,
            sequence=sequence,
            at=clock.now(),
            actor={},
            trace="",
            data=event.model_dump(mode="json"),
        )
        for listener in self._listeners:
            listener(envelope)

    async def call(
        self, request: Request[Any], *, token: str = "", key: str = "", trace: str = ""
    ) -> Any:
        del trace
        self.asked.append(Asked(request, token, key))
        answer = self._answers.get(type(request), ServiceUnavailable(request.served_by()))
        if callable(answer):
            answer = answer(request)
        if isinstance(answer, Exception):
            raise answer
        return answer

    def _check(self, request: CheckSession) -> Any:
        portal, actor = self._sessions.get(request.secret, ("", Actor()))
        if portal != request.portal:
            return RemoteRefusal("SessionEnded", "unauthenticated")
        now = clock.now()
        return CheckedSession(
            token=f"token of {actor.name}",
            actor=actor,
            session_id=actor.session_id,
            portal=request.portal,
            idle_until=now + timedelta(minutes=15),
            ends_at=now + timedelta(hours=8),
        )

    def _check_key(self, request: CheckApiKey) -> Any:
        if request.secret not in self._keys:
            return RemoteRefusal("SessionEnded", "unauthenticated")
        actor, scopes = self._keys[request.secret]
        return CheckedSession(
            token=f"token of {actor.name}",
            actor=actor,
            session_id=actor.session_id,
            portal="contractor",
            idle_until=clock.now() + timedelta(days=30),
            ends_at=clock.now() + timedelta(days=30),
            scopes=scopes,
        )
