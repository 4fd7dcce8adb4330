"""The factors one has: added, removed, counted. All but looking asks for a fresh step-up."""

from __future__ import annotations

from typing import ClassVar

from services.chassis.messages import Command, Nothing, Query
from services.identity.contract.types.factors import (
    FactorAnswer,
    FactorName,
    FactorsView,
    NewRecoveryCodes,
    NewTotp,
    PasskeyOptions,
    PasskeyRow,
    PasskeyRows,
)
from services.identity.contract.types.words import SecretText


class GetFactors(Query[FactorsView]):
    """How one gets in."""


class BeginTotp(Command[NewTotp]):
    """A key for an app; it counts from its first code on.

    Refuses StepUpNeeded, OnHold, FactorExists.
    """

    secret_reply: ClassVar[bool] = True


class ConfirmTotp(Command[Nothing]):
    """The app's first code makes it a factor. Refuses WrongCode, TooManyTries, FactorNotFound."""

    code: SecretText


class RemoveTotp(Command[Nothing]):
    """The app is a factor no more. Refuses StepUpNeeded, OnHold, FactorNotFound, LastFactor."""


class ListPasskeys(Query[PasskeyRows]):
    """One's passkeys at both portals."""


class BeginPasskey(Command[PasskeyOptions]):
    """A challenge for a new passkey at this portal. Refuses StepUpNeeded, OnHold."""


class AddPasskey(Command[PasskeyRow]):
    """The authenticator's answer to the challenge. Refuses PasskeyRefused, TooManyPasskeys."""

    name: FactorName
    credential: FactorAnswer


class RenamePasskey(Command[PasskeyRow]):
    """Call it something else. Refuses FactorNotFound."""

    passkey_id: str
    name: FactorName


class RemovePasskey(Command[Nothing]):
    """It opens nothing any more. Refuses StepUpNeeded, OnHold, FactorNotFound, LastFactor."""

    passkey_id: str


class MakeRecoveryCodes(Command[NewRecoveryCodes]):
    """Ten new codes; the earlier are void. Refuses StepUpNeeded, OnHold."""

    secret_reply: ClassVar[bool] = True
