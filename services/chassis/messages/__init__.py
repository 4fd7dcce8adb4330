"""What travels between processes: requests, events, refusals, actors, envelopes."""

from services.chassis.messages.actor import Actor, Audience
from services.chassis.messages.event import Envelope, Event
from services.chassis.messages.naming import snake_case
from services.chassis.messages.refusal import (
    AlreadyDone,
    Busy,
    FieldError,
    InvalidRequest,
    KeyReused,
    Kind,
    NotForYou,
    Refusal,
    SignInRequired,
)
from services.chassis.messages.request import Command, Message, Nothing, Query, Request
from services.chassis.messages.texts import Lines, OneLine

__all__ = [
    "Actor",
    "AlreadyDone",
    "Audience",
    "Busy",
    "Command",
    "Envelope",
    "Event",
    "FieldError",
    "InvalidRequest",
    "KeyReused",
    "Kind",
    "Lines",
    "Message",
    "NotForYou",
    "Nothing",
    "OneLine",
    "Query",
    "Refusal",
    "Request",
    "SignInRequired",
    "snake_case",
]
