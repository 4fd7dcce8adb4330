"""What travels between processes: requests, events, refusals, actors, envelopes."""

from services.chassis.messages.actor import Actor, Audience
from services.chassis.messages.event import Envelope, Event
from services.chassis.messages.naming import snake_case
from services.chassis.messages.refusal import FieldError, Kind, Refusal
from services.chassis.messages.request import Command, Message, Nothing, Query, Request

__all__ = [
    "Actor",
    "Audience",
    "Command",
    "Envelope",
    "Event",
    "FieldError",
    "Kind",
    "Message",
    "Nothing",
    "Query",
    "Refusal",
    "Request",
    "snake_case",
]
