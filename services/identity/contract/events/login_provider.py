"""Of staff whom their utility's own login lets in."""

from __future__ import annotations

from typing import ClassVar, Literal

from services.identity.contract.events.aggregates import PersonEvent


class ProviderVouched(PersonEvent):
    """The provider said who it is; roles follow from what it said."""

    audit_only: ClassVar[bool] = True
    person_id: str
    issuer: str
    roles: list[str]
    proved_twice: bool


class ProviderAccessEnded(PersonEvent):
    """The person is gone at the provider, or has no role there any more."""

    audit_only: ClassVar[bool] = True
    person_id: str
    issuer: str
    why: Literal["no_role", "gone"]
