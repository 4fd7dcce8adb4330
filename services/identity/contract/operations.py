"""What identity can be asked."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from services.chassis.messages import Command, Message, Nothing, Query
from services.chassis.messages.housekeeping import (
    CanaryRequest,
    ListParkedRequest,
    ReplayParkedRequest,
)
from services.chassis.norway import Mobile, Orgnr
from services.identity.contract.types import (
    CheckedSession,
    Email,
    FactorMethod,
    FirmEmails,
    FirmHits,
    FirmPage,
    FirmRole,
    FirmStatus,
    FirmView,
    Language,
    LoginStep,
    Name,
    NewAdmin,
    NewFirm,
    OpenedSession,
    PersonView,
    Portal,
    Profession,
    RegistrationReceipt,
    RegistryAnswer,
    SecretText,
    SessionRows,
    StaffRole,
    Utilities,
    UtilityView,
)


class Canary(CanaryRequest):
    """Prove that identity consumes and works."""


class ListParked(ListParkedRequest):
    """Parked events of identity."""


class ReplayParked(ReplayParkedRequest):
    """Replay one of them."""


class Caller(Message):
    """Where an unproven request comes from: limits count against it, sessions show it."""

    address: str = ""
    device: str = ""


class ListUtilities(Query[Utilities]):
    """Every utility of the installation (public)."""


class FindFirms(Query[FirmHits]):
    """ "Finn mitt firma": by name, tolerant of spelling, or by organisation number (public)."""

    q: str = Field(min_length=2, max_length=100)
    utility: str
    caller: Caller = Caller()


class LookUpFirm(Query[RegistryAnswer]):
    """Ask Enhetsregisteret; answers `unavailable` rather than failing (public)."""

    orgnr: Orgnr
    caller: Caller = Caller()


class RegisterFirm(Command[RegistrationReceipt]):
    """A firm and its first administrator; sends an SMS code and an e-mail link (public).

    The number is taken as typed, so that a private person's is refused as PrivatePerson and not as
    a malformed field. Refuses PrivatePerson, FirmKnown, WeakPassword, TooManySends, UnknownUtility.
    An address that already has an account is answered alike; its owner is asked by e-mail.
    """

    utility: str
    orgnr: str = Field(min_length=1, max_length=40, examples=["123456785"])
    firm: NewFirm
    professions: list[Profession] = Field(min_length=1, max_length=3)
    admin: NewAdmin
    caller: Caller = Caller()


class ResendRegistrationCode(Command[Nothing]):
    """A new SMS code for a registration (public). Refuses TooManySends."""

    registration_id: str
    caller: Caller = Caller()


class ProveMobile(Command[RegistrationReceipt]):
    """The code that was sent by SMS (public). Refuses WrongCode, CodeExpired, TooManyTries."""

    registration_id: str
    code: SecretText


class ProveEmail(Command[RegistrationReceipt]):
    """The token of the link that was sent by e-mail (public). Refuses LinkExpired."""

    registration_id: str
    token: SecretText


class BeginLogin(Command[LoginStep]):
    """E-mail and password (public). Answers alike in time and form whether or not they are known.

    An unknown address or a wrong password is refused as WrongLogin.
    """

    secret_reply: ClassVar[bool] = True
    email: Email
    password: SecretText
    portal: Portal
    utility: str
    caller: Caller = Caller()


class ResendCode(Command[Nothing]):
    """A new SMS code for a login attempt (public). Never resets what was counted."""

    attempt: SecretText
    caller: Caller = Caller()


class CompleteFactor(Command[OpenedSession]):
    """The second factor (public). Refuses WrongCode, CodeExpired, TooManyTries, LoginExpired."""

    secret_reply: ClassVar[bool] = True
    attempt: SecretText
    method: FactorMethod
    code: SecretText
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


class CheckSession(Query[CheckedSession]):
    """Is the session alive? Moves its idle limit (public; the secret is the proof).

    `passive` only looks: an open event stream must not keep an idle session alive.
    """

    secret: SecretText
    portal: Portal
    passive: bool = False


class EndSession(Command[Nothing]):
    """End one of one's own sessions; without an id, the current one."""

    session_id: str = ""


class ListSessions(Query[SessionRows]):
    """One's own living sessions."""


class ActFor(Command[PersonView]):
    """Choose which firm, at which utility, one acts for from now on."""

    firm_id: str
    utility: str


class GetMe(Query[PersonView]):
    """Oneself."""


class UpdateMe(Command[PersonView]):
    """Change one's language or name."""

    language: Language | None = None
    name: Name | None = None


class GetFirm(Query[FirmView]):
    """A firm: one's own, or any at the utility for a registrar."""

    firm_id: str


class ListFirms(Query[FirmPage]):
    """The registrar's queue."""

    status: FirmStatus | None = None
    cursor: str = ""
    limit: int = Field(default=25, ge=1, le=100)


class ApproveFirm(Command[FirmView]):
    """The registrar lets the firm in at this utility. Refuses ActionNotOpen."""

    firm_id: str
    note: str = Field(default="", max_length=2000)


class RejectFirm(Command[FirmView]):
    """The registrar says no, with a reason the firm is told."""

    firm_id: str
    reason: str = Field(min_length=3, max_length=2000)


class ConfigureUtility(Command[UtilityView]):
    """Create or change a utility (system)."""

    view: UtilityView


class ImportFirm(Command[FirmView]):
    """A firm known from before, approved at once if so said (system)."""

    utility: str
    orgnr: Orgnr
    firm: NewFirm
    emails: FirmEmails | None = None
    professions: list[Profession]
    status: Literal["waiting", "approved"] = "approved"


class ImportPerson(Command[PersonView]):
    """A person known from before (system).

    Without a mobile they register one at their next login, the safe way. `password` is for demo
    data; without it the person sets one through a reset.
    """

    secret_reply: ClassVar[bool] = False
    utility: str
    name: Name
    email: Email
    mobile: Mobile | None = None
    password: SecretText | None = None
    language: Language = "nb"
    firm_orgnr: Orgnr | None = None
    firm_roles: list[FirmRole] = []
    staff_roles: list[StaffRole] = []
