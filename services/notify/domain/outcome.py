"""What came of one attempt to hand a message to a provider."""

from __future__ import annotations

from dataclasses import dataclass

NOT_AN_ADDRESS = "not an address"


@dataclass(frozen=True)
class Accepted:
    """The provider has it; `provider_id` names it there, `status` is in the provider's words."""

    provider_id: str
    status: str = "queued"


@dataclass(frozen=True)
class NotTaken:
    """The provider surely did not take it: another try may help."""

    problem: str


@dataclass(frozen=True)
class Refused:
    """The provider said no for good: another try gives the same answer."""

    problem: str


@dataclass(frozen=True)
class Unknown:
    """The answer was lost: it may have been sent."""

    problem: str


@dataclass(frozen=True)
class NeverSeen:
    """A look-up found no trace of it at the provider."""


Outcome = Accepted | NotTaken | Refused | Unknown
Found = Accepted | NeverSeen | Unknown
