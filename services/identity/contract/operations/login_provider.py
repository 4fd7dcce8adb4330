"""Staff by their utility's own login (OpenID Connect)."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from services.chassis.messages import Command, Query
from services.identity.contract.operations.origin import Caller
from services.identity.contract.types.login_provider import (
    BackFromProvider,
    SentToProvider,
    StaffLogin,
)
from services.identity.contract.types.words import SecretText


class GetStaffLogin(Query[StaffLogin]):
    """What staff of the utility log in with beside e-mail and password (public)."""

    utility: str


class BeginProviderLogin(Command[SentToProvider]):
    """Send somebody to the utility's own login (public). Refuses NoLoginProvider."""

    secret_reply: ClassVar[bool] = True
    seconds: ClassVar[float] = 8.0
    utility: str


class CompleteProviderLogin(Command[BackFromProvider]):
    """Somebody is back (public; the attempt's secret is the proof that it is the same browser).

    Refuses LoginExpired, ProviderDenied, ProviderUnavailable.
    """

    secret_reply: ClassVar[bool] = True
    seconds: ClassVar[float] = 12.0
    attempt: SecretText
    state: Annotated[str, Field(max_length=500)]
    code: Annotated[str, Field(max_length=4000)] = ""
    issuer: Annotated[str, Field(max_length=500)] = ""
    """Whose answer it says it is (RFC 9207)."""
    caller: Caller = Caller()
