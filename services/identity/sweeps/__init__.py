"""What identity does by the clock."""

from services.identity.sweeps.erase_due import erase_due
from services.identity.sweeps.expire_sessions import expire_sessions
from services.identity.sweeps.look_up_waiting import look_up_waiting

__all__ = ["erase_due", "expire_sessions", "look_up_waiting"]
