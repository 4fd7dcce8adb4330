"""What wants a second factor: a login attempt, or a session that steps up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Self

from services.identity.contract.types.words import Portal
from services.identity.model import LoginAttempt, LoginSession


@dataclass(frozen=True)
class Ceremony:
    """A code or a challenge is bound to it, and worth nothing at another."""

    purpose: Literal["login", "step_up"]
    bound_to: str
    person_id: str
    portal: Portal
    utility: str

    @classmethod
    def of_attempt(cls, attempt: LoginAttempt) -> Self:
        """The second half of a login."""
        return cls(
            purpose="login",
            bound_to=attempt.attempt_id,
            person_id=attempt.person_id,
            portal=attempt.portal,  # type: ignore[arg-type] # validated when it was written
            utility=attempt.utility,
        )

    @classmethod
    def of_session(cls, held: LoginSession) -> Self:
        """Once more, inside a session."""
        return cls(
            purpose="step_up",
            bound_to=held.session_id,
            person_id=held.person_id,
            portal=held.portal,  # type: ignore[arg-type] # validated when it was written
            utility=held.utility,
        )
