"""What identity does by the clock."""

from services.identity.sweeps.erase_due import erase_due
from services.identity.sweeps.expire_sessions import expire_sessions
from services.identity.sweeps.look_up_waiting import look_up_waiting
from services.identity.sweeps.recheck_provider_accounts import recheck_provider_accounts
from services.identity.sweeps.remind_firms import remind_firms
from services.identity.sweeps.remind_of_qualifications import remind_of_qualifications
from services.identity.sweeps.rest_inactive import rest_inactive
from services.identity.sweeps.send_reset_links import send_reset_links
from services.identity.sweeps.warn_of_expiring_keys import warn_of_expiring_keys

__all__ = [
    "erase_due",
    "expire_sessions",
    "look_up_waiting",
    "recheck_provider_accounts",
    "remind_firms",
    "remind_of_qualifications",
    "rest_inactive",
    "send_reset_links",
    "warn_of_expiring_keys",
]
