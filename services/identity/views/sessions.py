"""A session for its owner."""

from __future__ import annotations

from services.identity.contract.types.login import SessionRow
from services.identity.model import LoginSession


def session_row(held: LoginSession, current: str) -> SessionRow:
    """A session for its owner."""
    return SessionRow.model_validate(
        {
            "session_id": held.session_id,
            "portal": held.portal,
            "device": held.device,
            "opened_at": held.opened_at,
            "seen_at": held.seen_at,
            "current": held.session_id == current,
        }
    )
