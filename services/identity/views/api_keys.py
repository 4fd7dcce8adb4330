"""A key for the firm's administrator."""

from __future__ import annotations

from datetime import datetime

from services.identity.contract.types.api_keys import ApiKeyView, NewApiKey
from services.identity.domain.api_keys import WARNED_BEFORE
from services.identity.model import ApiKey


def api_key_view(key: ApiKey, at: datetime) -> ApiKeyView:
    """Without its secret, which nobody here knows."""
    return ApiKeyView.model_validate(_shown(key, at))


def new_api_key(key: ApiKey, secret: str, at: datetime) -> NewApiKey:
    """The one answer that holds the secret."""
    return NewApiKey.model_validate({**_shown(key, at), "secret": secret})


def _shown(key: ApiKey, at: datetime) -> dict[str, object]:
    names = ("key_id", "name", "prefix", "scopes", "created_at", "created_by", "expires_at")
    return {
        **{name: getattr(key, name) for name in names},
        "expires_soon": key.expires_at <= at + WARNED_BEFORE,
        "last_used_at": key.last_used_at,
    }
