"""Passwords: changed by one who knows it, set anew by one who can read the mail."""

from __future__ import annotations

from typing import ClassVar

from services.chassis.messages import Command, Nothing
from services.identity.contract.operations.origin import Caller
from services.identity.contract.types.words import Email, Portal, SecretText


class ChangePassword(Command[Nothing]):
    """The present one and a new one; every other session ends and the owner is told.

    Refuses StepUpNeeded, WrongPassword, WeakPassword, TooManyTries.
    """

    heavy: ClassVar[bool] = True
    current: SecretText
    password: SecretText


class AskPasswordReset(Command[Nothing]):
    """A link by e-mail, if anybody has the address (public). Answered alike whether or not.

    Refuses TooManySends, counted against the network address alone.
    """

    email: Email
    portal: Portal
    utility: str
    caller: Caller = Caller()


class ResetPassword(Command[Nothing]):
    """The link's token and a new password (public). Ends every session, opens none.

    The second factor stays what it is. Refuses LinkExpired, WeakPassword.
    """

    heavy: ClassVar[bool] = True
    token: SecretText
    password: SecretText
