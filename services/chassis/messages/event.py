"""Events: what happened, told in the past tense and versioned."""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict

from services.chassis.messages.naming import snake_case


class Event(BaseModel):
    """A fact other services may need; read tolerantly, so fields may be added.

    `aggregate_field` names the field that identifies the thing it happened to; events of one
    aggregate are handled in sequence. `audit_only` facts are kept in the trail and not published.
    """

    model_config = ConfigDict(
        frozen=True, extra="ignore", hide_input_in_errors=True, defer_build=True
    )

    version: ClassVar[int] = 1
    aggregate_kind: ClassVar[str]
    aggregate_field: ClassVar[str]
    audit_only: ClassVar[bool] = False
    unaudited: ClassVar[frozenset[str]] = frozenset()
    """Fields that do not belong in the audit trail (sealed secrets, free text)."""

    @classmethod
    def type_name(cls) -> str:
        """`DecisionRecorded` -> `decision_recorded.v1`, also the routing key."""
        return f"{snake_case(cls.__name__)}.v{cls.version}"

    @classmethod
    def told_by(cls) -> str:
        """The service that tells it."""
        parts = cls.__module__.split(".")
        return parts[parts.index("services") + 1]

    @property
    def aggregate(self) -> str:
        """Identifies the thing it happened to."""
        return str(getattr(self, self.aggregate_field))


class Envelope(BaseModel):
    """An event on the wire."""

    model_config = ConfigDict(frozen=True, extra="ignore", hide_input_in_errors=True)

    id: str
    type: str
    source: str
    utility: str
    aggregate: str
    sequence: int
    at: datetime
    actor: dict[str, Any]
    trace: str
    data: dict[str, Any]
