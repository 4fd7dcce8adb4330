"""How the outside world can fail on demand, always bounded in time.

A fault belongs to one target, hits every message (or ``count`` of them, or only those to one
number), and ends by itself after ``seconds``.
"""

import asyncio
import time
from dataclasses import dataclass, field
from typing import Any, Literal

Target = Literal["sms", "call", "registry", "addresses", "smtp", "oidc"]
Mode = Literal[
    "429",
    "500",
    "hang",
    "accept-then-drop",
    "answer-lost",
    "late-callback",
    "duplicate-callback",
    "undelivered",
    "no-answer",
    "busy",
    "failed",
    "wrong-nonce",
    "wrong-aud",
    "wrong-issuer",
    "wrong-key",
    "unknown-kid",
    "expired",
    "alg-none",
]

_ANY: frozenset[Mode] = frozenset({"429", "500", "hang"})
_SENDING: frozenset[Mode] = _ANY | {"accept-then-drop", "answer-lost"}
_TOLD: frozenset[Mode] = frozenset({"late-callback", "duplicate-callback"})
_FORGED: frozenset[Mode] = frozenset(
    {
        "wrong-nonce",
        "wrong-aud",
        "wrong-issuer",
        "wrong-key",
        "unknown-kid",
        "expired",
        "alg-none",
    }
)

MODES: dict[Target, frozenset[Mode]] = {
    "sms": _SENDING | _TOLD | {"undelivered", "failed"},
    "call": _SENDING | _TOLD | {"no-answer", "busy", "failed"},
    "registry": _ANY,
    "addresses": _ANY,
    "smtp": _ANY | {"accept-then-drop"},
    "oidc": _ANY | _FORGED,
}
LIFETIME = 600.0
"""Longest life of a fault in seconds."""
HELD = 30.0
"""Longest time a hanging request is held in seconds."""
LATE = 20.0
"""How late a late callback is by default: past the 15 s after which an emergency is resent."""
LATEST = 120.0


@dataclass(slots=True, kw_only=True)
class Fault:
    """One fault as it was asked for; ``until`` is on the monotonic clock."""

    target: Target
    mode: Mode
    until: float
    remaining: int | None = None
    delay: float = LATE
    to: str | None = None
    lifted: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def seconds_left(self) -> float:
        return max(0.0, self.until - time.monotonic())

    async def hold(self) -> None:
        """Keep a caller waiting until the fault is lifted or has lasted long enough."""
        try:
            async with asyncio.timeout(min(HELD, self.seconds_left)):
                await self.lifted.wait()
        except TimeoutError:
            return

    def view(self) -> dict[str, Any]:
        return {
            "target": self.target,
            "mode": self.mode,
            "count": self.remaining,
            "seconds_left": round(self.seconds_left, 1),
            "to": self.to,
        }


class Faults:
    """At most one fault per target."""

    def __init__(self) -> None:
        self._set: dict[Target, Fault] = {}

    def set(
        self,
        target: Target,
        mode: Mode,
        *,
        count: int | None = None,
        seconds: float | None = None,
        to: str | None = None,
    ) -> Fault:
        """Start a fault, replacing the target's former one.

        For a late callback ``seconds`` is also the delay of each callback.
        """
        self.lift(target)
        fault = Fault(
            target=target,
            mode=mode,
            until=time.monotonic() + min(LIFETIME, LIFETIME if seconds is None else seconds),
            remaining=count,
            delay=LATE if seconds is None else min(LATEST, seconds),
            to=to,
        )
        self._set[target] = fault
        return fault

    def lift(self, target: Target) -> None:
        """End the target's fault; whoever hangs on it is let go."""
        fault = self._set.pop(target, None)
        if fault is not None:
            fault.lifted.set()

    def take(self, target: Target, to: str | None = None) -> Fault | None:
        """The fault that hits this message, counted as used; None when all is well."""
        fault = self._current(target)
        if fault is None or (fault.to is not None and fault.to != to):
            return None
        if fault.remaining is not None:
            fault.remaining -= 1
            if fault.remaining <= 0:
                del self._set[target]
        return fault

    def active(self) -> list[Fault]:
        return [fault for target in MODES if (fault := self._current(target)) is not None]

    def _current(self, target: Target) -> Fault | None:
        fault = self._set.get(target)
        if fault is not None and not fault.seconds_left:
            self.lift(target)
            return None
        return fault
