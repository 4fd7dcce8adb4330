"""Refusals: an obstacle with a stable code and named facts, never a rejected value."""

from __future__ import annotations

from typing import Any, ClassVar, Literal

from pydantic import BaseModel, ConfigDict

Kind = Literal[
    "invalid",
    "unauthenticated",
    "forbidden",
    "not_found",
    "conflict",
    "too_many",
    "too_large",
    "unavailable",
    "late",
]


class FieldError(BaseModel):
    """One field and what is wrong with it; `field` is a dotted path."""

    model_config = ConfigDict(frozen=True)

    field: str
    code: str
    facts: dict[str, Any] = {}


class Refusal(Exception):
    """An operation says no. Subclasses state the obstacle: `IntakeFrozen`, `CaseNotFound`.

    `keeps` commits what the operation wrote before it refuses (a failed guess must count); the
    default rolls back.
    """

    kind: ClassVar[Kind] = "conflict"
    keeps: ClassVar[bool] = False

    def __init__(
        self,
        *,
        errors: list[FieldError] | None = None,
        retry_after: int | None = None,
        **facts: Any,
    ) -> None:
        super().__init__(type(self).__name__)
        self.facts = facts
        self.errors = errors or []
        self.retry_after = retry_after

    @property
    def code(self) -> str:
        """The stable name clients may rely on."""
        return type(self).__name__

    def on_the_wire(self) -> dict[str, Any]:
        """The error part of an RPC reply."""
        return {
            "code": self.code,
            "kind": self.kind,
            "facts": self.facts,
            "errors": [error.model_dump() for error in self.errors],
            "retry_after": self.retry_after,
        }


class InvalidRequest(Refusal):
    """Fields are missing or malformed; `errors` names them."""

    kind = "invalid"


class SignInRequired(Refusal):
    """The operation is not open to an unproven caller."""

    kind = "unauthenticated"


class NotForYou(Refusal):
    """The caller is known, but the operation is not open to it."""

    kind = "forbidden"


class KeyReused(Refusal):
    """The same Idempotency-Key came with another body."""


class AlreadyDone(Refusal):
    """The same key and body were served before, and the reply held a secret that is not kept."""


class Busy(Refusal):
    """A lock or the database did not answer in time; nothing was changed."""

    kind = "unavailable"
