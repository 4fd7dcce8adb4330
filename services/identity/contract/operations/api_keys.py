"""Keys of a firm's own software."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import Field

from services.chassis.messages import Command, Nothing, OneLine, Query
from services.identity.contract.operations.origin import Caller
from services.identity.contract.types.api_keys import ApiKeys, ApiScope, NewApiKey
from services.identity.contract.types.login import CheckedSession
from services.identity.contract.types.words import SecretText


class CreateApiKey(Command[NewApiKey]):
    """Make a key for the firm at the utility one acts at (firm administrator, stepped up).

    Refuses StepUpNeeded, FirmNotOpen, TooManyApiKeys.
    """

    secret_reply: ClassVar[bool] = True
    name: Annotated[str, Field(min_length=2, max_length=60), OneLine]
    scopes: Annotated[list[ApiScope], Field(min_length=1, max_length=10)]
    valid_days: Annotated[int, Field(ge=1, le=365)] = 365


class ListApiKeys(Query[ApiKeys]):
    """The firm's keys that can be used now (firm administrator)."""


class RevokeApiKey(Command[Nothing]):
    """End a key at once (firm administrator). Refuses ApiKeyNotFound."""

    key_id: str


class CheckApiKey(Query[CheckedSession]):
    """Whose key is it? (public; the secret is the proof). Refuses SessionEnded."""

    secret: SecretText
    caller: Caller = Caller()
