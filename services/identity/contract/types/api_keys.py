"""A firm's own software, and the keys it calls with."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from services.chassis.messages import Message

ApiScope = Literal["cases:read", "cases:write", "documents:read", "documents:write", "firm:read"]
"""What a key may do; a route of the API names the one it asks for, or is closed to keys."""

API_KEY_BEGINS = "epk_"
"""How every key begins, so that people and secret scanners recognise one."""


class ApiKeyView(Message):
    """A key without its secret; `prefix` is what it begins with."""

    key_id: str
    name: str
    prefix: str
    scopes: list[ApiScope]
    created_at: datetime
    created_by: str
    """Who made it, by name as it was."""
    expires_at: datetime
    expires_soon: bool
    last_used_at: datetime | None
    """To the minute."""


class ApiKeys(Message):
    """A firm's living keys at one utility, newest first."""

    items: list[ApiKeyView]


class NewApiKey(ApiKeyView):
    """A key just made. `secret` is told this once and never again."""

    secret: str
