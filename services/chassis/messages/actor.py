"""Who acts: a person on one of the portals, the system, or nobody known."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Audience = Literal["contractor", "operator", "system", "public"]


class Actor(BaseModel):
    """The caller as proven by a service token; names as they were when it was signed."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    audience: Audience = "public"
    user_id: str = ""
    name: str = ""
    firm_id: str = ""
    firm_name: str = ""
    firm_orgnr: str = ""
    firm_approved: bool = False
    utility: str = ""
    roles: frozenset[str] = frozenset()
    professions: frozenset[str] = frozenset()
    qualifications: frozenset[str] = frozenset()
    """Verified at the utility and not run out."""
    session_id: str = ""
    language: Literal["nb", "nn", "en"] = "nb"

    @classmethod
    def system(cls, name: str, utility: str = "") -> Actor:
        """The system itself: a sweep, a reaction, a seed."""
        return cls(audience="system", name=name, utility=utility)

    @property
    def key(self) -> str:
        """Identifies the caller in an idempotency scope."""
        return f"{self.audience}:{self.user_id or self.name or 'anonymous'}"

    def has(self, *roles: str) -> bool:
        """True when the actor holds at least one of the roles."""
        return not self.roles.isdisjoint(roles)

    def as_it_was(self) -> dict[str, str]:
        """What the audit trail keeps of an actor."""
        return {
            "audience": self.audience,
            "user_id": self.user_id,
            "name": self.name,
            "firm_id": self.firm_id,
            "firm_name": self.firm_name,
            "roles": " ".join(sorted(self.roles)),
        }
