"""Two factors."""

from __future__ import annotations

from typing import ClassVar

from pydantic import Field

from services.chassis.messages import Command, Nothing
from services.chassis.norway import Mobile
from services.identity.contract.operations.origin import Caller
from services.identity.contract.types.factors import FactorAnswer, PasskeyOptions
from services.identity.contract.types.login import LoginStep, OpenedSession
from services.identity.contract.types.words import Email, FactorMethod, Portal, SecretText


class BeginLogin(Command[LoginStep]):
    """E-mail and password (public). Answers alike in time and form whether or not they are known.

    An unknown address or a wrong password is refused as WrongLogin.
    """

    heavy: ClassVar[bool] = True
    secret_reply: ClassVar[bool] = True
    email: Email
    password: SecretText
    portal: Portal
    utility: str
    firm_id: str = Field(default="", max_length=100)
    """The firm one wants to act for; passed over when one may not."""
    caller: Caller = Caller()


class ResendCode(Command[Nothing]):
    """A new SMS code for a login attempt (public). Never resets what was counted."""

    attempt: SecretText
    caller: Caller = Caller()


class AskLoginPasskey(Command[PasskeyOptions]):
    """A challenge for the person's passkeys at this portal, bound to this attempt (public)."""

    attempt: SecretText


class CompleteFactor(Command[OpenedSession]):
    """The second factor (public).

    Refuses WrongCode, CodeExpired, PasskeyRefused, TooManyTries, LoginExpired.
    """

    secret_reply: ClassVar[bool] = True
    attempt: SecretText
    method: FactorMethod
    code: FactorAnswer
    caller: Caller = Caller()


class BeginMobileEnrolment(Command[Nothing]):
    """Forced enrolment: the mobile, and the proof e-mailed at this login (public)."""

    attempt: SecretText
    mobile: Mobile
    proof: SecretText
    caller: Caller = Caller()


class ConfirmMobileEnrolment(Command[OpenedSession]):
    """The code sent to the new number; opens the session (public)."""

    secret_reply: ClassVar[bool] = True
    attempt: SecretText
    code: SecretText
    caller: Caller = Caller()
