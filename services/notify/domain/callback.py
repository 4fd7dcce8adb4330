"""A provider's words about a message as our states; the order of callbacks never matters.

Words of messages: https://www.twilio.com/docs/messaging/api/message-resource#message-status-values
Words of calls: https://www.twilio.com/docs/voice/api/call-resource#call-status-values
"""

from __future__ import annotations

from services.notify.domain.delivery import State

_MEANS: dict[str, State] = {
    "accepted": "sent",
    "scheduled": "sent",
    "queued": "sent",
    "sending": "sent",
    "sent": "sent",
    "delivered": "delivered",
    "read": "delivered",
    "undelivered": "failed",
    "failed": "failed",
    "canceled": "failed",
    "initiated": "sent",
    "ringing": "sent",
    "in-progress": "delivered",
    "answered": "delivered",
    "completed": "delivered",
    "busy": "failed",
    "no-answer": "failed",
}
_RANK: dict[State, int] = {
    "waiting": 0,
    "expired": 0,
    "sending": 0,
    "sent": 1,
    "failed": 2,
    "delivered": 3,
}


def meaning(word: str) -> State | None:
    """Our state for the provider's word; None for a word we do not know."""
    return _MEANS.get(word)


def furthest(one: State, other: State) -> State:
    """The later of two states: commutative, associative and idempotent, so any order, repetition
    or loss of earlier callbacks ends alike. What was delivered stays delivered."""
    return one if _RANK[one] >= _RANK[other] else other
