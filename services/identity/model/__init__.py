"""The tables of identity. Secrets are kept as hashes only; nothing here can log anybody in."""

from services.identity.model.base import Base
from services.identity.model.firms import Firm, FirmAtUtility, RegistryEntry
from services.identity.model.limits import Guard, Send
from services.identity.model.login import LoginAttempt, LoginSession, OneTimeCode
from services.identity.model.people import Membership, Person, Staff
from services.identity.model.registration import Registration
from services.identity.model.utilities import Utility

__all__ = [
    "Base",
    "Firm",
    "FirmAtUtility",
    "Guard",
    "LoginAttempt",
    "LoginSession",
    "Membership",
    "OneTimeCode",
    "Person",
    "Registration",
    "RegistryEntry",
    "Send",
    "Staff",
    "Utility",
]
