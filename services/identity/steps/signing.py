"""What identity signs service tokens with."""

from __future__ import annotations

from functools import lru_cache

from services.chassis.tokens import TokenSigner
from services.identity.settings import identity_settings


@lru_cache(maxsize=1)
def signer() -> TokenSigner:
    """The one of this process; it reads its key file at each signature, so keys may change."""
    return TokenSigner(identity_settings().token_private_keys)
