"""Of keys of a firm's own software."""

from __future__ import annotations

from datetime import datetime
from typing import ClassVar

from services.chassis.messages import Event


class ApiKeyEvent(Event):
    aggregate_kind: ClassVar[str] = "api_key"
    aggregate_field: ClassVar[str] = "key_id"

    key_id: str
    firm_id: str
    name: str
    """What the firm calls it."""


class ApiKeyCreated(ApiKeyEvent):
    """A firm administrator made a key; the firm is told, in case it was somebody else."""

    created_by: str
    scopes: list[str]
    expires_at: datetime


class ApiKeyExpiring(ApiKeyEvent):
    """A key runs out within two weeks."""

    expires_at: datetime


class ApiKeyRevoked(ApiKeyEvent):
    """A firm administrator ended it; `session_ended.v1` carries the effect."""

    audit_only: ClassVar[bool] = True


class ApiKeyUsed(ApiKeyEvent):
    """The first use of a day, or from a new address; what it changes is in the trail by itself."""

    audit_only: ClassVar[bool] = True
    address: str
