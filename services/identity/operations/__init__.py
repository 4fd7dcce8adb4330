"""Everything identity does when asked; one file an operation, named as the RPC method."""

from services.identity.operations.accept_invitation import accept_invitation
from services.identity.operations.act_for import act_for
from services.identity.operations.add_passkey import add_passkey
from services.identity.operations.approve_firm import approve_firm
from services.identity.operations.ask_login_passkey import ask_login_passkey
from services.identity.operations.ask_password_reset import ask_password_reset
from services.identity.operations.ask_staff_phone_release import ask_staff_phone_release
from services.identity.operations.ask_step_up_passkey import ask_step_up_passkey
from services.identity.operations.ask_utility import ask_utility
from services.identity.operations.begin_joining import begin_joining
from services.identity.operations.begin_login import begin_login
from services.identity.operations.begin_mobile_change import begin_mobile_change
from services.identity.operations.begin_mobile_enrolment import begin_mobile_enrolment
from services.identity.operations.begin_passkey import begin_passkey
from services.identity.operations.begin_provider_login import begin_provider_login
from services.identity.operations.begin_totp import begin_totp
from services.identity.operations.canary import canary
from services.identity.operations.change_password import change_password
from services.identity.operations.change_staff_roles import change_staff_roles
from services.identity.operations.change_user_roles import change_user_roles
from services.identity.operations.check_api_key import check_api_key
from services.identity.operations.check_session import check_session
from services.identity.operations.complete_factor import complete_factor
from services.identity.operations.complete_provider_login import complete_provider_login
from services.identity.operations.configure_utility import configure_utility
from services.identity.operations.confirm_firm import confirm_firm
from services.identity.operations.confirm_joining import confirm_joining
from services.identity.operations.confirm_mobile_change import confirm_mobile_change
from services.identity.operations.confirm_mobile_enrolment import confirm_mobile_enrolment
from services.identity.operations.confirm_staff_phone_release import confirm_staff_phone_release
from services.identity.operations.confirm_totp import confirm_totp
from services.identity.operations.create_api_key import create_api_key
from services.identity.operations.drop_qualification import drop_qualification
from services.identity.operations.end_every_session import end_every_session
from services.identity.operations.end_session import end_session
from services.identity.operations.erase_me import erase_me
from services.identity.operations.export_me import export_me
from services.identity.operations.find_firms import find_firms
from services.identity.operations.get_factors import get_factors
from services.identity.operations.get_firm import get_firm
from services.identity.operations.get_firm_profile import get_firm_profile
from services.identity.operations.get_inactivity_times import get_inactivity_times
from services.identity.operations.get_me import get_me
from services.identity.operations.get_registration import get_registration
from services.identity.operations.get_staff_login import get_staff_login
from services.identity.operations.import_firm import import_firm
from services.identity.operations.import_person import import_person
from services.identity.operations.import_users import import_users
from services.identity.operations.invite_staff import invite_staff
from services.identity.operations.invite_user import invite_user
from services.identity.operations.leave_firm import leave_firm
from services.identity.operations.lift_suspension import lift_suspension
from services.identity.operations.list_api_keys import list_api_keys
from services.identity.operations.list_firm_standings import list_firm_standings
from services.identity.operations.list_firms import list_firms
from services.identity.operations.list_invitations import list_invitations
from services.identity.operations.list_parked import list_parked
from services.identity.operations.list_passkeys import list_passkeys
from services.identity.operations.list_qualifications import list_qualifications
from services.identity.operations.list_security_events import list_security_events
from services.identity.operations.list_sessions import list_sessions
from services.identity.operations.list_staff import list_staff
from services.identity.operations.list_staff_phone_releases import list_staff_phone_releases
from services.identity.operations.list_trades import list_trades
from services.identity.operations.list_trail import list_trail
from services.identity.operations.list_users import list_users
from services.identity.operations.list_utilities import list_utilities
from services.identity.operations.lock_staff import lock_staff
from services.identity.operations.lock_user import lock_user
from services.identity.operations.look_up_firm import look_up_firm
from services.identity.operations.make_recovery_codes import make_recovery_codes
from services.identity.operations.merge_firm import merge_firm
from services.identity.operations.name_firm import name_firm
from services.identity.operations.open_invitation_link import open_invitation_link
from services.identity.operations.prove_address import prove_address
from services.identity.operations.prove_email import prove_email
from services.identity.operations.prove_mobile import prove_mobile
from services.identity.operations.refuse_qualification import refuse_qualification
from services.identity.operations.register_firm import register_firm
from services.identity.operations.reject_firm import reject_firm
from services.identity.operations.release_phone import release_phone
from services.identity.operations.remove_passkey import remove_passkey
from services.identity.operations.remove_staff import remove_staff
from services.identity.operations.remove_totp import remove_totp
from services.identity.operations.remove_user import remove_user
from services.identity.operations.rename_passkey import rename_passkey
from services.identity.operations.replay_parked import replay_parked
from services.identity.operations.resend_code import resend_code
from services.identity.operations.resend_invitation import resend_invitation
from services.identity.operations.resend_joining_code import resend_joining_code
from services.identity.operations.resend_registration_code import resend_registration_code
from services.identity.operations.reset_password import reset_password
from services.identity.operations.revoke_api_key import revoke_api_key
from services.identity.operations.send_step_up_code import send_step_up_code
from services.identity.operations.set_inactivity_times import set_inactivity_times
from services.identity.operations.set_two_factor_policy import set_two_factor_policy
from services.identity.operations.state_qualification import state_qualification
from services.identity.operations.step_up import step_up
from services.identity.operations.suspend_firm import suspend_firm
from services.identity.operations.unlock_staff import unlock_staff
from services.identity.operations.unlock_user import unlock_user
from services.identity.operations.update_firm import update_firm
from services.identity.operations.update_me import update_me
from services.identity.operations.verify_qualification import verify_qualification
from services.identity.operations.withdraw_invitation import withdraw_invitation

__all__ = [
    "accept_invitation",
    "act_for",
    "add_passkey",
    "approve_firm",
    "ask_login_passkey",
    "ask_password_reset",
    "ask_staff_phone_release",
    "ask_step_up_passkey",
    "ask_utility",
    "begin_joining",
    "begin_login",
    "begin_mobile_change",
    "begin_mobile_enrolment",
    "begin_passkey",
    "begin_provider_login",
    "begin_totp",
    "canary",
    "change_password",
    "change_staff_roles",
    "change_user_roles",
    "check_api_key",
    "check_session",
    "complete_factor",
    "complete_provider_login",
    "configure_utility",
    "confirm_firm",
    "confirm_joining",
    "confirm_mobile_change",
    "confirm_mobile_enrolment",
    "confirm_staff_phone_release",
    "confirm_totp",
    "create_api_key",
    "drop_qualification",
    "end_every_session",
    "end_session",
    "erase_me",
    "export_me",
    "find_firms",
    "get_factors",
    "get_firm",
    "get_firm_profile",
    "get_inactivity_times",
    "get_me",
    "get_registration",
    "get_staff_login",
    "import_firm",
    "import_person",
    "import_users",
    "invite_staff",
    "invite_user",
    "leave_firm",
    "lift_suspension",
    "list_api_keys",
    "list_firm_standings",
    "list_firms",
    "list_invitations",
    "list_parked",
    "list_passkeys",
    "list_qualifications",
    "list_security_events",
    "list_sessions",
    "list_staff",
    "list_staff_phone_releases",
    "list_trades",
    "list_trail",
    "list_users",
    "list_utilities",
    "lock_staff",
    "lock_user",
    "look_up_firm",
    "make_recovery_codes",
    "merge_firm",
    "name_firm",
    "open_invitation_link",
    "prove_address",
    "prove_email",
    "prove_mobile",
    "refuse_qualification",
    "register_firm",
    "reject_firm",
    "release_phone",
    "remove_passkey",
    "remove_staff",
    "remove_totp",
    "remove_user",
    "rename_passkey",
    "replay_parked",
    "resend_code",
    "resend_invitation",
    "resend_joining_code",
    "resend_registration_code",
    "reset_password",
    "revoke_api_key",
    "send_step_up_code",
    "set_inactivity_times",
    "set_two_factor_policy",
    "state_qualification",
    "step_up",
    "suspend_firm",
    "unlock_staff",
    "unlock_user",
    "update_firm",
    "update_me",
    "verify_qualification",
    "withdraw_invitation",
]
