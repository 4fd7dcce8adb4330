"""A new mobile number, by one who still has a factor."""

from __future__ import annotations

from services.chassis.messages import Command, Nothing
from services.chassis.norway import Mobile
from services.identity.contract.operations.origin import Caller
from services.identity.contract.types.words import SecretText


class BeginMobileChange(Command[Nothing]):
    """Send a code to the new number. Refuses StepUpNeeded, OnHold, TooManySends."""

    mobile: Mobile
    caller: Caller = Caller()


class ConfirmMobileChange(Command[Nothing]):
    """The code makes it the number. Both old contacts are told, other sessions end, and sensitive
    actions wait 24 hours. Refuses StepUpNeeded, WrongCode, CodeExpired, TooManyTries.
    """

    code: SecretText
