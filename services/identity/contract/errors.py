"""How identity refuses."""

from __future__ import annotations

from services.chassis.messages import Refusal


class WrongLogin(Refusal):
    """The address or the password is wrong, or the account is locked; which is not told."""

    kind = "unauthenticated"
    keeps = True


class LoginExpired(Refusal):
    """The login attempt is over; begin again."""

    kind = "unauthenticated"


class SessionEnded(Refusal):
    """The session is unknown, ended, idle too long or too old."""

    kind = "unauthenticated"


class WrongCode(Refusal):
    """The code is wrong; facts: `tries_left`."""

    kind = "invalid"
    keeps = True


class CodeExpired(Refusal):
    """The code was used, is too old, or was guessed at too often; ask for a new one."""

    kind = "invalid"
    keeps = True


class LinkExpired(Refusal):
    """The link was used or is too old."""

    kind = "invalid"


class TooManyTries(Refusal):
    """Wait; `retry_after` says how long."""

    kind = "too_many"
    keeps = True


class TooManySends(Refusal):
    """No more messages to this number or from this place for now."""

    kind = "too_many"


class PrivatePerson(Refusal):
    """The portal is for firms; the portal shows where private forms are."""

    kind = "invalid"


class FirmKnown(Refusal):
    """The firm is registered at this utility already; who its people are is not told."""


class WeakPassword(Refusal):
    """Too short, too common, or containing the name or address; facts: `why`."""

    kind = "invalid"


class RegistrationNotFound(Refusal):
    """No such registration is open."""

    kind = "not_found"


class SessionNotFound(Refusal):
    """No such living session of one's own."""

    kind = "not_found"


class ApiKeyNotFound(Refusal):
    """No such living key of the firm."""

    kind = "not_found"


class TooManyApiKeys(Refusal):
    """The firm has as many keys as it may; facts: `most`."""


class NoLoginProvider(Refusal):
    """The utility has no login of its own."""

    kind = "not_found"


class ProviderDenied(Refusal):
    """The utility's own login did not let the person in here; which reason is not told."""

    kind = "forbidden"
    keeps = True


class ProviderUnavailable(Refusal):
    """The utility's own login does not answer; nothing was changed."""

    kind = "unavailable"


class FirmNotFound(Refusal):
    """No such firm at this utility, or not one's own."""

    kind = "not_found"


class UnknownUtility(Refusal):
    """No utility of that name here."""

    kind = "not_found"


class SameFirm(Refusal):
    """A firm cannot be merged into itself."""

    kind = "invalid"


class QualificationNotFound(Refusal):
    """No such qualification of this firm, or at this utility."""

    kind = "not_found"


class QualificationNotOpen(Refusal):
    """Somebody has looked at it already; facts: `state`."""


class FirmNotOpen(Refusal):
    """What was asked does not fit the firm's status; facts: `status`."""


class StepUpNeeded(Refusal):
    """A second factor must be given again before this; the last one is too long ago."""


class OnHold(Refusal):
    """The mobile is new; sensitive actions wait a day. Facts: `until`."""


class UserNotFound(Refusal):
    """Nobody of that id is in the firm, or among the staff."""

    kind = "not_found"


class LastAdministrator(Refusal):
    """A firm, and a utility, keeps at least one administrator who can log in."""


class OwnAccount(Refusal):
    """One does not do this to oneself; another administrator does."""


class TwoPersonsNeeded(Refusal):
    """They are staff as well: two administrators of the utility release their phone."""


class InOtherFirms(Refusal):
    """They have a place in another firm too: the utility releases their phone, no firm alone."""


class ReleaseNotFound(Refusal):
    """No such lost phone waits at this utility."""

    kind = "not_found"


class AlreadyMember(Refusal):
    """The address has its place there already."""


class InvitationNotFound(Refusal):
    """No such invitation of one's own firm or utility."""

    kind = "not_found"


class InvitationNotOpen(Refusal):
    """The invitation was accepted, or withdrawn; facts: `state`."""


class InvitationForAnother(Refusal):
    """The invitation is for another address than that of the account."""

    kind = "forbidden"


class AccountExists(Refusal):
    """The address has an account; its owner logs in to accept."""


class FactorNotFound(Refusal):
    """No such factor is set up, or it is somebody else's."""

    kind = "not_found"


class FactorExists(Refusal):
    """It is set up already; remove it first."""


class LastFactor(Refusal):
    """It is the only second factor left; set up another first."""


class PasskeyRefused(Refusal):
    """The passkey, its answer or the challenge does not fit; try again."""

    kind = "invalid"
    keeps = True


class TooManyPasskeys(Refusal):
    """Facts: `most`; remove one first."""


class WrongPassword(Refusal):
    """The present password is wrong."""

    kind = "invalid"
    keeps = True


class UnreadableFile(Refusal):
    """The file is no table that can be brought in; facts: `why`, and `missing` columns."""

    kind = "invalid"


class ExplanationMissing(Refusal):
    """What is explained in one language is explained in bokmål."""

    kind = "invalid"
