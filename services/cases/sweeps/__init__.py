"""Timed work of cases."""

from services.cases.sweeps.announce_freezes import announce_freezes
from services.cases.sweeps.expire_drafts import expire_drafts
from services.cases.sweeps.give_interim_answers import give_interim_answers
from services.cases.sweeps.lapse_approvals import lapse_approvals
from services.cases.sweeps.remind_before_freezes import remind_before_freezes
from services.cases.sweeps.remind_of_letters import remind_of_letters
from services.cases.sweeps.tell_of_messages import tell_of_messages

__all__ = [
    "announce_freezes",
    "expire_drafts",
    "give_interim_answers",
    "lapse_approvals",
    "remind_before_freezes",
    "remind_of_letters",
    "tell_of_messages",
]
