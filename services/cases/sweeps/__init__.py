"""Timed work of cases."""

from services.cases.sweeps.announce_freezes import announce_freezes
from services.cases.sweeps.tell_of_messages import tell_of_messages

__all__ = [
    "announce_freezes",
    "tell_of_messages",
]
