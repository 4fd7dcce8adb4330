"""Everything identity does when asked; one file an operation, named as the RPC method."""

from services.identity.operations.act_for import act_for
from services.identity.operations.approve_firm import approve_firm
from services.identity.operations.begin_login import begin_login
from services.identity.operations.begin_mobile_enrolment import begin_mobile_enrolment
from services.identity.operations.canary import canary
from services.identity.operations.check_api_key import check_api_key
from services.identity.operations.check_session import check_session
from services.identity.operations.complete_factor import complete_factor
from services.identity.operations.configure_utility import configure_utility
from services.identity.operations.confirm_mobile_enrolment import confirm_mobile_enrolment
from services.identity.operations.create_api_key import create_api_key
from services.identity.operations.end_session import end_session
from services.identity.operations.find_firms import find_firms
from services.identity.operations.get_firm import get_firm
from services.identity.operations.get_me import get_me
from services.identity.operations.import_firm import import_firm
from services.identity.operations.import_person import import_person
from services.identity.operations.list_api_keys import list_api_keys
from services.identity.operations.list_firms import list_firms
from services.identity.operations.list_parked import list_parked
from services.identity.operations.list_sessions import list_sessions
from services.identity.operations.list_utilities import list_utilities
from services.identity.operations.look_up_firm import look_up_firm
from services.identity.operations.prove_email import prove_email
from services.identity.operations.prove_mobile import prove_mobile
from services.identity.operations.register_firm import register_firm
from services.identity.operations.reject_firm import reject_firm
from services.identity.operations.replay_parked import replay_parked
from services.identity.operations.resend_code import resend_code
from services.identity.operations.resend_registration_code import resend_registration_code
from services.identity.operations.revoke_api_key import revoke_api_key
from services.identity.operations.update_me import update_me

__all__ = [
    "act_for",
    "approve_firm",
    "begin_login",
    "begin_mobile_enrolment",
    "canary",
    "check_api_key",
    "check_session",
    "complete_factor",
    "configure_utility",
    "confirm_mobile_enrolment",
    "create_api_key",
    "end_session",
    "find_firms",
    "get_firm",
    "get_me",
    "import_firm",
    "import_person",
    "list_api_keys",
    "list_firms",
    "list_parked",
    "list_sessions",
    "list_utilities",
    "look_up_firm",
    "prove_email",
    "prove_mobile",
    "register_firm",
    "reject_firm",
    "replay_parked",
    "resend_code",
    "resend_registration_code",
    "revoke_api_key",
    "update_me",
]
