"""Where an unproven request comes from."""

from __future__ import annotations

from services.chassis.messages import Message


class Caller(Message):
    """Where an unproven request comes from: limits count against it, sessions show it."""

    address: str = ""
    device: str = ""
