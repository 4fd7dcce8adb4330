"""The tables of identity. Secrets are kept as hashes only; nothing here can log anybody in."""

from services.identity.model.addresses import AddressBounce, AddressChange
from services.identity.model.api_keys import ApiKey
from services.identity.model.base import Base
from services.identity.model.devices import KnownDevice
from services.identity.model.factors import Passkey, PasskeyChallenge, RecoveryCode, Totp
from services.identity.model.firms import Firm, FirmAtUtility, RegistryEntry
from services.identity.model.invitations import Invitation
from services.identity.model.limits import Guard, Send
from services.identity.model.login import LoginAttempt, LoginSession, OneTimeCode
from services.identity.model.login_provider import ProviderAccount, ProviderLogin
from services.identity.model.people import Membership, Person, Staff
from services.identity.model.phone_releases import PhoneRelease
from services.identity.model.qualifications import Qualification
from services.identity.model.recovery import MobileChange, PasswordReset, ResetRequest
from services.identity.model.registration import Registration
from services.identity.model.utilities import Utility

__all__ = [
    "AddressBounce",
    "AddressChange",
    "ApiKey",
    "Base",
    "Firm",
    "FirmAtUtility",
    "Guard",
    "Invitation",
    "KnownDevice",
    "LoginAttempt",
    "LoginSession",
    "Membership",
    "MobileChange",
    "OneTimeCode",
    "Passkey",
    "PasskeyChallenge",
    "PasswordReset",
    "Person",
    "PhoneRelease",
    "ProviderAccount",
    "ProviderLogin",
    "Qualification",
    "RecoveryCode",
    "Registration",
    "RegistryEntry",
    "ResetRequest",
    "Send",
    "Staff",
    "Totp",
    "Utility",
]
