"""What every service can be asked about itself; each contract subclasses them."""

from __future__ import annotations

from datetime import datetime

from services.chassis.messages.request import Command, Message, Nothing, Query


class CanaryReply(Message):
    """The service consumes, works and answers; nothing was looked up."""

    service: str


class CanaryRequest(Query[CanaryReply]):
    """Prove consumption end to end."""


class ParkedEvent(Message):
    """An event no attempt could handle; it waits for an operator."""

    event_id: str
    type: str
    source: str
    aggregate: str
    attempts: int
    received_at: datetime
    parked_at: datetime
    problem: str


class ParkedEvents(Message):
    """Newest first, at most 100."""

    items: list[ParkedEvent]


class ListParkedRequest(Query[ParkedEvents]):
    """What is parked in this service's inbox (administrator)."""


class ReplayParkedRequest(Command[Nothing]):
    """Give a parked event one more round of attempts (administrator)."""

    event_id: str
