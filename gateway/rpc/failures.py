"""How a call can end other than with its reply."""

from __future__ import annotations

from typing import Any

from services.chassis.messages import FieldError


class CallFailed(Exception):
    """Every way a call can fail; the gateway answers each with a problem."""


class RemoteRefusal(CallFailed):
    """The service said no: a stable code, a kind, facts and fields."""

    def __init__(
        self,
        code: str,
        kind: str,
        facts: dict[str, Any] | None = None,
        errors: list[FieldError] | None = None,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(code)
        self.code = code
        self.kind = kind
        self.facts = facts or {}
        self.errors = errors or []
        self.retry_after = retry_after


class ServiceUnavailable(CallFailed):
    """Nothing was sent: nobody consumes, or the broker is away. Answered 503 with Retry-After."""

    def __init__(self, service: str, retry_after: int = 2) -> None:
        super().__init__(service)
        self.service = service
        self.retry_after = retry_after


class CallTimedOut(CallFailed):
    """Sent and not answered in time: it may have happened; the same key is safe to repeat."""

    def __init__(self, service: str) -> None:
        super().__init__(service)
        self.service = service
