"""Where an unproven request comes from."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from services.chassis.messages import Message


class Caller(Message):
    """Where an unproven request comes from: limits count against it, sessions show it."""

    address: str = ""
    device: str = ""
    known_as: Annotated[str, Field(max_length=200)] = ""
    """The random name this browser was given at an earlier login; empty when it has none."""
