"""Proving oneself again inside a session, before something sensitive."""

from __future__ import annotations

from typing import ClassVar

from services.chassis.messages import Command, Nothing
from services.identity.contract.operations.origin import Caller
from services.identity.contract.types.factors import FactorAnswer, PasskeyOptions
from services.identity.contract.types.login import OpenedSession
from services.identity.contract.types.words import FactorMethod


class SendStepUpCode(Command[Nothing]):
    """An SMS code to the registered mobile. Refuses TooManySends."""

    caller: Caller = Caller()


class AskStepUpPasskey(Command[PasskeyOptions]):
    """A challenge for one's passkeys at this portal, bound to this session."""


class StepUp(Command[OpenedSession]):
    """Any registered factor. The session gets a fresh secret; the old one is worth nothing.

    Refuses WrongCode, CodeExpired, PasskeyRefused, TooManyTries; failures count as at a login.
    """

    secret_reply: ClassVar[bool] = True
    method: FactorMethod
    code: FactorAnswer
